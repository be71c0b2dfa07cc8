"""Drafts of an outcome and a follow-up: Wagtail keeps their rows in the page's latest revision."""

from typing import Any

from django.utils.translation import gettext as _

from cms.accounts.models import User
from participation.feedback.actions.checks import FeedbackRefused
from participation.models import Commitment, DialoguePage, FollowUpPage, OutcomeItem, OutcomePage, Theme


def draft_of(model: type[OutcomePage] | type[FollowUpPage], dialogue: DialoguePage) -> Any | None:
    """The outcome (or follow-up) of a canonical dialogue as its editor sees it, or None."""
    page = model.objects.child_of(dialogue).first()
    return page.get_latest_revision_as_object() if page else None


def require_editor(page: OutcomePage | FollowUpPage, by: User) -> None:
    """Refuse a person who may not edit the page, and everybody while somebody has locked it."""
    lock = page.get_lock()
    if not page.permissions_for_user(by).can_edit() or (lock and lock.for_user(by)):
        raise FeedbackRefused(_("“%(page)s” is locked, or you may not edit it.") % {"page": page.get_admin_display_title()})


def move_draft_answers(dialogue: DialoguePage, source: Theme, target: Theme, by: User) -> None:
    """Let drafted answers and commitments of `source` point at `target`; nothing that was written is lost."""
    outcome = draft_of(OutcomePage, dialogue)
    if outcome is not None and _move_answer(outcome, source, target):
        require_editor(outcome, by)
        outcome.save_revision(user=by)
    follow_up = draft_of(FollowUpPage, dialogue)
    if follow_up is not None and _move_commitments(follow_up, source, target):
        require_editor(follow_up, by)
        follow_up.save_revision(user=by)
    _move_stored_rows(source, target)


def _move_answer(outcome: OutcomePage, source: Theme, target: Theme) -> bool:
    items = list(outcome.items.all())
    moving = next((item for item in items if item.theme_id == source.pk), None)
    if moving is None:
        return False
    standing = next((item for item in items if item.theme_id == target.pk), None)
    if standing is None:
        moving.theme = target
    else:
        standing.said = _joined(standing.said, moving.said)
        standing.reason = _joined(standing.reason, moving.reason)
        items.remove(moving)
    outcome.items = items
    return True


def _move_commitments(follow_up: FollowUpPage, source: Theme, target: Theme) -> bool:
    commitments = list(follow_up.commitments.all())
    moving = [commitment for commitment in commitments if commitment.theme_id == source.pk]
    for commitment in moving:
        commitment.theme = target
    follow_up.commitments = commitments
    return bool(moving)


def _move_stored_rows(source: Theme, target: Theme) -> None:
    """Rows of pages that were never published, translations too: superseded by revisions, yet they hold the theme."""
    answered = OutcomeItem.objects.filter(theme=target).values("page")
    OutcomeItem.objects.filter(theme=source, page__in=answered).delete()
    OutcomeItem.objects.filter(theme=source).update(theme=target)
    Commitment.objects.filter(theme=source).update(theme=target)


def _joined(first: str, second: str) -> str:
    return first if second in first else "\n\n".join(text for text in (first, second) if text)
