"""What hangs on a dialogue, as its page shows it: phases, the matter's steps, documents, updates, other ways."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import DecimalField, Prefetch, Value, prefetch_related_objects
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from cms.organisation.models import Place, TargetGroup, Topic
from cms.pages.translated_words import TranslatedRows, TranslatedText
from cms.text.alphabet import swedish_key
from cms.text.paragraphs import written_paragraph
from participation.deadline import last_day
from participation.dialogues.place_map import place_url
from participation.events import names
from participation.models import DialogueDocument, DialoguePage
from participation.registry import right_choices


@dataclass(frozen=True)
class PhaseView:
    """A phase in words: its name, its days and what people may do."""

    name: TranslatedText
    first: date
    last: date
    is_open: bool
    is_past: bool
    may: str


def read_children(page: DialoguePage, canonical: DialoguePage) -> None:
    """Read the stored rows of the page and of the canonical one together, and keep them. A draft holds its own."""
    pages = list({page.pk: page, canonical.pk: canonical}.values())
    documents = Prefetch("documents", DialogueDocument.objects.select_related("document"))
    prefetch_related_objects(pages, "phases", documents, "updates", "other_ways")


def phases_of(page: DialoguePage, canonical: DialoguePage, at: datetime) -> list[PhaseView]:
    """The phases in the order in which they open."""
    named = TranslatedRows(page, canonical, "phases")
    rights = dict(right_choices())
    return [
        PhaseView(
            name=named.of(phase, "name"),
            first=timezone.localtime(phase.opens_at).date(),
            last=last_day(phase.closes_at),
            is_open=phase.is_open(at),
            is_past=phase.closes_at <= at,
            may=get_text_list([str(rights[right]) for right in phase.rights if right in rights], _("and")),
        )
        for phase in sorted(canonical.phases.all(), key=lambda phase: phase.opens_at)
    ]


def steps_of(canonical: DialoguePage) -> list[Any]:
    """The steps of the matter, with their bodies."""
    return list(canonical.mandate_steps.select_related("body").order_by("sort_order", "pk"))


def mandate_of(steps: Sequence[Any], lang: str) -> list[dict[str, Any]]:
    """The steps in words, oldest first; they name records and stay in Swedish."""
    return [
        {
            "date": step.date,
            "kind": step.get_kind_display(),
            "title": step.title,
            "text": _citation(step),
            "url": step.link,
            "link_label": _("Read the record: %(title)s") % {"title": step.title},
            "lang": lang,
        }
        for step in sorted(steps, key=lambda step: step.date)
    ]


def _citation(step: Any) -> str:
    parts = [str(step.body) if step.body else "", written_paragraph(step.paragraph).replace(" ", "\u00a0"), step.diary_number]
    return ", ".join(part for part in parts if part)


def diary_numbers_of(steps: Sequence[Any]) -> list[str]:
    """The cases that the steps name, each once, without the number of a single document."""
    numbers = (step.diary_number for step in steps)
    return list(dict.fromkeys(number.split("-", 1)[0] for number in numbers if number))


def documents_of(page: DialoguePage, canonical: DialoguePage) -> list[dict[str, Any]]:
    """Files and links with their kind, as they are ordered."""
    titles = TranslatedRows(page, canonical, "documents")
    documents = []
    for row in canonical.documents.all():
        title = titles.of(row, "title")
        file = row.document
        documents.append(
            {
                "title": title.text,
                "lang": title.lang,
                "url": row.url,
                "kind": row.get_kind_display(),
                "date": row.date,
                "size": file.file_size if file else None,
                "format": file.file_extension.upper() if file else "",
                "external": not file,
            }
        )
    return documents


def updates_of(page: DialoguePage, canonical: DialoguePage) -> list[dict[str, Any]]:
    """Short dated news."""
    texts = TranslatedRows(page, canonical, "updates")
    items = [(row.date, texts.of(row, "text")) for row in canonical.updates.all()]
    return [{"date": day, "text": text.text, "lang": text.lang} for day, text in items]


def newest_first(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Dated items, the latest at the top; of one day, those that stand later."""
    oldest_first = sorted(items, key=lambda item: item["date"])
    return oldest_first[::-1]


def other_ways_of(page: DialoguePage, canonical: DialoguePage) -> list[dict[str, Any]]:
    """Ways to take part without the website."""
    texts = TranslatedRows(page, canonical, "other_ways")
    return [
        {field: texts.of(row, field) for field in ("name", "address", "hours")} | {"phone": row.phone, "tel": tel(row.phone)}
        for row in canonical.other_ways.all()
    ]


def concerns_of(canonical: DialoguePage, *, is_draft: bool = False) -> dict[str, list[Any]]:
    """The target groups, places and topics of a dialogue, by the name of their filter."""
    return _drafted_concerns(canonical) if is_draft else _stored_concerns(canonical)


def about_of(canonical: DialoguePage, rows: dict[str, list[Any]], index_url: str) -> list[dict[str, Any]]:
    """Whom, where and what the dialogue concerns; each leads to the others of its kind."""
    terms = {"target_group": _("For"), "place": _("Places"), "topic": _("Topics")}
    facts: list[dict[str, Any]] = [
        {"term": term, "value": _filter_links(index_url, name, rows[name]), "filter": name, "follow": _followed(name, rows[name])}
        for name, term in terms.items()
        if rows[name]
    ]
    if canonical.concerns_children:
        facts.append({"term": _("Concerns children"), "value": canonical.get_concerns_children_display()})
    return facts


def wider_of(canonical: DialoguePage, about: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """What is wider than a dialogue and can be followed from its page: places, topics, administration, body."""
    things = [thing for fact in about for thing in fact.get("follow", ())]
    if canonical.administration:
        things.append({"kind": names.ADMINISTRATION, "number": canonical.administration.pk, "title": str(canonical.administration)})
    if canonical.body:
        things.append({"kind": names.BODY, "number": canonical.body_id, "title": str(canonical.body)})
    return things


def _followed(name: str, rows: Sequence[Any]) -> list[dict[str, Any]]:
    kind = {"place": names.PLACE, "topic": names.TOPIC}.get(name)
    return [{"kind": kind, "number": row.pk, "title": str(row)} for row in rows if kind]


def _drafted_concerns(canonical: DialoguePage) -> dict[str, list[Any]]:
    return {
        "target_group": list(canonical.target_groups.all()),
        "place": list(canonical.places.all()),
        "topic": list(canonical.topics.all()),
    }


def _stored_concerns(canonical: DialoguePage) -> dict[str, list[Any]]:
    """Target groups, places (with where they lie) and topics in one query."""
    nowhere = [Cast(Value(None), DecimalField(max_digits=8, decimal_places=5))] * 2
    models = {"target_group": TargetGroup, "place": Place, "topic": Topic}
    queries = [
        TargetGroup.objects.filter(dialoguepage=canonical)
        .order_by()
        .values_list(Value("target_group"), "order", "name", "name_en", "slug", "pk", *nowhere),
        Place.objects.filter(dialoguepage=canonical)
        .order_by()
        .values_list(Value("place"), Value(0), "name", "name_en", "slug", "pk", "latitude", "longitude"),
        Topic.objects.filter(participation_dialoguetopic_items__content_object=canonical)
        .order_by()
        .values_list(Value("topic"), Value(0), "name", "name_en", "slug", "pk", *nowhere),
    ]
    concerns: dict[str, list[Any]] = {name: [] for name in models}
    for name, _order, *words, latitude, longitude in sorted(
        queries[0].union(*queries[1:], all=True), key=lambda row: (*row[:2], swedish_key(row[2]))
    ):
        position = {"latitude": latitude, "longitude": longitude} if name == "place" else {}
        concerns[name].append(models[name](**dict(zip(("name", "name_en", "slug", "pk"), words, strict=True)), **position))
    return concerns


def _filter_links(index_url: str, name: str, rows: Any) -> SafeString:
    if name == "place":
        return format_html_join(", ", '<a href="{}">{}</a>', ((place_url(row), str(row)) for row in rows))
    if not index_url:
        return format_html_join(", ", "{}", ((str(row),) for row in rows))
    return format_html_join(", ", '<a href="{}?{}={}">{}</a>', ((index_url, name, row.slug, str(row)) for row in rows))


def tel(number: str) -> str:
    """A telephone number as a link dials it."""
    return "".join(ch for ch in number if ch.isdigit() or ch == "+")
