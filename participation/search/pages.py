"""Dialogues, outcomes and follow-ups as the search reads and shows them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q, prefetch_related_objects
from django.http import HttpRequest
from django.utils.translation import override
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from cms import clock
from cms.pages.translated_words import TranslatedRows, page_url, translated_text
from cms.search.pages import PageWords, page_group
from cms.search.registry import Shown
from cms.text.paragraphs import written_paragraph
from cms.visibility import visible_to
from participation.dialogues.answers import answer_sentence
from participation.dialogues.cards import chip_of
from participation.dialogues.page_parts import steps_of
from participation.dialogues.queries import DialogueRow, administrations_of, rows_for
from participation.models import DialoguePage, FollowUpPage, OutcomePage

DIALOGUE = "participation.dialogue"
OUTCOME = "participation.outcome"
FOLLOW_UP = "participation.follow_up"

ALWAYS = ("question", "introduction", "easy_read")
OF_RECORDS = ("held_when", "held_by", "held_methods", "held_result")
OF_OTHERS = ("open_to_influence", "fixed_conditions")


def search_within(dialogue: DialoguePage) -> list[tuple[str, str]]:
    """What keeps a search to one canonical dialogue and what is said in it: the hidden fields of a search form."""
    return [("in", page_group(DIALOGUE, dialogue))]


def read_dialogues(pages: Sequence[DialoguePage]) -> dict[int, PageWords]:
    """The words of dialogues; facts are those of the canonical pages."""
    facets = facets_of([page.canonical for page in pages])
    return {
        page.pk: PageWords(joined(_dialogue_texts(page)), facets[page.canonical.pk], refresh_at=_next_change(page.canonical))
        for page in pages
    }


def read_outcomes(pages: Sequence[OutcomePage]) -> dict[int, PageWords]:
    """The words of outcomes, with the decisions that they cite."""
    dialogues = {page.pk: page.dialogue for page in pages}
    facets = facets_of(list(dialogues.values()))
    return {page.pk: PageWords(joined(_outcome_texts(page)), facets[dialogues[page.pk].pk]) for page in pages}


def read_follow_ups(pages: Sequence[FollowUpPage]) -> dict[int, PageWords]:
    """The words of follow-ups: what is promised, by whom, and how it goes."""
    dialogues = {page.pk: page.dialogue for page in pages}
    facets = facets_of(list(dialogues.values()))
    return {page.pk: PageWords(joined(_follow_up_texts(page)), facets[dialogues[page.pk].pk]) for page in pages}


def facets_of(dialogues: Collection[DialoguePage]) -> dict[int, dict[str, list[str]]]:
    """What canonical dialogues are narrowed by, by number; few queries however many they are."""
    prefetch_related_objects(list(dialogues), "phases", "places", "target_groups", "topic_links")
    rows = rows_for(dialogues, clock.now())
    administrations = administrations_of(dialogues)
    return {row.page.pk: _facets(row, administrations.get(row.page.path)) for row in rows}


def children_of(model: type[Page], dialogues: Collection[int]) -> Iterable[int]:
    """The pages of a type below dialogues."""
    paths = DialoguePage.objects.filter(pk__in=dialogues).values_list("path", flat=True)
    below = Q(pk__in=[])
    for path in paths:
        below |= Q(path__startswith=path)
    return model._default_manager.filter(below).values_list("pk", flat=True)


def show_dialogues(pages: Sequence[DialoguePage], request: HttpRequest) -> dict[int, Shown]:
    """Dialogues with their state and administration."""
    canonical = {page.pk: page.canonical for page in pages}
    originals = list({page.pk: page for page in canonical.values()}.values())
    rows = {row.page.pk: row for row in rows_for(originals, clock.now())}
    administrations = administrations_of(originals)
    return {
        page.pk: Shown(page_url(page, request), _meta(administrations.get(canonical[page.pk].path)), chip_of(rows[canonical[page.pk].pk]))
        for page in pages
    }


def show_children(pages: Sequence[Any], request: HttpRequest) -> dict[int, Shown]:
    """Pages below dialogues, with the dialogue that they belong to where the reader may see it."""
    above = {page.pk: page.path[: -page.steplen] for page in pages}
    dialogues = visible_to(DialoguePage.objects.filter(path__in=above.values()), request.user)
    titles = dict(dialogues.values_list("path", "title"))
    return {page.pk: Shown(page_url(page, request), (titles.get(above[page.pk], ""),)) for page in pages}


def _meta(administration: Any) -> tuple[str, ...]:
    return (str(administration),) if administration else ()


def _facets(row: DialogueRow, administration: Any) -> dict[str, list[str]]:
    page = row.page
    facets = {
        "state": [row.state.value],
        "level": [page.level] if page.level else [],
        "administration": [str(administration.pk)] if administration else [],
        "body": [str(page.body_id)] if page.body_id else [],
        "topic": [str(link.tag_id) for link in page.topic_links.all()],
        "place": [str(place.pk) for place in page.places.all()],
        "target_group": [str(group.pk) for group in page.target_groups.all()],
    }
    return {name: values for name, values in facets.items() if values}


def _next_change(page: DialoguePage) -> datetime | None:
    """When time alone changes the state: the first opening or closing to come."""
    now = clock.now()
    moments = [moment for phase in page.phases.all() for moment in (phase.opens_at, phase.closes_at)]
    return min((moment for moment in moments if moment and moment > now), default=None)


def _dialogue_texts(page: DialoguePage) -> Iterator[str]:
    """What its page shows, and nothing else: words of its own where it has them, rows of the canonical page."""
    canonical = page.canonical
    steps = steps_of(canonical)
    yield from (translated_text(page, canonical, field).text for field in _shown_fields(canonical, has_steps=bool(steps)))
    yield get_text_for_indexing(translated_text(page, canonical, "background").text)
    yield from _child_texts(page, "updates", "text")
    yield from _child_texts(page, "phases", "name")
    yield from _child_texts(page, "documents", "title")
    for step in steps:
        yield " ".join(filter(None, [step.title, str(step.body or ""), written_paragraph(step.paragraph), step.diary_number]))


def _shown_fields(canonical: DialoguePage, *, has_steps: bool) -> tuple[str, ...]:
    fields = ALWAYS + (OF_RECORDS if canonical.is_record else OF_OTHERS)
    fields += ("cancelled_reason",) if canonical.cancelled_on else ()
    return fields if has_steps else (*fields, "no_mandate_reason")


def _outcome_texts(page: OutcomePage) -> Iterator[str]:
    canonical = page.canonical
    texts = TranslatedRows(page, canonical, "items")
    yield translated_text(page, canonical, "introduction").text
    for item in canonical.items.select_related("decision__body").order_by("sort_order", "pk"):
        yield from (texts.of(item, field).text for field in ("heading", "said"))
        with override(page.locale.language_code):
            yield answer_sentence(item, canonical)
        yield texts.of(item, "reason").text
        decision = item.decision
        if decision is not None:
            yield " ".join(filter(None, [decision.citation, decision.diary_number]))
            yield decision.text
    yield get_text_for_indexing(translated_text(page, canonical, "closing").text)


def _follow_up_texts(page: FollowUpPage) -> Iterator[str]:
    canonical = page.canonical
    texts = TranslatedRows(page, canonical, "commitments")
    yield translated_text(page, canonical, "introduction").text
    for commitment in canonical.commitments.order_by("sort_order", "pk"):
        yield f"{texts.of(commitment, 'what')}. {texts.of(commitment, 'who')}"
        yield texts.of(commitment, "note").text


def _child_texts(page: DialoguePage, relation: str, field: str) -> Iterator[str]:
    texts = TranslatedRows(page, page.canonical, relation)
    yield from (texts.of(row, field).text for row in getattr(page.canonical, relation).all())


def joined(texts: Iterable[str]) -> str:
    """Each text as a paragraph of its own, none twice."""
    kept = dict.fromkeys(text.strip() for text in texts)
    return "\n".join(text for text in kept if text)
