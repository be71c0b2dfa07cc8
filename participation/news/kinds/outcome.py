"""News of what it led to: a step of the outcome, and how commitments go."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from cms.following.models import NewsItem
from cms.following.registry import News, Reader
from cms.pages.translated_words import TranslatedRows, page_url, translated_text
from cms.templatetags.dates import written
from cms.visibility import is_visible
from participation.choices import CommitmentStatus, OutcomeStep
from participation.commitments.display import status_words
from participation.dialogues.answers import answer_sentence
from participation.events.owners import own_contributions
from participation.feedback.anchors import answer_anchor
from participation.models import Commitment, CommitmentStatusEntry, Contribution, OutcomeItem, OutcomePage, ThemeContribution
from participation.news.subjects import Subject, quoted, shown_to, subject_of

OWN_QUOTED = 3


def outcome_published(item: NewsItem, reader: Reader) -> News | None:
    """The outcome has come to a step and stands there still; whoever wrote gets the answers to the own themes first."""
    subject = subject_of(item, reader)
    outcome = _standing_outcome(item, subject, reader)
    if subject is None or outcome is None:
        return None
    shown = shown_to(outcome, reader.person)
    introduction = str(translated_text(shown, outcome, "introduction"))
    return _answers(item, subject, outcome, _heading(outcome.step), introduction, _items_of(outcome))


def outcome_corrected(item: NewsItem, reader: Reader) -> News | None:
    """Answers of a published outcome say another thing than before; the others are not repeated."""
    subject = subject_of(item, reader)
    outcome = _standing_outcome(item, subject, reader)
    if subject is None or outcome is None:
        return None
    changed = [row for row in _items_of(outcome) if row.theme_id in item.data["changed"]]
    note = "" if changed else _("An answer stands there no more.")
    return _answers(item, subject, outcome, _("An answer has been corrected"), note, changed)


def outcome_taken_back(item: NewsItem, reader: Reader) -> News | None:
    """The answer that was told is not published now; whoever waits for it hears until when."""
    subject = subject_of(item, reader)
    if subject is None or subject.row.facts.is_answered or subject.row.facts.cancelled:
        return None
    due = subject.row.facts.feedback_due_on
    promised = _("An answer was promised by %(day)s.") % {"day": written(due)} if due else ""
    taken = _("What the municipality answered is not published any more. You are told when there is a new answer.")
    return subject.news(item, _("The answer has been taken back"), taken, promised)


def _standing_outcome(item: NewsItem, subject: Subject | None, reader: Reader) -> OutcomePage | None:
    """The outcome, where it stands at the step that is told and the reader may see it."""
    outcome = subject.row.loaded.outcome if subject is not None else None
    if outcome is None or outcome.step != item.data["step"] or not is_visible(outcome, reader.person):
        return None
    return outcome


def _items_of(outcome: OutcomePage) -> list[OutcomeItem]:
    return list(outcome.items.select_related("decision__body"))


def _answers(item: NewsItem, subject: Subject, outcome: OutcomePage, heading: str, lede: str, items: list[OutcomeItem]) -> News:
    """These answers; those to the reader's own themes first, after what the reader wrote."""
    shown = shown_to(outcome, subject.reader.person)
    mine = list(_own_behind_themes(subject, subject.reader)) if subject.reader.own else []
    own_themes = _themes_of(mine)
    items.sort(key=lambda row: row.theme_id not in own_themes)
    url = page_url(shown, None) + (f"#{answer_anchor(items[0].theme_id)}" if own_themes and items else "")
    texts = TranslatedRows(shown, outcome, "items")
    return subject.news(item, heading, _you_wrote(mine), lede, *(_answer(row, texts, outcome) for row in items), url=url)


def _heading(step: str) -> str:
    return {
        OutcomeStep.SAID: _("What you all said has been gathered"),
        OutcomeStep.DECIDED: _("There is an answer"),
        OutcomeStep.DONE: _("This is what was done"),
    }[OutcomeStep(step)]


def _own_behind_themes(subject: Subject, reader: Reader) -> Any:
    return own_contributions(reader.follower, subject.page.pk).published().select_related("thread_root").oldest()


def _themes_of(mine: list[Contribution]) -> set[int]:
    """Those that the contributions lie in, or their conversations."""
    pks = {row.pk for row in mine} | {row.thread_root_id for row in mine if row.thread_root_id}
    return set(ThemeContribution.objects.filter(contribution__in=pks).values_list("theme", flat=True)) if pks else set()


def _you_wrote(mine: list[Contribution]) -> str:
    return "\n".join(_("You wrote: %(words)s") % {"words": quoted(row)} for row in mine[:OWN_QUOTED])


def _answer(row: OutcomeItem, texts: TranslatedRows, outcome: Any) -> str:
    """Theme, answer, reason, decision."""
    heading = str(texts.of(row, "heading"))
    if outcome.step == OutcomeStep.SAID or not row.answer:
        return f"{heading}: {texts.of(row, 'said')}".strip().rstrip(":")
    lines = [heading, f"{answer_sentence(row, outcome)}.", str(texts.of(row, "reason"))]
    if row.decision is not None:
        lines.append(_("Decision: %(decision)s.") % {"decision": row.decision.citation})
    return "\n".join(line.strip() for line in lines if line.strip())


def commitments_changed(item: NewsItem, reader: Reader) -> News | None:
    """What is promised, and how it goes, as the follow-up says it now."""
    subject = subject_of(item, reader)
    follow_up = subject.row.loaded.follow_up if subject is not None else None
    if subject is None or follow_up is None or not is_visible(follow_up, reader.person):
        return None
    entries = CommitmentStatusEntry.objects.filter(pk__in=item.data["entries"], dialogue=subject.page)
    changed = {entry.commitment_key for entry in entries}
    rows = [row for row in subject.row.loaded.commitments if row.translation_key in changed]
    if not rows:
        return None
    shown = shown_to(follow_up, reader.person)
    texts = TranslatedRows(shown, follow_up, "commitments")
    heading = _("This is promised now") if item.data["first"] else _("News of what was promised")
    mine = list(_own_behind_themes(subject, reader)) if reader.own else []
    own_themes = _themes_of(mine)
    rows.sort(key=lambda row: (row.theme_id not in own_themes, row.sort_order or 0))
    before = _days_before(item, subject)
    lines = [_commitment(row, texts, before.get(row.translation_key)) for row in rows]
    return subject.news(item, heading, _you_wrote(mine), *lines, url=page_url(shown, None))


def commitments_withdrawn(item: NewsItem, reader: Reader) -> News | None:
    """The follow-up that was told is not published now."""
    subject = subject_of(item, reader)
    if subject is None or subject.row.loaded.follow_up is not None:
        return None
    taken = _("The page that says what will be done is not published any more. You are told when it is published again.")
    return subject.news(item, _("What was promised has been taken back"), taken)


def _days_before(item: NewsItem, subject: Subject) -> dict[Any, date]:
    """The day by which each commitment was promised before this news."""
    earlier = CommitmentStatusEntry.objects.filter(dialogue=subject.page, pk__lt=min(item.data["entries"]))
    return dict(earlier.order_by("pk").values_list("commitment_key", "due_on"))


def _commitment(row: Commitment, texts: TranslatedRows, before: date | None) -> str:
    facts = {"what": texts.of(row, "what"), "who": texts.of(row, "who"), "status": status_words(row)}
    settled = row.status in (CommitmentStatus.DONE, CommitmentStatus.DROPPED) or row.due_on is None
    sentence = _("%(what)s: %(status)s.") if settled else _("%(what)s: %(status)s, to be done by %(day)s by %(who)s.")
    told = sentence % (facts | {"day": written(row.due_on)})
    is_moved = not settled and before is not None and before != row.due_on
    moved = _("It was promised by %(day)s before.") % {"day": written(before)} if is_moved else ""
    return "\n".join(filter(None, [told, moved, str(texts.of(row, "note")).strip()]))
