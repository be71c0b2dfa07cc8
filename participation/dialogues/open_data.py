"""A dialogue as public data. The shape is described in docs/open-data.md; keys are only ever added."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from participation.deadline import Chance
from participation.dialogues.answers import PublishedAnswers, answer_sentence
from participation.dialogues.cards import Card
from participation.dialogues.queries import DialogueRow


def dialogue_document(row: DialogueRow, card: Card, request: HttpRequest, answers: PublishedAnswers | None) -> dict[str, Any]:
    """One dialogue, with the answers of its outcome; days are those of Europe/Stockholm, the last day included."""
    page, facts = row.page, row.facts
    return {
        "id": page.pk,
        "url": request.build_absolute_uri(card.url),
        "language": card.lang or get_language() or settings.LANGUAGE_CODE,
        "title": card.title,
        "question": card.question,
        "state": row.state.value,
        "marks": [mark for mark, is_set in (("overdue", row.overdue), ("extended", row.extended), ("record", facts.is_record)) if is_set],
        "administration": _named(card.administration),
        "body": _named(page.body),
        "places": [_named(place) for place in page.places.all()],
        "topics": [_named(link.tag) for link in page.topic_links.all()],
        "target_groups": [_named(group) for group in page.target_groups.all()],
        "image": _image(card, request),
        "opens": timezone.localtime(facts.opens_at).date().isoformat() if facts.opens_at else None,
        "closes": facts.last_day.isoformat() if facts.last_day else None,
        "open_now": _chance(row.deadline.now),
        "open_next": _chance(row.deadline.then),
        "feedback_due": facts.feedback_due_on.isoformat() if facts.feedback_due_on and not facts.cancelled else None,
        "answered": facts.answered_on.isoformat() if facts.answered_on else None,
        "updated": _instant(row.changed_at),
        "outcome": _outcome(answers) if answers else None,
    }


def _outcome(answers: PublishedAnswers) -> dict[str, Any]:
    return {
        "summary": answers.summary,
        "themes": [
            {
                "theme": str(answers.texts.of(item, "heading")),
                "answer": item.answer or None,
                "reason_kind": item.reason_kind or None,
                "sentence": answer_sentence(item, answers.outcome) or None,
                "decision": item.decision.citation if item.decision else None,
            }
            for item in answers.items
        ],
    }


def _chance(chance: Chance | None) -> dict[str, str | None] | None:
    """What may be done, from its first day to its last; `right` is null where people take part elsewhere."""
    if chance is None:
        return None
    return {"right": chance.right or None, "from": chance.first.isoformat(), "until": chance.last.isoformat()}


def _named(thing: Any) -> dict[str, str] | None:
    return {"slug": thing.slug, "name": str(thing)} if thing else None


def _image(card: Card, request: HttpRequest) -> dict[str, Any] | None:
    """The picture of the place, in its largest size."""
    if card.picture is None:
        return None
    picture = card.picture
    url = request.build_absolute_uri(picture.src)
    return {"url": url, "width": picture.width, "height": picture.height, "description": picture.description}


def _instant(moment: datetime | None) -> str | None:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else None
