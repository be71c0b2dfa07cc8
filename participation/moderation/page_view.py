"""The public page on moderation: a sentence first, then the table; what was hidden, never what it said."""

from collections import Counter
from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from cms.pages.translated_words import page_url
from participation.choices import ContributionState, HideReason
from participation.contributions.form_notes import rules_url
from participation.dialogues.cards import shown_pages, title_of
from participation.dialogues.queries import visible_dialogues
from participation.models import DialoguePage
from participation.models.dialogue_queryset import DialogueQuerySet
from participation.moderation.figures import (
    DialogueFigures,
    Speed,
    YearFigures,
    dialogue_figures,
    number_of_reports,
    time_until_looked_at,
    time_until_published,
    year_figures,
)

State = ContributionState
YEARS = 4


def moderation_context(request: HttpRequest) -> dict[str, Any]:
    """Everything the page shows, of the dialogues that the reader may see."""
    dialogues = visible_dialogues(request.user).order_by().values("pk")
    years = year_figures(dialogues)
    return {
        "rules_url": rules_url(request),
        "reasons": HideReason.labels,
        "figures": _year_table(years),
        "reason_figures": _reason_table(years),
        "dialogue_rows": _dialogue_rows(request, dialogue_figures(dialogues)),
        "speed": _speed_sentences(dialogues),
    }


def _year_table(years: list[YearFigures]) -> dict[str, Any]:
    """A column for each year: a telephone shows it without scrolling sideways."""
    shown = years[:YEARS]
    measures = [
        (pgettext("contributions", "Received"), [row.received for row in shown]),
        (pgettext("contributions", "Published"), [row.states[State.PUBLISHED] for row in shown]),
        (pgettext("contributions", "Hidden"), [row.states[State.HIDDEN] for row in shown]),
        (pgettext("contributions", "Withdrawn"), [row.states[State.WITHDRAWN] for row in shown]),
        (pgettext("contributions", "Waiting for review"), [row.states[State.PENDING] for row in shown]),
        (_("Looked at again, at the writer's request"), [row.asked for row in shown]),
        (_("Of these shown again"), [row.changed for row in shown]),
    ]
    rows = [[label, *numbers] for label, numbers in measures] if shown else []
    return {"sentence": _sentence(years), "columns": [_("What became of them"), *(str(row.year) for row in shown)], "rows": rows}


def _sentence(years: list[YearFigures]) -> str:
    received = sum(row.received for row in years)
    hidden = sum(row.states[State.HIDDEN] for row in years)
    if not received:
        return _("Nothing has been received yet.")
    if not hidden:
        return ngettext(
            "%(count)d contribution has been received. It is not hidden.",
            "%(count)d contributions have been received. None is hidden.",
            received,
        ) % {"count": received}
    return ngettext(
        "%(hidden)d of %(received)d contribution is hidden.", "%(hidden)d of %(received)d contributions are hidden.", received
    ) % {"hidden": hidden, "received": received}


def _reason_table(years: list[YearFigures]) -> dict[str, Any] | None:
    shown = [row for row in years[:YEARS] if row.reasons]
    if not shown:
        return None
    rows = [[reason.label, *(row.reasons[reason] for row in shown)] for reason in HideReason]
    return {"sentence": _most_common(shown), "columns": [_("Reason"), *(str(row.year) for row in shown)], "rows": rows}


def _most_common(years: list[YearFigures]) -> str:
    """Said only where one reason is more common than every other."""
    totals = sum((row.reasons for row in years), Counter())
    (reason, most), *others = totals.most_common(2)
    if others and others[0][1] == most:
        return ""
    return _("The most common reason: %(reason)s") % {"reason": HideReason(reason).label}


def _dialogue_rows(request: HttpRequest, figures: list[DialogueFigures]) -> list[dict[str, Any]]:
    pages = DialoguePage.objects.select_related("locale").in_bulk([row.dialogue for row in figures])
    shown = shown_pages(pages.values(), request) if pages else {}
    rows = []
    for row in figures:
        title, lang = title_of(pages[row.dialogue], shown[row.dialogue])
        rows.append({"figures": row, "title": title, "lang": lang, "url": page_url(shown[row.dialogue], request)})
    return rows


def _speed_sentences(dialogues: DialogueQuerySet) -> list[str]:
    published, looked_at = time_until_published(dialogues), time_until_looked_at(dialogues)
    told = []
    if published.typical is not None:
        told.append(
            _("Where everything is read first, half of the contributions were published within %(time)s (%(count)s in all).")
            % _told(published)
        )
    if looked_at.typical is not None:
        told.append(_("Half of the reports were decided within %(time)s (%(count)s in all).") % _told(looked_at))
    waiting = number_of_reports(dialogues) - looked_at.number
    if waiting:
        told.append(
            ngettext("%(count)d report is not decided yet.", "%(count)d reports are not decided yet.", waiting) % {"count": waiting}
        )
    return told


def _told(speed: Speed) -> dict[str, Any]:
    return {"time": _duration(speed.typical or timedelta()), "count": speed.number}


def _duration(time: timedelta) -> str:
    hours = max(round(time.total_seconds() / 3600), 1)
    if hours < 48:
        return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    return ngettext("%(count)d day", "%(count)d days", hours // 24) % {"count": hours // 24}
