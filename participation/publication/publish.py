"""The gate: a page of a dialogue is published when nothing that its promise needs is missing.

The page form asks `gate_rules` first, so that an editor sees what is missing at its field. This is
the door behind it, for the other roads: many at once, a workflow, the schedule, a translation.
It stands in `publish()` and not in `Page.clean()`, where Wagtail's views answer 500 and its schedule stops.
"""

import logging
from collections.abc import Callable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter, log
from wagtail.models import PageLogEntry

from cms.accounts.models import User
from cms.refusals import ActionRefused
from participation.publication.missing import Missing
from participation.publication.requirements import missing_for_publication

LOG_ACTION = "participation.publication_refused"

logger = logging.getLogger(__name__)


class PublicationRefused(ActionRefused):
    """A page was about to be published too early; its messages say what is missing and where."""

    def __init__(self, page: Any, missing: Sequence[Missing]) -> None:
        self.missing = tuple(missing)
        headline = _("“%(page)s” is not published yet, since something is missing:") % {"page": page.get_admin_display_title()}
        super().__init__(headline, *(entry.sentence for entry in missing), return_url=reverse("wagtailadmin_pages:edit", args=[page.pk]))


def publish_checked(page: Any, revision: Any, user: User | None, publish: Callable[..., None], **kwargs: Any) -> None:
    """Publish a page unless something is missing.

    Raises PublicationRefused when a person publishes. When nobody does (the schedule, a translation that
    follows) nothing is published, and it is logged once for the revision, since the schedule tries
    again at every run.
    """
    missing = missing_for_publication(revision.as_object())
    if not missing:
        publish(revision, user=user, **kwargs)
    elif user is not None:
        raise PublicationRefused(page, missing)
    else:
        log_refusal(page, revision, missing)


def log_refusal(page: Any, revision: Any, missing: Sequence[Missing]) -> None:
    """Write once into the page's history that this revision was held back, and why."""
    if PageLogEntry.objects.filter(page=page.pk, action=LOG_ACTION, revision=revision).exists():
        return
    sentences = [str(entry.sentence) for entry in missing]
    logger.warning("Not published: page %s, revision %s: %s", page.pk, revision.pk, " ".join(sentences))
    log(instance=page, action=LOG_ACTION, revision=revision, data={"missing": sentences})


class RefusalFormatter(LogFormatter):
    """How the page's history tells of a publication that was held back."""

    label = gettext_lazy("Hold back publication")

    def format_message(self, log_entry: Any) -> str:
        return _("Not published, since something is missing. %(missing)s") % {"missing": " ".join(log_entry.data.get("missing", []))}


def register_log_actions(actions: LogActionRegistry) -> None:
    """Tell Wagtail the words of our entry."""
    actions.register_action(LOG_ACTION)(RefusalFormatter)
