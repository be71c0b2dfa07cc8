"""What became of a thing that a form was about: told only to whom the form was opened for, who has seen it (cms.http.asking_again)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.http.opened_for import Gone
from cms.people import Person
from cms.visibility import is_visible
from participation.choices import ContributionState
from participation.models import Contribution

BECAME: dict[str, str | Promise] = {
    ContributionState.WITHDRAWN: _("The comment was withdrawn by the one who wrote it."),
    ContributionState.HIDDEN: _("The comment was hidden by those who review."),
    ContributionState.PENDING: _("The comment waits for review and is not published now."),
}
REMOVED = _("It has been removed.")


def gone_page(page: Page | None) -> Gone:
    """A page that who asks may not see: removed, unpublished or behind a wall. Its title may have changed there, so it is not told."""
    if page is None:
        return Gone(REMOVED)
    is_published = page.live and not page.get_ancestors().filter(live=False).exists()
    return Gone(_("It is shown only to some people now.") if is_published else _("It is not published any more."))


def gone_contribution(contribution: Contribution | None, person: Person) -> Gone:
    """A contribution that cannot be answered, supported or reported: itself, or the dialogue that it stands in."""
    if contribution is None:
        return Gone(REMOVED)
    for page in (contribution.dialogue, contribution.activity):
        if page is not None and not is_visible(page, person):
            return gone_page(page)
    return Gone(BECAME.get(contribution.state, REMOVED))
