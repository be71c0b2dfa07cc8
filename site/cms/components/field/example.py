"""Examples of the field: every kind of control, with and without errors."""

from django import forms


class ExampleForm(forms.Form):
    """What a citizen may be asked."""

    name = forms.CharField(label="Name or alias", help_text="Shown beside your text.", max_length=60)
    text = forms.CharField(label="Your contribution", widget=forms.Textarea)
    place = forms.ChoiceField(label="Place", required=False, choices=[("", "The whole municipality"), ("a", "Anderslöv")])
    groups = forms.MultipleChoiceField(
        label="You are",
        required=False,
        choices=[("child", "a child or young"), ("parent", "a parent"), ("teacher", "working in a school")],
        widget=forms.CheckboxSelectMultiple,
    )
    answer = forms.ChoiceField(label="Answer", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect)
    rules = forms.BooleanField(label="I have read the rules")


EMPTY = ExampleForm(auto_id="empty_%s")
WRONG = ExampleForm({"name": "", "text": "Too fast outside the school."}, auto_id="wrong_%s")

EXAMPLES = {
    "line with a hint": {"field": EMPTY["name"]},
    "long text": {"field": EMPTY["text"]},
    "choice, optional": {"field": EMPTY["place"]},
    "boxes": {"field": EMPTY["groups"]},
    "radio buttons with an error": {"field": WRONG["answer"]},
    "line with an error": {"field": WRONG["name"]},
    "tick": {"field": EMPTY["rules"]},
    "tick with an error": {"field": WRONG["rules"]},
}
