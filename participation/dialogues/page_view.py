"""What the page of a dialogue shows. Words come from the page, facts from the canonical one."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms import clock
from cms.pages.breadcrumbs import breadcrumbs_of
from cms.pages.translated_words import TranslatedText, translated_text
from cms.templatetags.dates import written
from cms.visibility import visible_among
from participation.activities.display import activity_items
from participation.choices import State
from participation.contract import Subject
from participation.deadline import last_day
from participation.dialogues.attachments import render_sections
from participation.dialogues.cards import EXTENDED_IN, chip_of
from participation.dialogues.facts import LoadedFacts
from participation.dialogues.links import dialogue_contact, link_to
from participation.dialogues.page_groups import MAY_STILL, concerns_note, eyebrow_of, influence_items, matter_note
from participation.dialogues.page_parts import (
    about_of,
    concerns_of,
    diary_numbers_of,
    documents_of,
    mandate_of,
    newest_first,
    other_ways_of,
    phases_of,
    read_children,
    steps_of,
    tel,
    updates_of,
    wider_of,
)
from participation.dialogues.pictures import place_view_of
from participation.dialogues.place_map import map_marking
from participation.dialogues.promise_history import PromiseHistory, history_of, moved_notice, note_items
from participation.dialogues.queries import DialogueRow, rows_for
from participation.dialogues.state_words import answer_words, words_of
from participation.dialogues.timeline import stations_of
from participation.models import DialoguePage
from participation.registry import attachments

WORDED = (
    "title", "question", "introduction", "open_to_influence", "fixed_conditions", "background", "easy_read", "no_mandate_reason",
    "contact_name", "contact_address", "feedback_form", "cancelled_reason", "held_when", "held_by", "held_methods", "held_result",
)  # fmt: skip


def dialogue_context(request: HttpRequest, page: DialoguePage) -> dict[str, Any]:
    """The variables of `participation/dialogues/page.html`; `participation.feedback.dialogue_page` adds the answer."""
    canonical = page.canonical
    is_draft = getattr(request, "is_preview", False)
    if not is_draft:
        read_children(page, canonical)
    at = clock.now()
    row, own = rows_for([canonical, page], at)
    said = {field: translated_text(page, canonical, field) for field in WORDED}
    lang = "" if page.pk == canonical.pk else settings.LANGUAGE_CODE
    history = PromiseHistory([], []) if row.facts.is_answered else history_of(canonical)
    steps = steps_of(canonical)
    breadcrumbs = breadcrumbs_of(page, request)
    index_url = breadcrumbs[1]["url"] if len(breadcrumbs) > 2 else ""
    news = note_items(history.notes, lang)
    below = shown_below(row, request, own.loaded)
    context = _taking_part(request, page, row, at) | _matter(page, mandate_of(steps, lang), news)
    context |= _concerns(request, canonical, index_url, diary_numbers_of(steps), is_draft=is_draft)
    return context | {
        "breadcrumbs": breadcrumbs,
        "index_url": index_url,
        "words": said,
        "heading": said["question"] or said["title"],
        "row": row,
        "swedish": lang,
        "chip": chip_of(row),
        "says": words_of(row),
        "answer_heading": answer_words(row),
        "stations": stations_of(row.facts, at),
        "notices": notices_of(row, said, history, lang),
        "influence": influence_items(canonical, said, words_of(row)),
        "contact_tel": tel(canonical.contact_phone),
        **(dialogue_contact(page, canonical) if row.overdue else {}),
        "responsible": _responsible(canonical),
        "promise_facts": _promise_facts(row, said),
        "held_facts": _held_facts(canonical, said),
        "below": [link_to(shown, request) for shown in below],
        "shown_below": {type(shown): shown for shown in below},
    }


def _concerns(request: HttpRequest, canonical: DialoguePage, index_url: str, diary_numbers: list[str], *, is_draft: bool) -> dict[str, Any]:
    """Where and what the dialogue is about, in words, as a picture and on the map."""
    concerns = concerns_of(canonical, is_draft=is_draft)
    about = about_of(canonical, concerns, index_url)
    return {
        "about": about,
        "wider": wider_of(canonical, about),
        "concerns_note": concerns_note(about),
        "eyebrow": eyebrow_of(about, diary_numbers),
        "place": place_view_of(canonical, concerns["place"], concerns["topic"]),
        "place_map": map_marking(request, concerns["place"]),
    }


def _taking_part(request: HttpRequest, page: DialoguePage, row: DialogueRow, at: datetime) -> dict[str, Any]:
    """When and how people take part."""
    canonical = page.canonical
    phases, sections = phases_of(page, canonical, at), sections_of(request, page)
    activities = activity_items(request, page, canonical, at) if _has_more_below(row) else []
    ways = other_ways_of(page, canonical)
    return {
        "phases": phases,
        "deadline": row.deadline,
        "until": row.deadline.words(written),
        "afterwards": row.deadline.words_after(written),
        "may_still_take_part": row.state in MAY_STILL,
        "open_phases": [phase for phase in phases if phase.is_open] if row.state == State.OPEN else [],
        "activities": activities,
        "other_ways": ways,
        "ways_note": ", ".join(way["name"].text for way in ways),
        "sections": sections,
        "start_url": _start_url(sections, activities) if row.state == State.OPEN else "",
    }


def _start_url(sections: Sequence[Mapping[str, Any]], activities: Sequence[Mapping[str, Any]]) -> str:
    """Where one begins now: the form of the first method that is open, else the first open activity."""
    forms = [str(section["start_url"]) for section in sections if section["start_url"]]
    return next(iter([*forms, *(str(activity["url"]) for activity in activities if activity["is_open"])]), "")


def _matter(page: DialoguePage, mandate: list[dict[str, Any]], news: list[dict[str, Any]]) -> dict[str, Any]:
    """What has happened, and what it says of itself while it is folded."""
    documents = documents_of(page, page.canonical)
    updates = newest_first([*updates_of(page, page.canonical), *news])
    return {"mandate": mandate, "documents": documents, "updates": updates, "matter_note": matter_note(updates, mandate, documents)}


def _has_more_below(row: DialogueRow) -> bool:
    """Whether anything but the outcome and the follow-up may stand below the dialogue."""
    known = [page for page in (row.loaded.outcome, row.loaded.follow_up) if page]
    return row.page.numchild > len(known)


def notices_of(row: DialogueRow, said: dict[str, TranslatedText], history: PromiseHistory, lang: str) -> list[dict[str, Any]]:
    """What a reader must know first: cancelled, late, moved, extended, or only a short record."""
    page, facts = row.page, row.facts
    if facts.cancelled:
        on = _("The dialogue was cancelled on %(day)s.") % {"day": written(facts.cancelled_on)}
        return [{"kind": "error", "title": on, "text": said["cancelled_reason"].text, "lang": said["cancelled_reason"].lang}]
    if facts.is_record:
        return [{"kind": "info", "title": _("A short record"), "text": _("This dialogue was held before this site existed.")}]
    notices = []
    if row.overdue:
        notices.append({"kind": "warning", "title": _("The answer is late."), "text": _late_sentence(row), "asks": True})
    if history.last_move:
        notices.append(moved_notice(history.last_move, lang))
    if row.extended and page.announced_closes_at and row.state in EXTENDED_IN:
        days = {"before": written(last_day(page.announced_closes_at)), "now": written(facts.last_day)}
        text = _("It was to close on %(before)s. The last day is now %(now)s.") if row.state == State.OPEN else ""
        text = text or _("It was to close on %(before)s. The last day became %(now)s.")
        notices.append({"kind": "info", "title": _("The dialogue has been extended."), "text": text % days})
    return notices


def _late_sentence(row: DialogueRow) -> str:
    sentence = ngettext(
        "It was promised by %(day)s, %(days)d day ago.", "It was promised by %(day)s, %(days)d days ago.", row.days_late
    ) % {"day": written(row.facts.feedback_due_on), "days": row.days_late}
    who = row.page.feedback_responsible.shown_function if row.page.feedback_responsible else ""
    return f"{sentence} {_('Responsible for the answer: %(who)s.') % {'who': who}}" if who else sentence


def _responsible(page: DialoguePage) -> list[dict[str, Any]]:
    """The body and the administration behind the dialogue."""
    facts: list[dict[str, Any]] = []
    if page.body:
        facts.append({"term": _("Committee"), "value": str(page.body), "url": reverse("participation:body", args=[page.body.slug])})
    if page.administration:
        facts.append({"term": _("Administration"), "value": str(page.administration)})
    partners = [str(partner) for partner in page.partners.all()]
    if partners:
        facts.append({"term": _("Together with"), "value": get_text_list(partners, _("and"))})
    return facts


def _promise_facts(row: DialogueRow, said: dict[str, TranslatedText]) -> list[dict[str, Any]]:
    """The promise of an answer: when, how and by whom."""
    page = row.page
    facts: list[dict[str, Any]] = []
    if page.feedback_due_on:
        facts.append({"term": _("Promised by") if row.facts.is_answered else _("No later than"), "date": page.feedback_due_on})
    if said["feedback_form"]:
        facts.append({"term": _("How"), "value": said["feedback_form"].text, "lang": said["feedback_form"].lang})
    if page.feedback_responsible and page.feedback_responsible.shown_function:
        facts.append({"term": _("Responsible"), "value": page.feedback_responsible.shown_function})
    return facts


def _held_facts(page: DialoguePage, said: dict[str, TranslatedText]) -> list[dict[str, Any]]:
    """When, by whom and how a dialogue was held before the site existed."""
    if not page.is_record:
        return []
    terms = {"held_when": _("When"), "held_by": _("Who asked"), "held_methods": _("How")}
    facts: list[dict[str, Any]] = [
        {"term": term, "value": said[field].text, "lang": said[field].lang} for field, term in terms.items() if said[field]
    ]
    if page.held_participants is not None:
        facts.append({"term": _("Number taking part"), "value": str(page.held_participants)})
    return facts


def sections_of(request: HttpRequest, page: DialoguePage) -> list[dict[str, Any]]:
    """The sections of the methods that hang on every dialogue, rendered."""
    canonical = page.canonical
    return [] if canonical.pk is None or canonical.is_record else render_sections(attachments(), request, Subject(canonical))


def shown_below(row: DialogueRow, request: HttpRequest, own: LoadedFacts) -> list[Any]:
    """The outcome and the follow-up that the reader may see; `own` are those in the reader's language, where they exist in it."""
    below = [page for page in (row.loaded.outcome, row.loaded.follow_up) if page]
    translations = {page.translation_key: page for page in (own.outcome, own.follow_up) if page and not page.alias_of_id}
    return visible_among([translations.get(page.translation_key, page) for page in below], request.user)
