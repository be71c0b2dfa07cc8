"""The filters of the list of contributions. Their choices are those of the person's own dialogues."""

from datetime import timedelta
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.widgets import BooleanRadioSelect

from cms import clock
from cms.organisation.models import Administration, Place
from cms.text.facts import with_facts
from participation.choices import Channel, ContributionState
from participation.models import Contribution, DialoguePage, Theme
from participation.models.contribution import ContributionQuerySet
from participation.moderation.queries import MODERATOR_WAITS, WAITS, waiting
from participation.permissions import dialogues_open_to
from participation.registry import all_methods

DIGITS_MOST = 18  # of a key that a database can hold
NO_THEME = _("In no theme")
AGES = [(str(days), with_facts(ngettext_lazy("more than %(days)s day", "more than %(days)s days", days), days=days)) for days in (1, 3, 7)]


def _own_dialogues(request: Any) -> QuerySet[DialoguePage]:
    return dialogues_open_to(request.user, "view").order_by("title")


def _own_themes(request: Any) -> QuerySet[Theme]:
    themes = Theme.objects.filter(dialogue__in=_own_dialogues(request).order_by().values("pk")).select_related("dialogue")
    chosen = request.GET.get("dialogue", "")
    if chosen.isascii() and chosen.isdigit() and len(chosen) <= DIGITS_MOST:
        themes = themes.filter(dialogue=int(chosen))
    return themes.order_by("dialogue__title", "order", "pk")


class RowField(django_filters.fields.ModelChoiceField):
    """A row of a list; a key that no database can hold is no choice."""

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and len(value) > DIGITS_MOST:
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice", params={"value": value})
        return super().to_python(value)


class RowFilter(django_filters.ModelChoiceFilter):
    field_class = RowField


class ThemeField(RowField):
    """Names a theme with its dialogue: several dialogues have a theme "Speed"."""

    def label_from_instance(self, theme: Theme | str) -> str:
        if not isinstance(theme, Theme):  # Wagtail names the chosen filter by this, "in no theme" too
            return str(NO_THEME)
        return f"{theme.title} ({theme.dialogue.title})"


class ThemeFilter(django_filters.ModelChoiceFilter):
    field_class = ThemeField


class AdministrationFilter(RowFilter):
    """All dialogues in the section of one administration."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label=_("Administration"), queryset=Administration.objects.order_by("name"), **kwargs)

    def filter(self, rows: ContributionQuerySet, value: Administration | None) -> ContributionQuerySet:
        if value is None:
            return rows
        below = DialoguePage.objects.canonical().with_administration().filter(administration_id=value.pk)
        return rows.filter(dialogue__in=below.values("pk"))


class ContributionFilterSet(WagtailFilterSet):
    """What staff look for: a dialogue, what waits, a state, a theme, a method, a channel, a time, a place."""

    dialogue = RowFilter(label=_("Dialogue"), queryset=_own_dialogues)
    administration = AdministrationFilter()
    waits = django_filters.ChoiceFilter(label=_("Waits"), choices=WAITS, method="filter_waits")
    state = django_filters.ChoiceFilter(label=_("State"), choices=ContributionState.choices)
    themes = ThemeFilter(label=_("Theme"), queryset=_own_themes, null_label=NO_THEME, null_value="none")
    is_official = django_filters.BooleanFilter(label=_("Official answer"), widget=BooleanRadioSelect)
    method = django_filters.ChoiceFilter(label=_("Method"), choices=lambda: [(method.name, method.label) for method in all_methods()])
    channel = django_filters.ChoiceFilter(label=_("Channel"), choices=Channel.choices)
    received_at = django_filters.DateFromToRangeFilter(label=_("Received"), widget=DateRangePickerWidget)
    place = RowFilter(label=_("Place"), queryset=lambda request: Place.objects.order_by("name"))

    class Meta:
        model = Contribution
        fields: list[str] = []

    def filter_waits(self, rows: ContributionQuerySet, name: str, value: str) -> ContributionQuerySet:
        return waiting(rows, value)


def _moderated_dialogues(request: Any) -> QuerySet[DialoguePage]:
    return dialogues_open_to(request.user, "moderate").order_by("title")


class QueueFilterSet(WagtailFilterSet):
    """The queue of a moderator: one dialogue, why it waits, how long."""

    dialogue = RowFilter(label=_("Dialogue"), queryset=_moderated_dialogues)
    administration = AdministrationFilter()
    waits = django_filters.ChoiceFilter(label=_("Waits"), choices=MODERATOR_WAITS, method="filter_waits")
    age = django_filters.ChoiceFilter(label=_("Has waited"), choices=AGES, method="filter_age")

    class Meta:
        model = Contribution
        fields: list[str] = []

    def filter_waits(self, rows: ContributionQuerySet, name: str, value: str) -> ContributionQuerySet:
        return waiting(rows, value)

    def filter_age(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return rows.filter(waits_since__lt=clock.now() - timedelta(days=int(value)))
