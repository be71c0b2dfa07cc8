"""Examples of the filters."""

from django import forms


class ExampleFilters(forms.Form):
    """Two lists to choose from."""

    state = forms.ChoiceField(label="State", required=False, choices=[("", "All"), ("open", "Open now")])
    place = forms.ChoiceField(label="Place", required=False, choices=[("", "All"), ("a", "Anderslöv")])
    administration = forms.ChoiceField(label="Administration", required=False, choices=[("", "All")])


EXAMPLES = {
    "folded": {"form": ExampleFilters(auto_id="folded_%s"), "result": "14 dialogues"},
    "in use": {
        "form": ExampleFilters({"state": "open"}, auto_id="used_%s"),
        "result": "3 dialogues",
        "active": [{"label": "Open now", "url": "#"}, {"label": "Anderslöv", "url": "#"}],
        "clear_url": "#",
    },
}
