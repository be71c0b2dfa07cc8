"""Positions: what is plausible, and how far they are from each other."""

import pytest
from django.core.exceptions import ValidationError

from cms.maps.positions import Position, distance_km, refuse_implausible

TRELLEBORG, MALMO = Position(55.37514, 13.15691), Position(55.60587, 13.00073)


@pytest.mark.parametrize(
    ("position", "fields"),
    [
        (Position(13.15691, 55.37514), {"latitude"}),
        (Position(155.3, 13.1), {"latitude"}),
        (Position(55.3, 131), {"longitude"}),
        (Position(0, 0), {"latitude", "longitude"}),
        (Position(float("nan"), 13.1), {"latitude"}),
    ],
)
def test_what_lies_outside_sweden_is_refused_at_its_field(position: Position, fields: set[str]) -> None:
    with pytest.raises(ValidationError) as refused:
        refuse_implausible(position)
    assert set(refused.value.message_dict) == fields


def test_numbers_that_changed_places_are_told_so() -> None:
    with pytest.raises(ValidationError, match="större talet"):
        refuse_implausible(Position(13.15691, 55.37514))
    refuse_implausible(TRELLEBORG)


def test_the_distance_is_that_over_ground() -> None:
    assert distance_km(TRELLEBORG, MALMO) == pytest.approx(27.5, abs=0.5)
    assert distance_km(MALMO, MALMO) == 0
