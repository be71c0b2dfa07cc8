"""What has become of a contribution: the stations on its receipt.

A station is told only from what is published: rows of live pages that the reader may see. A hidden or
withdrawn text is never repeated.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from wagtail.models import Page

from cms.accounts.models import Participant
from cms.pages.translated_words import TranslatedRows, page_url, translated_text, translations_of
from cms.people import Person
from cms.templatetags.dates import short, written
from cms.text.receipt_codes import read_code
from cms.visibility import is_visible, visible_to
from participation.choices import AnswerKind, Channel, CommitmentStatus, ContributionState
from participation.commitments.display import status_words
from participation.commitments.queries import CommitmentRow
from participation.contract import Counts
from participation.dialogues.answers import answer_sentence
from participation.dialogues.counts import in_words
from participation.dialogues.queries import DialogueRow, rows_for
from participation.dialogues.stations import CANCELLED, COMING, CURRENT, DONE, MISSED, Station, in_order_of_days
from participation.feedback.anchors import answer_anchor
from participation.feedback.queries import theme_counts
from participation.models import Commitment, Contribution, FollowUpPage, ModerationDecision, NoAnswerNeeded, OutcomeItem, OutcomePage, Theme
from participation.news.subjects import shown_to
from participation.registry import get_method


def find_receipt(typed: str) -> Contribution | None:
    """The contribution whose code somebody typed, in any case and with any hyphens."""
    code = read_code(typed)
    rows = Contribution.objects.select_related("dialogue__locale", "official_administration")
    return rows.filter(receipt_code=code).first() if code else None


def receipt_stations(contribution: Contribution, at: datetime, person: Person | None = None) -> list[Station]:
    """Received, published, theme, answer, decision, commitment: how far a contribution has come."""
    return Receipt(contribution, at, person or AnonymousUser()).stations


@dataclass
class Receipt:
    """A contribution as its receipt tells it to a reader."""

    contribution: Contribution
    at: datetime
    person: Person
    participant: Participant | None = None

    @cached_property
    def is_author(self) -> bool:
        return self.participant is not None and self.contribution.participant_id == self.participant.pk

    @cached_property
    def dialogue_is_visible(self) -> bool:
        return is_visible(self.contribution.dialogue, self.person)

    @property
    def shows_text(self) -> bool:
        """Published where the reader may see the dialogue; what waits for review, to the one who wrote it."""
        if self.contribution.state == ContributionState.PENDING:
            return self.is_author
        return self.contribution.state == ContributionState.PUBLISHED and self.dialogue_is_visible

    @property
    def place(self) -> str:
        """The address of the contribution in its conversation."""
        method = get_method(self.contribution.method)
        is_there = self.contribution.state == ContributionState.PUBLISHED and self.dialogue_is_visible
        return method.contribution_url(self.contribution) if method and is_there else ""

    @cached_property
    def row(self) -> DialogueRow:
        return rows_for([self.contribution.dialogue], self.at)[0]

    @cached_property
    def stations(self) -> list[Station]:
        """Every station; the first that is not behind is the present one."""
        stations = list(self._all())
        ahead = next((number for number, station in enumerate(stations) if station.status not in (DONE, CANCELLED)), None)
        if ahead is not None and stations[ahead].status == COMING:
            stations[ahead] = replace(stations[ahead], status=CURRENT)
        return stations

    def _all(self) -> Iterator[Station]:
        yield self._received()
        yield self._published()
        yield from self._looked_at_again()
        is_public = self.contribution.state in (ContributionState.PUBLISHED, ContributionState.PENDING)
        if not is_public or self.contribution.is_official:
            return
        if not self.dialogue_is_visible:
            yield from self._unpublished()
            return
        if self.row.facts.cancelled:
            yield from (station for station in self._became() if station.status in (DONE, CANCELLED))
            yield self._cancelled()
        else:
            yield from self._became()

    def _became(self) -> Iterator[Station]:
        """What became of it after it was published, and what is promised still."""
        unneeded = self._no_answer_needed()
        if unneeded is not None:
            yield unneeded
            return
        yield from self._themes()
        yield from in_order_of_days([*self._answers(), *self._decisions()])
        yield from self._commitments()

    def _unpublished(self) -> Iterator[Station]:
        """The end of a dialogue that is published no more; of one that only some may see, others are told nothing."""
        if not self.contribution.dialogue.live:
            yield Station("unpublished", pgettext("receipt", "The dialogue is not published any more"), CANCELLED, note=self._kept)

    @property
    def _kept(self) -> str:
        """What holds for a contribution whose dialogue the reader may not see."""
        if self.contribution.dialogue.live:
            return _("What you wrote is kept. This page tells what becomes of it only to those who may see the dialogue.")
        return _("What you wrote is kept. As long as the dialogue is not published, no answer is promised here.")

    @property
    def next_steps(self) -> list[str]:
        """What somebody who has just sent it may expect."""
        return what_happens_next(self.contribution) if self.dialogue_is_visible else [self._kept]

    def _cancelled(self) -> Station:
        """The end of a dialogue that was cancelled: nothing more is promised."""
        page = self.contribution.dialogue
        reason = translated_text(shown_to(page, self.person), page, "cancelled_reason").text
        words = " ".join(filter(None, [reason.strip(), _("No answer is promised any more.")]))
        return Station("cancelled", pgettext("receipt", "The dialogue was cancelled"), CANCELLED, date=page.cancelled_on, note=words)

    # What happened to the text itself

    def _received(self) -> Station:
        given = self.contribution
        channel = "" if given.channel == Channel.WEB else given.get_channel_display()
        return Station("received", pgettext("receipt", "Received"), DONE, date=_day(given.received_at), note=channel)

    def _published(self) -> Station:
        state = self.contribution.state
        if state == ContributionState.HIDDEN:
            return self._hidden()
        if state == ContributionState.WITHDRAWN:
            taken = self.contribution.revisions.first()
            words = _("You, or whoever wrote it, took it back. The text is no longer shown.")
            return Station("withdrawn", pgettext("receipt", "Withdrawn"), DONE, date=_day(taken.replaced_at) if taken else None, note=words)
        if state == ContributionState.PENDING:
            words = _("Somebody at the municipality reads it before it is published.") if self.dialogue_is_visible else ""
            return Station("published", pgettext("receipt", "Waiting for review"), CURRENT, note=words)
        decision = self.contribution.moderation_decisions.filter(verb=ModerationDecision.Verb.PUBLISHED).first()
        moment = decision.decided_at if decision else self.contribution.received_at
        return Station("published", pgettext("receipt", "Published"), DONE, date=_day(moment), url=self.place)

    def _hidden(self) -> Station:
        decision = self.contribution.moderation_decisions.filter(verb=ModerationDecision.Verb.HIDDEN).first()
        words = [self.contribution.get_hidden_reason_display(), self.contribution.public_note]
        day = _day(decision.decided_at) if decision else None
        return Station("hidden", pgettext("receipt", "Hidden"), DONE, date=day, note=" ".join(filter(None, words)))

    def _looked_at_again(self) -> Iterator[Station]:
        """What came of it when the one who wrote it asked for another person; their words are theirs."""
        for look in self.contribution.second_looks.all():
            label = pgettext("receipt", "Looked at again")
            if look.decided_at is None:
                words = _("Another person than the one who hid it reads it.")
                yield Station("looked_again", pgettext("receipt", "Is looked at again"), CURRENT, date=_day(look.asked_at), note=words)
            else:
                verdict = _("It stays hidden.") if look.upheld else _("It was shown again.")
                note = " ".join(filter(None, [verdict, look.answer]))
                yield Station("looked_again", label, DONE, date=_day(look.decided_at), note=note)

    # Where it was sorted

    @cached_property
    def themes(self) -> list[Theme]:
        """Its own themes; those of its thread for a reply that was not sorted by itself."""
        return list(self.contribution.themes.all()) or (list(self._root.themes.all()) if self._root else [])

    @cached_property
    def _root(self) -> Contribution | None:
        root = self.contribution.thread_root
        return root if root is not None and root.state == ContributionState.PUBLISHED else None

    @cached_property
    def _goes_with_thread(self) -> bool:
        return self._root is not None and not self.contribution.themes.exists()

    def _no_answer_needed(self) -> Station | None:
        if self.themes:
            return None
        own = NoAnswerNeeded.objects.filter(contribution=self.contribution).first()
        decision = own or (NoAnswerNeeded.objects.filter(contribution=self._root).first() if self._root else None)
        if decision is None:
            return None
        words = [decision.get_reason_display(), decision.note]
        if own is None:
            words.insert(0, _("It goes with the conversation it is part of."))
        label = pgettext("receipt", "No answer of its own")
        return Station("no_answer", label, DONE, date=_day(decision.decided_at), note=" ".join(filter(None, words)))

    def _themes(self) -> Iterator[Station]:
        counts = theme_counts([theme.pk for theme in self.themes])
        for theme in self.themes:
            label = pgettext("receipt", "Theme: %(theme)s") % {"theme": self._heading(theme)}
            yield Station("theme", label, DONE, note=_together(counts.get(theme.pk, Counts()), self._goes_with_thread))
        if not self.themes:
            words = _("What was said is sorted into themes, and each theme gets an answer.")
            yield Station("theme", pgettext("receipt", "Theme"), COMING, note=words)

    def _heading(self, theme: Theme) -> str:
        item = next((item for item in self.items if item.theme_id == theme.pk), None)
        return str(self._texts.of(item, "heading")) if item else theme.title

    # What was answered, decided and promised

    @cached_property
    def outcome(self) -> OutcomePage | None:
        """The live outcome, if the reader may see it."""
        return self._seen(self.row.loaded.outcome)

    @cached_property
    def follow_up(self) -> FollowUpPage | None:
        return self._seen(self.row.loaded.follow_up)

    def _seen(self, page: Any) -> Any:
        return page if page is not None and visible_to(Page.objects.filter(pk=page.pk), self.person).exists() else None

    @cached_property
    def items(self) -> list[OutcomeItem]:
        """The published answers to its themes."""
        if self.outcome is None or not self.themes:
            return []
        return list(OutcomeItem.objects.filter(page=self.outcome, theme__in=self.themes).select_related("decision__body"))

    @cached_property
    def _shown_outcome(self) -> Any:
        outcome = self.outcome
        return translations_of([outcome], OutcomePage.objects.all(), self.person).get(outcome.translation_key, outcome) if outcome else None

    @cached_property
    def _texts(self) -> TranslatedRows:
        return TranslatedRows(self._shown_outcome, self.outcome, "items")

    @property
    def _is_answered(self) -> bool:
        return self.row.facts.is_answered and any(item.answer for item in self.items)

    @property
    def was_refused(self) -> bool:
        """Whether what it asked for was answered with a no, or with half a yes."""
        is_told = self.dialogue_is_visible and self.row.facts.is_answered
        return is_told and any(item.answer in (AnswerKind.NOT, AnswerKind.PARTLY) for item in self.items)

    def _answers(self) -> Iterator[Station]:
        if not self._is_answered:
            yield self._promised_answer()
            return
        outcome_url = page_url(self._shown_outcome, None)
        for item in filter(lambda item: item.answer, self.items):
            label = pgettext("receipt", "Answer: “%(answer)s”") % {"answer": answer_sentence(item, self.outcome)}
            words = self._texts.of(item, "reason").html
            anchor = f"{outcome_url}#{answer_anchor(item.theme_id)}"
            yield Station("answer", label, DONE, date=self.row.facts.answered_on, note=words, url=anchor)

    def _promised_answer(self) -> Station:
        label, due = pgettext("receipt", "Answer"), self.contribution.dialogue.feedback_due_on
        if due is None:
            return Station("answer", label, COMING)
        if self.row.overdue:
            late = ngettext("%(days)d day late", "%(days)d days late", self.row.days_late) % {"days": self.row.days_late}
            return Station("answer", label, MISSED, when=_("promised by %(day)s") % {"day": short(due)}, note=late)
        return Station("answer", label, COMING, when=_("by %(day)s") % {"day": short(due)})

    def _decisions(self) -> Iterator[Station]:
        label = pgettext("receipt", "Decision")
        if not self._is_answered:
            yield Station("decision", label, COMING)
            return
        decisions = {item.decision for item in self.items if item.decision is not None}
        for decision in sorted(decisions, key=lambda decision: (decision.date, decision.pk)):
            yield Station("decision", label, DONE, date=decision.date, note=decision.citation, url=decision.link)
        if not decisions and self.outcome is not None and not self.outcome.decision_needed:
            yield Station("decision", label, DONE, when=_("none was needed"))

    def _commitments(self) -> Iterator[Station]:
        label = pgettext("receipt", "Done")
        made = self._made() if self.follow_up is not None else []
        if made:
            yield from self._promises(made)
        elif self._is_answered and self.row.facts.nothing_follows:
            yield Station("done", pgettext("way", "Concluded"), DONE, when=_("nothing more follows"))
        elif not self._is_answered:
            yield Station("done", label, COMING)

    def _made(self) -> list[Commitment]:
        return list(Commitment.objects.filter(page=self.follow_up, theme__in=self.themes).order_by("due_on", "pk"))

    def _promises(self, made: Iterable[Commitment]) -> Iterator[Station]:
        page: Any = self.follow_up
        shown = translations_of([page], FollowUpPage.objects.all(), self.person).get(page.translation_key, page)
        texts, follow_up_url = TranslatedRows(shown, page, "commitments"), page_url(shown, None)
        for commitment in made:
            what = texts.of(commitment, "what").html
            url = f"{follow_up_url}#commitment-{commitment.pk}"
            yield _promise(CommitmentRow(commitment, self.row.page, _day(self.at)), what, url)


def _promise(row: CommitmentRow, what: str, url: str) -> Station:
    commitment = row.commitment
    status = status_words(commitment)
    if commitment.status == CommitmentStatus.DONE:
        return Station("commitment", what, DONE, date=commitment.status_on, note=status, url=url)
    if commitment.status == CommitmentStatus.DROPPED:
        return Station(
            "commitment", what, CANCELLED, date=commitment.status_on, note=". ".join(filter(None, [status, commitment.note])), url=url
        )
    when = _("by %(day)s") % {"day": short(commitment.due_on)}
    if row.days_late:
        late = ngettext("%(days)d day late", "%(days)d days late", row.days_late) % {"days": row.days_late}
        return Station("commitment", what, MISSED, when=when, note=late, url=url)
    return Station("commitment", what, COMING, when=when, note=status, url=url)


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()


def _together(given: Counts, with_thread: bool) -> str:
    if with_thread:
        return _("with the conversation it is part of")
    return _("together %(given)s") % {"given": in_words(given)} if given.contributions > 1 else ""


def what_happens_next(contribution: Contribution) -> list[str]:
    """What somebody who has just sent something may expect, in order."""
    if contribution.dialogue.cancelled_on is not None:
        return [
            _(
                "The dialogue has been cancelled, and no answer is promised. What you wrote is kept, and the receipt says why it was cancelled."
            )
        ]
    due = contribution.dialogue.feedback_due_on
    first = (
        _("Somebody at the municipality reads it before it is published. Your receipt says when.")
        if contribution.state == ContributionState.PENDING
        else _("It stands on the page now, within a few seconds, for everybody to read and answer.")
    )
    answer = _("You can read the answer here, and what was decided, no later than %(day)s.") % {"day": written(due)} if due else ""
    sorted_out = _("When the dialogue has closed, everything that was said is sorted into themes. Each theme gets an answer.")
    return [words for words in (first, sorted_out, answer) if words]
