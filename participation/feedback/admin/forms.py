"""Forms of themes, sorting and decisions."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import formfield_for_dbfield
from wagtail.admin.widgets import AdminAutoHeightTextInput

from participation.choices import NoAnswerReason
from participation.feedback.actions.sorting import NOTE_MAX
from participation.feedback.actions.themes import TITLE_MAX
from participation.models import Contribution, Decision, DialoguePage, Theme


class ThemeForm(forms.Form):
    """A theme's words."""

    title = forms.CharField(label=_("Title"), max_length=TITLE_MAX, help_text=_("In the people's own words: “Lower speed”."))
    summary = forms.CharField(
        label=_("What you said"),
        required=False,
        widget=AdminAutoHeightTextInput,
        help_text=_("Two or three sentences, minority views too: “41 of you want 30 km/h; some fear longer queues.”"),
    )


class MergeForm(forms.Form):
    """The theme that takes over."""

    target = forms.ModelChoiceField(label=_("Merge into"), queryset=Theme.objects.none(), widget=forms.RadioSelect, empty_label=None)

    def __init__(self, *args: Any, source: Theme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["target"].queryset = Theme.objects.filter(dialogue=source.dialogue_id).exclude(pk=source.pk)  # type: ignore[attr-defined]


class DecisionForm(forms.ModelForm[Decision]):
    """A decision. The action stores it: `save` is never called."""

    class Meta:
        model = Decision
        fields = ("body", "date", "paragraph", "diary_number", "text", "link")
        widgets = {"body": forms.Select}
        formfield_callback = formfield_for_dbfield

    def _post_clean(self) -> None:
        """Fields are checked as the model says; that the § is new is the action's question."""
        self._validate_unique = False
        super()._post_clean()  # type: ignore[misc]

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() | {"dialogue"}  # type: ignore[misc]


class SortForm(forms.Form):
    """Themes of the dialogue, and a new one if none fits."""

    themes = forms.ModelMultipleChoiceField(
        label=_("Themes"),
        queryset=Theme.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("A contribution may lie in several."),
    )
    new_theme = forms.CharField(label=_("New theme"), max_length=TITLE_MAX, required=False, help_text=_("Such as “Lower speed”."))

    def __init__(self, *args: Any, dialogue: DialoguePage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["themes"].queryset = Theme.objects.filter(dialogue=dialogue)  # type: ignore[attr-defined]
        if not dialogue.themes.exists():
            del self.fields["themes"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("themes") and not cleaned.get("new_theme", "").strip():
            raise forms.ValidationError(_("Choose a theme, or write the name of a new one."))
        return cleaned


class TakeOutForm(forms.Form):
    """The themes to take contributions out of, of those that they lie in."""

    themes = forms.ModelMultipleChoiceField(label=_("Take out of"), queryset=Theme.objects.none(), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, contributions: Sequence[Contribution], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pks = [contribution.pk for contribution in contributions]
        themes = Theme.objects.filter(pk__in=Theme.objects.filter(links__contribution__in=pks).values("pk"))
        self.fields["themes"].queryset = themes  # type: ignore[attr-defined]
        if len(themes) == 1:
            self.fields["themes"].initial = themes


class NoAnswerForm(forms.Form):
    """Why a contribution needs no answer of its own."""

    reason = forms.ChoiceField(label=_("Reason"), choices=NoAnswerReason.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Note"),
        max_length=NOTE_MAX,
        required=False,
        help_text=_("Stands on the receipt: “Passed on to Technical services on 3 March.”"),
    )
