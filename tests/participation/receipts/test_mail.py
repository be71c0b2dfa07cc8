"""The receipt by mail: once, with its code."""

from typing import Any

import pytest

from participation.models import Contribution
from tests.factories import DialogueFactory
from tests.outbox_tools import work_off
from tests.participation.contributions.contact_tools import comment, confirm_address
from tests.participation.news.conftest import heading_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


@pytest.fixture
def dialogue() -> Any:
    return DialogueFactory(open=True)


def test_the_first_mail_brings_the_code_and_a_link_that_confirms(dialogue: Any) -> None:
    comment(dialogue, address="Astrid@Example.org")
    [mail] = work_off(sweep=False)
    code = Contribution.objects.get().shown_code
    assert mail.to == ["astrid@example.org"]
    assert code in heading_of(mail) and code in mail.body
    assert "Sänk farten" not in mail.body, "the address may be somebody else's"
    assert confirm_address(mail)


def test_a_strangers_address_is_not_flooded_and_the_comments_are_kept(dialogue: Any, settings: Any) -> None:
    settings.GENSVAR_LIMITS = settings.GENSVAR_LIMITS | {"contact_address": "2/86400"}
    for number in range(5):
        comment(dialogue, address="offer@example.org", text=f"Kommentar {number}")
    assert len(work_off(sweep=False)) == 2
    assert Contribution.objects.count() == 5
