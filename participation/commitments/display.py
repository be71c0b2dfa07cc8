"""Commitments as pages show them: what, who, by when, how it goes and how it went."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from cms.pages.translated_words import TranslatedRows, page_url, translations_of
from cms.templatetags.dates import short, written
from participation.choices import CommitmentStatus
from participation.commitments.pictures import images_of, picture_items
from participation.commitments.queries import CommitmentRow, commitment_figures, commitment_rows
from participation.dialogues.cards import shown_pages, title_of
from participation.dialogues.queries import DialogueRow
from participation.dialogues.stations import CANCELLED, COMING, CURRENT, DONE, MISSED, Station
from participation.models import Commitment, CommitmentStatusEntry, FollowUpPage


def commitment_views(
    request: HttpRequest, row: DialogueRow, *, shown: Any = None, rows: list[CommitmentRow] | None = None
) -> list[dict[str, Any]]:
    """The variables of the component `commitment`, for each commitment of a dialogue.

    `shown` is the follow-up's page in the reader's language; `rows` those of a draft in preview.
    """
    canonical = shown.canonical if shown else row.loaded.follow_up
    if canonical is None:
        return []
    if shown is None:
        shown = translations_of([canonical], FollowUpPage.objects.all(), request.user).get(canonical.translation_key, canonical)
    rows = commitment_rows([row]) if rows is None else rows
    texts = TranslatedRows(shown, canonical, "commitments")
    history = history_of([made.commitment for made in rows])
    follow_up_url = page_url(shown, request) if shown.pk else ""
    images = images_of([made.commitment for made in rows])
    return [
        _view(made, texts, history[made.commitment.translation_key], follow_up_url)
        | {"pictures": picture_items(made.commitment, texts, images)}
        for made in rows
    ]


def commitment_lines(row: DialogueRow, shown: Any, follow_up_url: str) -> list[dict[str, Any]]:
    """Each commitment of a dialogue in one line, without its history; `shown` is the follow-up in the reader's language."""
    rows = commitment_rows([row])
    images = images_of([made.commitment for made in rows])
    texts = TranslatedRows(shown, row.loaded.follow_up or shown, "commitments")
    return [
        _item(made, texts, follow_up_url) | {"state_words": state_words(made), "pictures": picture_items(made.commitment, texts, images)}
        for made in rows
    ]


def history_of(commitments: list[Commitment]) -> dict[Any, list[CommitmentStatusEntry]]:
    """The dated statuses of commitments, oldest first, by translation key; one query."""
    entries: dict[Any, list[CommitmentStatusEntry]] = defaultdict(list)
    for entry in CommitmentStatusEntry.objects.filter(commitment_key__in=[row.translation_key for row in commitments]):
        entries[entry.commitment_key].append(entry)
    return entries


def commitment_items(request: HttpRequest, rows: Sequence[CommitmentRow]) -> list[dict[str, Any]]:
    """Commitments of many dialogues, without their history, each with the dialogue it came out of."""
    if not rows:
        return []
    follow_ups = {row.commitment.page_id: row.follow_up for row in rows if row.follow_up}
    pages = translations_of(follow_ups.values(), FollowUpPage.objects.prefetch_related("commitments"), request.user)
    shown: dict[int, Any] = {pk: pages.get(page.translation_key, page) for pk, page in follow_ups.items()}
    texts = {pk: TranslatedRows(shown[pk], page, "commitments") for pk, page in follow_ups.items()}
    dialogues = shown_pages({row.dialogue.pk: row.dialogue for row in rows}.values(), request)
    items = [_item(row, texts[row.commitment.page_id], page_url(shown[row.commitment.page_id], request)) for row in rows]
    titles = [title_of(row.dialogue, dialogues[row.dialogue.pk])[0] for row in rows]
    return [item | {"dialogue": title} for item, title in zip(items, titles, strict=True)]


def _view(row: CommitmentRow, texts: TranslatedRows, history: list[CommitmentStatusEntry], follow_up_url: str) -> dict[str, Any]:
    return _item(row, texts, follow_up_url) | {
        "late_words": late_words(row),
        "theme_id": row.commitment.theme_id,
        "stations": commitment_stations(row.commitment, history, row.today),
        "updates": [_update(entry) for entry in history],
    }


def _item(row: CommitmentRow, texts: TranslatedRows, follow_up_url: str) -> dict[str, Any]:
    """What stands wherever a commitment is shown; `follow_up_url` is that of the page that it stands on."""
    commitment = row.commitment
    anchor = f"commitment-{commitment.pk}"
    return {
        "id": anchor,
        "url": f"{follow_up_url}#{anchor}",
        **{field: texts.of(commitment, field).html for field in ("what", "who", "note")},
        "due": commitment.due_on,
        "status": commitment.status,
        "late": row.days_late > 0,
        "done_on": commitment.status_on if commitment.status == CommitmentStatus.DONE else None,
        "done_late": commitment.is_done_late,
    }


def status_words(told: Commitment | CommitmentStatusEntry) -> str:
    """How a commitment goes, in words; what was done after its day says so."""
    return str(_("Done too late") if told.is_done_late else told.get_status_display())


def late_words(row: CommitmentRow) -> str:
    """How late a commitment is, in words; empty while it is not."""
    if not row.days_late:
        return ""
    sentence = ngettext(
        "It was to be done by %(day)s, %(days)d day ago.", "It was to be done by %(day)s, %(days)d days ago.", row.days_late
    )
    return sentence % {"day": written(row.commitment.due_on), "days": row.days_late}


def state_words(row: CommitmentRow) -> str:
    """How a commitment goes, in one line: “Done on 16 April”, “Under way, to be done by 1 September”."""
    commitment = row.commitment
    due, since = short(commitment.due_on), short(commitment.status_on)
    if row.days_late:
        return ngettext("Late: promised by %(day)s, %(days)d day ago", "Late: promised by %(day)s, %(days)d days ago", row.days_late) % {
            "day": due,
            "days": row.days_late,
        }
    if commitment.is_done_late:
        return _("Done on %(since)s, too late: promised by %(due)s") % {"due": due, "since": since}
    words = {
        CommitmentStatus.DONE: _("Done on %(since)s") if since else _("Done"),
        CommitmentStatus.DROPPED: _("Will not be done, said on %(since)s") if since else _("Will not be done"),
        CommitmentStatus.UNDER_WAY: _("Being done now, by %(due)s"),
        CommitmentStatus.CHANGED: _("Changed, to be done by %(due)s"),
    }
    return str(words.get(CommitmentStatus(commitment.status), _("To be done by %(due)s"))) % {"due": due, "since": since}


def figures_words(rows: Sequence[CommitmentRow]) -> str:
    """How the commitments go, as a sentence: “2 of 5 are done, 1 is late”."""
    figures = commitment_figures(rows)
    if not figures.made:
        return ""
    done, made = figures.done + figures.done_late, figures.made - figures.dropped
    words = [ngettext("%(done)d of %(made)d is done", "%(done)d of %(made)d are done", done) % {"done": done, "made": made}]
    if figures.late:
        words.append(ngettext("%(late)d is late", "%(late)d are late", figures.late) % {"late": figures.late})
    if figures.dropped:
        words.append(ngettext("%(number)d will not be done", "%(number)d will not be done", figures.dropped) % {"number": figures.dropped})
    return _("%(words)s.") % {"words": ", ".join(words)}


def commitment_stations(commitment: Commitment, history: list[CommitmentStatusEntry], today: date) -> list[Station]:
    """Promised, under way, done: each with its day."""
    first = {entry.status: entry.date for entry in reversed(history)}
    status = commitment.status
    promised = Station("promised", pgettext("way", "Promised"), DONE, date=history[0].date if history else None)
    if status == CommitmentStatus.DROPPED:
        return [promised, Station("dropped", pgettext("way", "Will not be done"), CANCELLED, date=commitment.status_on)]
    begun = status in (CommitmentStatus.UNDER_WAY, CommitmentStatus.DONE) or CommitmentStatus.UNDER_WAY in first
    under_way = Station("under_way", pgettext("way", "Under way"), _under_way(status, begun), date=first.get(CommitmentStatus.UNDER_WAY))
    if status == CommitmentStatus.DONE:
        return [promised, under_way, Station("done", pgettext("way", "Done"), DONE, date=commitment.status_on)]
    due = commitment.due_on
    by = _("by %(day)s") % {"day": short(due)} if due else ""
    return [promised, under_way, Station("done", pgettext("way", "Done"), MISSED if due and due < today else COMING, when=by)]


def _under_way(status: str, begun: bool) -> str:
    if status == CommitmentStatus.DONE:
        return DONE
    return CURRENT if begun else COMING


def _update(entry: CommitmentStatusEntry) -> dict[str, Any]:
    title = _("%(status)s, to be done by %(day)s") % {"status": entry.get_status_display(), "day": short(entry.due_on)}
    settled = entry.status in (CommitmentStatus.DONE, CommitmentStatus.DROPPED)
    return {"date": entry.date, "title": status_words(entry) if settled else title, "text": entry.note}
