"""What the page of a follow-up shows."""

from typing import Any

from django.http import HttpRequest

from cms import clock
from cms.pages.breadcrumbs import breadcrumbs_of
from cms.pages.translated_words import translated_text, translations_of
from cms.pages.views import page_view
from cms.visibility import visible_among
from participation.commitments.display import commitment_views, figures_words
from participation.commitments.queries import CommitmentRow
from participation.dialogues.cards import chip_of
from participation.dialogues.links import dialogue_head, link_to
from participation.dialogues.queries import DialogueRow, rows_for
from participation.dialogues.timeline import stations_of
from participation.models import FollowUpPage, OutcomePage


@page_view("participation.FollowUpPage")
def follow_up_context(request: HttpRequest, page: FollowUpPage) -> dict[str, Any]:
    """The variables of `participation/commitments/page.html`."""
    canonical = page.canonical
    row = rows_for([canonical.dialogue], clock.now())[0]
    drafted = [CommitmentRow(commitment, row.page, clock.today()) for commitment in canonical.commitments.all()]
    views = commitment_views(request, row, shown=page, rows=drafted)
    return {
        "breadcrumbs": breadcrumbs_of(page, request),
        "words": {field: translated_text(page, canonical, field) for field in ("title", "introduction")},
        "row": row,
        "stations": stations_of(row.facts, row.at),
        "chip": chip_of(row),
        "outcome": _outcome_link(request, row),
        "commitments": views,
        "figures_words": figures_words(drafted),
        "late": [view for view in views if view["late"]],
        **dialogue_head(request, row, page.title),
    }


def _outcome_link(request: HttpRequest, row: DialogueRow) -> dict[str, str] | None:
    outcome = row.loaded.outcome
    if outcome is None:
        return None
    shown = translations_of([outcome], OutcomePage.objects.all(), request.user).get(outcome.translation_key, outcome)
    return link_to(shown, request) if visible_among([shown], request.user) else None
