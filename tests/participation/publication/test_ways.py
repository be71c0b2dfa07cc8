"""A way to take part holds the thing that one needs to use it."""

from typing import Any

import pytest

from participation.models import OtherWay
from participation.publication.requirements import missing_for_publication
from tests import factories

pytestmark = pytest.mark.django_db


def places(page: Any) -> set[str]:
    return {f"{missing.where}.{missing.row_field}".strip(".") for missing in missing_for_publication(page)}


@pytest.mark.parametrize(
    ("way", "wrong"),
    [
        ({"name": "Ring oss"}, "phone"),
        ({"name": "Ring oss", "hours": "Vardagar 8–16", "address": "Rådhuset"}, "phone"),
        ({"name": "Ring oss", "phone": "växeln"}, "phone"),
        ({"name": "Ring oss", "phone": "0410-73 30 00"}, ""),
        ({"name": "Ring 0410-73 30 00"}, ""),
        ({"name": "Call us", "hours": "weekdays, +46 410 73 30 00"}, ""),
        ({"name": "Mejla oss"}, "address"),
        ({"name": "E-posta till trafik@example.org"}, ""),
        ({"name": "Skriv ett brev", "hours": "När du vill"}, "address"),
        ({"name": "Skriv ett brev", "address": "Tekniska, 231 83 Trelleborg"}, ""),
        ({"name": "Svara via länken"}, "address"),
        ({"name": "Svara via länken", "address": "https://example.org/enkat"}, ""),
        ({"name": "Kom till biblioteket"}, "address"),
        ({"name": "Vi kommer till skolan", "hours": "tisdag 3 mars"}, ""),
        ({"name": "Ring eller skriv brev", "address": "Rådhuset"}, ""),
    ],
)
def test_each_way_has_its_thing(way: dict[str, str], wrong: str) -> None:
    page = factories.DialogueFactory(draft=True)
    page.other_ways = [OtherWay(**way, locale=page.locale)]

    assert places(page) == ({f"other_ways.{wrong}"} if wrong else set())


def test_no_other_way_is_needed() -> None:
    page = factories.DialogueFactory(draft=True)
    page.other_ways = []

    assert places(page) == set()


@pytest.mark.parametrize(("phone", "wrong"), [("växeln", {"contact_phone"}), ("112", set()), ("0410-73 30 00", set())])
def test_a_telephone_number_can_be_dialled(phone: str, wrong: set[str]) -> None:
    assert places(factories.DialogueFactory(draft=True, contact_phone=phone)) == wrong
