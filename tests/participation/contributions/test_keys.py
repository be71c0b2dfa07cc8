"""The key of a form is forgotten when no form is that old; what was given stays."""

from datetime import timedelta
from uuid import uuid4

import pytest

from cms import clock
from participation.contributions.keys import KEPT_FOR, forget_keys
from participation.models import Contribution
from tests.factories import ContributionFactory

pytestmark = pytest.mark.django_db


def test_old_keys_are_forgotten_and_new_ones_kept(site_tree: object, count_queries: object) -> None:
    old = [ContributionFactory(idempotency_key=uuid4(), received_at=clock.now() - KEPT_FOR - timedelta(days=1)) for _number in range(3)]
    new = ContributionFactory(idempotency_key=uuid4())
    assert forget_keys() == 3
    assert Contribution.objects.filter(pk__in=[row.pk for row in old], idempotency_key=None).count() == 3
    assert Contribution.objects.get(pk=new.pk).idempotency_key == new.idempotency_key
    assert forget_keys() == 0
