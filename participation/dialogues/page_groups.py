"""The groups of a dialogue's page: what one can influence, and what each folded group says that it holds."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.html import strip_tags
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.pages.translated_words import TranslatedText
from cms.templatetags.dates import written
from participation.choices import LEVEL_PROMISES, State
from participation.dialogues.state_words import StateWords
from participation.models import DialoguePage

WHERE_MAX = 40  # characters: more than two places are told below
MAY_STILL = (State.UPCOMING, State.OPEN)


def influence_items(dialogue: DialoguePage, said: Mapping[str, TranslatedText], says: StateWords) -> list[dict[str, str]]:
    """What one can influence, what is fixed and what is promised, for the component `influence`, under the headings of its state."""
    promise = LEVEL_PROMISES.get(dialogue.level, "") if not dialogue.cancelled_on else ""
    parts = (
        (says.influence, said["open_to_influence"]),
        (says.fixed, said["fixed_conditions"]),
        (says.promise, TranslatedText(str(promise))),
    )
    return [{"title": str(title), "text": words.text, "lang": words.lang} for title, words in parts if words]


def matter_note(updates: Sequence[Any], steps: Sequence[Any], documents: Sequence[Any]) -> str:
    """What has happened, as its folded group says it: “2 news, 3 steps and 1 document, the latest on 5 March”."""
    numbers = [
        (ngettext("%(number)d piece of news", "%(number)d pieces of news", len(updates)), len(updates)),
        (ngettext("%(number)d step", "%(number)d steps", len(steps)), len(steps)),
        (ngettext("%(number)d document", "%(number)d documents", len(documents)), len(documents)),
    ]
    counted = get_text_list([words % {"number": number} for words, number in numbers if number], _("and"))
    latest = max((day for day in map(_day, (*updates, *steps, *documents)) if day), default=None)
    if not (counted and latest):
        return counted
    return _("%(counted)s, the latest on %(day)s") % {"counted": counted, "day": written(latest)}


def _day(item: Any) -> date | None:
    return item["date"]


def eyebrow_of(about: Sequence[Mapping[str, Any]], diary_numbers: Sequence[str]) -> str:
    """Above the heading: where, unless that is many places, and the case."""
    places = [strip_tags(str(fact["value"])) for fact in about if fact.get("filter") == "place"]
    return " · ".join([*(place for place in places if len(place) <= WHERE_MAX), *diary_numbers])


def concerns_note(about: Sequence[Mapping[str, Any]]) -> str:
    """Whom, where and what a dialogue concerns, as its folded group says it: “Smygehamn · Safety, Nature”."""
    return " · ".join(strip_tags(str(fact["value"])) for fact in about if fact.get("filter"))
