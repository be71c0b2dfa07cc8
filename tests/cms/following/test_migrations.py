"""What a migration does with rows that stand in the database already."""

from importlib import import_module

import pytest
from django.apps import apps

from cms import clock
from cms.following.models import AddressRequest, Follower
from tests.cms.following.following_tools import follower
from tests.raw_rows import put_raw

pytestmark = pytest.mark.django_db
one_form = import_module("cms.following.migrations.0002_addresses_in_one_form")


def test_addresses_are_brought_into_one_form_and_nobody_is_merged():
    alone, first, second = follower("a@example.org"), follower("b@example.org"), follower("c@example.org")
    put_raw(alone, address="Alo\u200bne@example.org")
    put_raw(second, address="b\u00ad@example.org")
    request = AddressRequest.objects.create(form_key="1" * 32, address="d@example.org", language="sv", created_at=clock.now())
    put_raw(request, address="d@exam\u200bple.org")
    one_form.bring_into_one_form(apps, None)
    assert Follower.objects.get(pk=alone.pk).address == "alone@example.org"
    assert [Follower.objects.get(pk=row.pk).address for row in (first, second)] == ["b@example.org", "b\u00ad@example.org"]
    assert AddressRequest.objects.get().address == "d@example.org"
