"""Example of a whole form."""

from django import forms


class SearchForm(forms.Form):
    """Two fields."""

    words = forms.CharField(label="Words")
    year = forms.IntegerField(label="Year", required=False)


EXAMPLES = {"two fields": {"form": SearchForm(auto_id="fields_%s")}}
