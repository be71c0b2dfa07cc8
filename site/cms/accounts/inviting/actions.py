"""Invite, renew, withdraw, accept."""

from collections.abc import Iterable
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms import clock
from cms.accounts.granting import groups_to_give
from cms.accounts.inviting.links import invitation_behind
from cms.accounts.models import Invitation, User, UserManager
from cms.organisation.models import Administration
from cms.organisation.roles import is_coordinator
from cms.organisation.staff import staff_group
from cms.outbox.actions import send_later
from cms.refusals import ActionRefused

GOOD_FOR = timedelta(days=14)
MAIL = "accounts.invitation"
INVITE, RENEW, WITHDRAW = "cms_accounts.invite", "cms_accounts.renew_invitation", "cms_accounts.withdraw_invitation"


class InvitationRefused(ActionRefused):
    """An invitation cannot be sent, changed or accepted."""


@transaction.atomic
def invite(address: str, groups: Iterable[Group], by: User, administration: Administration | None = None) -> Invitation:
    """Ask somebody to work here. Raises InvitationRefused where one waits already, or a group is not the inviter's to give."""
    chosen = list(groups)
    _require_coordinator(by)
    if not chosen or groups_to_give(by).filter(pk__in=[group.pk for group in chosen]).count() < len(chosen):
        raise InvitationRefused(_("You may not give all of these roles."))
    now = clock.now()
    try:
        with transaction.atomic():
            row = Invitation.objects.create(
                address=UserManager.normalize_email(address),
                administration=administration,
                invited_by=by,
                created_at=now,
                expires_at=now + GOOD_FOR,
            )
    except IntegrityError:
        raise InvitationRefused(_("An invitation to this address waits already. Renew it or withdraw it.")) from None
    row.groups.set(chosen)
    log(instance=row, action=INVITE, user=by)
    _send(row)
    return row


@transaction.atomic
def renew(invitation: Invitation, by: User) -> Invitation:
    """Send an invitation again with a new link, good for as long as a new one; the old link is void."""
    row = _locked(invitation, by)
    row.version += 1
    row.created_at = clock.now()
    row.expires_at = row.created_at + GOOD_FOR
    row.save(update_fields=["version", "created_at", "expires_at"])
    log(instance=row, action=RENEW, user=by)
    _send(row)
    return row


@transaction.atomic
def withdraw(invitation: Invitation, by: User) -> None:
    """Take an invitation back: the link is void, and the address is forgotten."""
    row = _locked(invitation, by)
    log(instance=row, action=WITHDRAW, user=by)
    row.delete()


@transaction.atomic
def accept_with_account(token: str, account: User) -> Invitation:
    """The owner of the invited address takes the roles. Raises InvitationRefused for anybody else."""
    row = _locked_behind(token)
    if UserManager.normalize_email(account.email) != row.address or not account.is_active:
        raise InvitationRefused(_("The invitation was sent to another address than that of your account."))
    if row.administration_id and account.administration_id is None:
        account.administration_id = row.administration_id
        account.save(update_fields=["administration"])
    return _accept(row, account)


@transaction.atomic
def accept_as_new(token: str, password: str, *, first_name: str, last_name: str, function: str = "") -> Invitation:
    """Somebody without an account gets one; its address is confirmed, since the link was sent there."""
    row = _locked_behind(token)
    if account_of(row) is not None:
        raise InvitationRefused(_("There is an account with this address. Log in to accept."))
    account = User.objects.create_user(
        row.address, password, first_name=first_name, last_name=last_name, function=function, administration=row.administration
    )
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    return _accept(row, account)


def account_of(invitation: Invitation) -> User | None:
    """The account that has the invited address already."""
    return User.objects.filter(email=invitation.address).first()


def forget_old() -> int:
    """Sweep: invitations that nobody accepted are deleted a while after they became too old."""
    return Invitation.objects.waiting().filter(expires_at__lt=clock.now() - GOOD_FOR).delete()[1].get("cms_accounts.Invitation", 0)


def _accept(row: Invitation, account: User) -> Invitation:
    account.groups.add(staff_group(), *row.groups.all())
    row.accepted_by, row.accepted_at, row.address = account, clock.now(), ""
    row.save(update_fields=["accepted_by", "accepted_at", "address"])
    return row


def _send(row: Invitation) -> None:
    send_later(MAIL, {"invitation": row.pk, "version": row.version}, dedupe_key=f"invitation:{row.pk}:{row.version}")


def _require_coordinator(by: User) -> None:
    if not is_coordinator(by):
        raise InvitationRefused(_("Only coordinators invite people."))


def _locked(invitation: Invitation, by: User) -> Invitation:
    _require_coordinator(by)
    row = Invitation.objects.select_for_update().waiting().filter(pk=invitation.pk).first()
    if row is None:
        raise InvitationRefused(_("The invitation has been accepted or withdrawn."))
    return row


def _locked_behind(token: str) -> Invitation:
    row = invitation_behind(token, Invitation.objects.select_for_update(of=("self",)))
    if row is None:
        raise InvitationRefused(_("The link is no longer good. Ask whoever invited you for a new one."))
    return row
