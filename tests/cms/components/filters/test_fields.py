"""Fields of filters: one value is chosen from a list, several of an address are carried along."""

from django import forms

from cms.components.filters.fields import filter_field

CHOICES = [("a", "Anderslöv (2)"), ("b", "Beddingestrand (1)")]


def drawn(chosen: list[str]) -> forms.Form:
    form = forms.Form(initial={"place": chosen})
    form.fields["place"] = filter_field("Place", CHOICES, chosen)
    return form


def test_one_value_is_chosen_from_a_list_and_none_is_all() -> None:
    assert '<option value="a" selected>Anderslöv (2)</option>' in str(drawn(["a"])["place"])
    assert "selected" not in str(drawn([])["place"])


def test_several_values_are_carried_along() -> None:
    form = drawn(["a", "b"])
    assert [field.name for field in form.hidden_fields()] == ["place"]
    assert str(form["place"]).count('type="hidden"') == 2
