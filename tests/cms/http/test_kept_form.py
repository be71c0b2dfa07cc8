"""What was written is shown again, what is secret is not."""

from django import forms
from django.http import QueryDict

from cms.http.kept_form import KeptForm


class Letter(forms.Form):
    words = forms.CharField(widget=forms.Textarea)
    name = forms.CharField()
    tell = forms.BooleanField()
    other = forms.BooleanField()
    key = forms.CharField(widget=forms.HiddenInput)
    option = forms.ChoiceField(choices=[])
    password1 = forms.CharField()

    field_order = ("name", "words")


SENT = QueryDict(
    "words=Hej+%3Cb%3E&name=Eva&tell=on&key=k&option=o&password1=hemligt&extra=1&extra=2&code=123&csrfmiddlewaretoken=t&opened_for=d&webbplats="
)


def test_fields_are_shown_as_they_were_and_what_has_none_is_hidden():
    form = KeptForm(SENT, form_class=Letter)
    assert [field.name for field in form.visible_fields()] == ["name", "words", "tell"], "an empty box was not sent"
    assert [field.name for field in form.hidden_fields()] == ["key"]
    assert list(form.hidden_values()) == [("option", "o"), ("extra", "1"), ("extra", "2")]
    assert "Hej &lt;b&gt;" in str(form["words"]) and "checked" in str(form["tell"])


def test_nothing_secret_is_repeated_and_nothing_is_called_wrong():
    for form_class in (Letter, None, object):
        form = KeptForm(SENT, form_class=form_class)
        html = form.as_p() + str(list(form.hidden_values()))
        assert "hemligt" not in html and "123" not in html
        assert not form.errors
