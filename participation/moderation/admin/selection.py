"""Which contributions an action is about: all that were chosen, or none.

A chosen contribution that the person may not see answers 404, as if it were not there: neither a
name nor a code of another dialogue is shown.
"""

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.refusals import ActionRefused
from participation.models import Contribution
from participation.models.contribution import ContributionQuerySet
from participation.moderation.admin.addresses import queue_url
from participation.moderation.admin.filters import DIGITS_MOST, ContributionFilterSet, QueueFilterSet
from participation.moderation.admin.rows import contributions_of, with_what_staff_see
from participation.moderation.admin.search import matching
from participation.moderation.queries import in_queue

MOST_AT_ONCE = 500

NOT_ALLOWED = {
    "moderate": gettext_lazy("You may see these contributions, but only moderators decide what is shown of them."),
    "sort": gettext_lazy("You may see these contributions, but only who may edit the dialogue sorts and answers them."),
}


def chosen_contributions(request: HttpRequest, right: str, back: str) -> list[Contribution]:
    """The contributions of a request, in the order they came in. Raises Http404, or ActionRefused with a reason."""
    rows = _chosen(request, contributions_of(request.user), back)
    if not rows:
        raise ActionRefused(_("Choose at least one contribution."), return_url=back)
    if len(rows) > MOST_AT_ONCE:
        sentence = _("At most %(most)s contributions can be handled at once. Narrow the list with a filter.")
        raise ActionRefused(sentence % {"most": MOST_AT_ONCE}, return_url=back)
    pks = [row.pk for row in rows]
    if contributions_of(request.user, right).filter(pk__in=pks).count() < len(pks):
        raise ActionRefused(NOT_ALLOWED[right], return_url=back)
    return rows


def _chosen(request: HttpRequest, visible: ContributionQuerySet, back: str) -> list[Contribution]:
    """A confirmed form names its rows: nothing that came in meanwhile is touched."""
    named = request.POST["chosen"].split(",") if "chosen" in request.POST else request.GET.getlist("id")
    rows = _filtered(request, visible, back) if "all" in named else visible.filter(pk__in=_keys(named))
    chosen = list(with_what_staff_see(rows).order_by("received_at", "pk")[: MOST_AT_ONCE + 1])
    if "all" not in named and len(chosen) < min(len(set(named)), MOST_AT_ONCE + 1):
        raise Http404
    return chosen


def _filtered(request: HttpRequest, visible: ContributionQuerySet, back: str) -> ContributionQuerySet:
    """All that the list, or the queue, shows with its filters and its search."""
    in_the_queue = back.partition("?")[0] == queue_url()
    rows = in_queue(contributions_of(request.user, "moderate")) if in_the_queue else visible
    filters = (QueueFilterSet if in_the_queue else ContributionFilterSet)(request.GET, request=request)
    filtered = filters.filter_queryset(rows) if filters.is_valid() else rows.none()
    return matching(filtered, request.GET.get("q", "").replace("\x00", ""))


def _keys(named: list[str]) -> list[int]:
    if any(not (key.isascii() and key.isdigit() and len(key) <= DIGITS_MOST) for key in named):
        raise Http404
    return [int(key) for key in named]
