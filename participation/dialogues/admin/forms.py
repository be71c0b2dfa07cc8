"""The form behind "New dialogue": where, what to start from, a title and a first day."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Q
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput
from wagtail.permission_policies.pages import PagePermissionPolicy

from cms import clock
from cms.people import Person
from participation.dialogues.blueprints import BLUEPRINTS, COPY, Blueprint
from participation.models import AdministrationSectionPage, DialoguePage
from participation.permissions import dialogues_open_to

PREPARATION = timedelta(weeks=2)


def sections_open_to(person: Person) -> Any:
    """The sections of the default language in which a person may start a dialogue."""
    sections = PagePermissionPolicy(AdministrationSectionPage).instances_user_has_permission_for(person, "add")
    return sections.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None).order_by("title")


def copyable_for(person: Person) -> Any:
    """Dialogues whose plan may be copied: one's own, and every one that anybody may read."""
    rows = DialoguePage.objects.canonical().order_by("title")
    own, readable = dialogues_open_to(person, "view"), rows.visible_to(None)
    return rows.filter(Q(pk__in=own.values("pk")) | Q(pk__in=readable.order_by().values("pk")))


def first_monday(after: date) -> date:
    """The first Monday on or after a day."""
    return after + timedelta(days=-after.weekday() % 7)


class StartDialogueForm(forms.Form):
    """Where a new dialogue stands and what it starts from."""

    section = forms.ModelChoiceField(
        queryset=AdministrationSectionPage.objects.none(),
        label=_("Section"),
        widget=forms.RadioSelect,
        empty_label=None,
        help_text=_("The administration that holds the dialogue and answers it."),
    )
    start = forms.ChoiceField(label=_("Start from"), widget=forms.RadioSelect, initial="question")
    source = forms.ModelChoiceField(
        queryset=DialoguePage.objects.none(),
        label=_("Earlier dialogue"),
        required=False,
        help_text=_("Only for a copy. Its phases, ways and target groups are taken over; its words, mandate and promise are not."),
    )
    title = forms.CharField(label=_("Title"), max_length=255, help_text=_("Short: “Safe ways to school in Smygehamn”."))
    first_day = forms.DateField(
        label=_("First day"),
        widget=AdminDateInput,
        help_text=_("When it opens. The phases are laid out from here, and you can change them."),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        sections = sections_open_to(person)
        fields["section"].queryset = sections
        fields["section"].initial = sections.first() if sections.count() == 1 else None
        fields["start"].choices = [(blueprint.name, _described(blueprint.label, blueprint.summary)) for blueprint in BLUEPRINTS.values()]
        fields["start"].choices += [(COPY, _described(_("A copy"), _("The plan of an earlier dialogue, moved to new days.")))]
        fields["source"].queryset = copyable_for(person)
        fields["first_day"].initial = first_monday(clock.today() + PREPARATION)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("start") == COPY and not cleaned.get("source") and "source" not in self.errors:
            self.add_error("source", _("Choose the dialogue to copy."))
        return cleaned

    @property
    def start_from(self) -> Blueprint | DialoguePage:
        """The template or the earlier dialogue that was chosen."""
        chosen = self.cleaned_data["start"]
        return self.cleaned_data["source"] if chosen == COPY else BLUEPRINTS[chosen]


def _described(label: Any, summary: Any) -> Any:
    return format_html("<span><strong>{}.</strong> {}</span>", label, summary)
