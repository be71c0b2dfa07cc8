"""What tests of fair moderation ask again and again."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.refusals import ActionRefused
from participation.models import Contribution


def refusal(call: Callable[[], Any]) -> str:
    with pytest.raises(ActionRefused) as refused:
        call()
    return str(refused.value)


def fresh(row: Contribution) -> Contribution:
    return Contribution.objects.get(pk=row.pk)


def verbs(row: Contribution) -> list[str]:
    return list(row.moderation_decisions.order_by("pk").values_list("verb", flat=True))
