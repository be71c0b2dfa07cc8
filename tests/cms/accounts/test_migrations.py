"""What a migration does with rows that stand in the database already."""

from importlib import import_module

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps

from cms import clock
from cms.accounts.models import Invitation, User
from tests.factories import UserFactory
from tests.raw_rows import put_raw

pytestmark = pytest.mark.django_db
one_form = import_module("cms.accounts.migrations.0004_addresses_in_one_form")


def account(address, *, confirmed=True):
    person = UserFactory(email=f"{User.objects.count()}@example.org")
    put_raw(person, email=address)
    EmailAddress.objects.filter(user=person).delete()
    put_raw(EmailAddress.objects.create(user=person, email="x@example.org", verified=confirmed, primary=True), email=address)
    return person


def bring():
    one_form.bring_into_one_form(apps, None)


def test_an_address_in_another_form_is_brought_into_one():
    person = account("ast\u200brid@example.org.")
    row = Invitation.objects.create(address="x@example.org", created_at=clock.now(), expires_at=clock.now())
    put_raw(row, address="Bo\u00ad@example.org")
    bring()
    assert User.objects.get(pk=person.pk).email == EmailAddress.objects.get(user=person).email == "astrid@example.org"
    assert Invitation.objects.get().address == "bo@example.org"


@pytest.mark.parametrize(("confirmed", "keeper"), [((True, True), 0), ((False, True), 1), ((True, False), 0), ((False, False), 0)])
@pytest.mark.parametrize(
    "spellings", [("astrid@example.org", "astrid\u200b@example.org"), ("astrid\u200b@example.org", "astrid@example.org")]
)
def test_two_accounts_of_one_mailbox_are_never_merged(spellings, confirmed, keeper, capsys):
    people = [account(address, confirmed=yes) for address, yes in zip(spellings, confirmed, strict=True)]
    bring()
    kept, parked = people[keeper], people[1 - keeper]
    assert User.objects.get(pk=kept.pk).email == "astrid@example.org"
    assert User.objects.get(pk=parked.pk).email == f"{parked.pk}@dubblett.invalid"
    assert f"number {parked.pk} is kept" in capsys.readouterr().out
    assert not EmailAddress.objects.filter(user=parked).exists()
    for person in people:
        User.objects.get(pk=person.pk).save()


def test_three_spellings_of_one_mailbox():
    people = [account(address) for address in ("a\u200b@example.org", "a\u200c@example.org", "a\u200d@example.org")]
    bring()
    assert [User.objects.get(pk=one.pk).email for one in people] == ["a@example.org", *(f"{one.pk}@dubblett.invalid" for one in people[1:])]
