"""Inviting: by whom, whom, with which groups; mailed while it holds, forgotten afterwards."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from cms import clock
from cms.accounts.inviting import actions
from cms.accounts.inviting.actions import InvitationRefused, invite, renew, withdraw
from cms.accounts.inviting.links import invitation_url
from cms.accounts.models import Invitation
from tests.outbox_tools import work_off

pytestmark = pytest.mark.django_db


def test_an_invitation_is_sent_with_a_link_to_its_address(invited):
    (mail,) = work_off()
    assert mail.to == ["nina@example.org"] and "http://testserver" + invitation_url(invited) in mail.body
    assert "Siri Samordnare" in mail.body and "Tekniska – redaktörer" in mail.body and "nina" not in invitation_url(invited)


def test_a_withdrawn_invitation_is_not_mailed(invited, siri):
    withdraw(invited, siri)
    assert work_off() == []


def test_a_renewed_invitation_is_mailed_again_with_a_new_link_only(invited, siri):
    old = invitation_url(invited)
    fresh = renew(invited, siri)
    (mail,) = work_off()
    assert invitation_url(fresh) in mail.body and old not in mail.body


def test_old_invitations_are_forgotten(invited):
    with clock.at(timezone.now() + timedelta(days=29)):
        assert actions.forget_old() == 1 and not Invitation.objects.exists()


# Who may invite, and to what


def test_one_invitation_waits_for_an_address(invited, siri, editors):
    with pytest.raises(InvitationRefused):
        invite("NINA@example.org", [editors], siri)
    assert Invitation.objects.count() == 1


def test_nobody_gives_a_group_that_is_not_theirs_to_give(siri, editors, dag):
    more = Group.objects.create(name="Allt möjligt")
    for by, groups in ((siri, [more]), (siri, []), (siri, [editors, more]), (dag, [editors])):
        with pytest.raises(InvitationRefused):
            invite("nina@example.org", groups, by)
    assert not Invitation.objects.exists()
