"""What somebody wrote before they logged in, and how it comes to their account.

A browser remembers what it sent; an address left with a contribution and confirmed shows whose it is. Both only offer: browsers are
shared, so the person chooses. A receipt code shows a contribution and never claims it.
"""

from collections.abc import Collection
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from cms import clock
from cms.accounts.models import Participant, User
from cms.refusals import ActionRefused
from participation.models import Contribution, ContributionContact, Report, Support


class ClaimRefused(ActionRefused):
    """It cannot come to this account; the messages say why."""


@dataclass(frozen=True)
class Claimable:
    """What may be claimed: contributions one by one, and all supports of the browser together."""

    contributions: QuerySet[Contribution]
    supports: QuerySet[Support]

    def __bool__(self) -> bool:
        return self.contributions.exists() or self.supports.exists()


def claimable_by(user: User, browser: Participant | None) -> Claimable:
    """What is offered to an account with a confirmed address: what the browser that it uses now gave without an account, and what
    was left with that address and confirmed there."""
    if not has_confirmed_address(user):
        return Claimable(Contribution.objects.none(), Support.objects.none())
    by_address = ContributionContact.objects.heard().filter(follower__user=user)
    theirs = Q(pk__in=by_address.values("contribution"))
    of_browser = browser if browser is not None and browser.user_id is None else None
    if of_browser is not None:
        theirs |= Q(participant=of_browser)
    written = Contribution.objects.filter(theirs, participant__user=None, is_official=False)
    supports = Support.objects.filter(participant=of_browser) if of_browser is not None else Support.objects.none()
    return Claimable(written.oldest(), supports)


def has_confirmed_address(user: User) -> bool:
    """Whether the account's owner has shown that an address is theirs."""
    return EmailAddress.objects.filter(user=user, verified=True).exists()


@transaction.atomic
def claim_contributions(user: User, browser: Participant | None, chosen: Collection[int], *, supports: bool = False) -> int:
    """Let contributions (by number) and the browser's supports belong to an account; the number of contributions that came.

    A number that is not on offer refuses everything, and nothing has changed.
    """
    own = _own_participant(user)
    _lock([own, *([browser] if browser else [])])
    offered = claimable_by(user, browser)
    if not set(chosen) <= set(offered.contributions.values_list("pk", flat=True)):
        raise ClaimRefused(_("Some of it cannot be added to your account. Look at the list again."))
    came = Contribution.objects.filter(pk__in=chosen)
    agreed = offered.supports.values_list("contribution_id", flat=True) if supports else ()
    touched = _held([*chosen, *agreed])
    came.update(participant=own)
    if supports and browser is not None:
        _bring_supports(browser, own)
    Support.objects.filter(participant=own, contribution__participant=own, contribution__in=touched).delete()
    _bring_reports(browser, own, chosen)
    _count_supports(touched)
    return len(chosen)


def _own_participant(user: User) -> Participant:
    return Participant.objects.get_or_create(user=user, defaults={"created_at": clock.now()})[0]


def _lock(participants: list[Participant]) -> None:
    """Two claims of one browser take turns. Others may still point at the rows, as supports do."""
    pks = sorted(participant.pk for participant in participants)
    list(Participant.objects.select_for_update(no_key=True).filter(pk__in=pks).order_by("pk"))


def _held(pks: Collection[int]) -> list[int]:
    """The contributions whose counts may change, held in the order of their numbers."""
    rows = Contribution.objects.select_for_update(no_key=True).filter(pk__in=pks).order_by("pk")
    return list(rows.values_list("pk", flat=True))


def _bring_supports(browser: Participant, own: Participant) -> None:
    """Where both agree, one support remains."""
    both = Support.objects.filter(participant=own).values("contribution")
    Support.objects.filter(participant=browser, contribution__in=both).delete()
    Support.objects.filter(participant=browser).update(participant=own)


def _bring_reports(browser: Participant | None, own: Participant, chosen: Collection[int]) -> None:
    """Reports of the browser come with what it wrote; where both reported, the account's stands."""
    if browser is None or not chosen:
        return
    both = Report.objects.filter(participant=own).values("contribution")
    Report.objects.filter(participant=browser, contribution__in=both).update(participant=None)
    Report.objects.filter(participant=browser).update(participant=own)


def _count_supports(pks: Collection[int]) -> None:
    for pk in pks:
        Contribution.objects.filter(pk=pk).update(support_count=Support.objects.filter(contribution=pk).count())
