"""A phase has a first and a last day; the database holds the instants at which it opens and has closed."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from cms.fields import DayFormField, DiaryNumberField, FirstDayField, LastDayField, start_of

STOCKHOLM = ZoneInfo("Europe/Stockholm")


days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("day", "instant"),
    [
        (date(2027, 1, 15), datetime(2027, 1, 14, 23, tzinfo=UTC)),
        (date(2027, 7, 15), datetime(2027, 7, 14, 22, tzinfo=UTC)),
        (date(2027, 3, 28), datetime(2027, 3, 27, 23, tzinfo=UTC)),  # summer time begins at two
        (date(2027, 3, 29), datetime(2027, 3, 28, 22, tzinfo=UTC)),
        (date(2027, 10, 31), datetime(2027, 10, 30, 22, tzinfo=UTC)),  # and ends at three
        (date(2027, 11, 1), datetime(2027, 10, 31, 23, tzinfo=UTC)),
    ],
)
def test_a_day_begins_at_midnight_in_stockholm(day, instant):
    assert start_of(day) == instant


def test_31_march_is_closed_from_midnight_on_1_april():
    closes_at = LastDayField().formfield().clean("2027-03-31")
    assert closes_at == datetime(2027, 4, 1, 0, 0, tzinfo=STOCKHOLM)


@given(days)
def test_what_is_written_is_what_is_read(day):
    for field in (FirstDayField(), LastDayField()):
        form_field = field.formfield()
        assert form_field.prepare_value(form_field.clean(day.isoformat())) == day


@given(days)
def test_a_phase_of_one_day_is_open_for_that_day(day):
    opens_at = FirstDayField().formfield().clean(day.isoformat())
    closes_at = LastDayField().formfield().clean(day.isoformat())
    assert timedelta(hours=23) <= closes_at.astimezone(UTC) - opens_at.astimezone(UTC) <= timedelta(hours=25)
    assert opens_at.astimezone(STOCKHOLM).date() == day
    assert (closes_at - timedelta(microseconds=1)).astimezone(STOCKHOLM).date() == day


def test_a_day_left_as_it_was_has_not_changed():
    field = DayFormField(shift=1)
    stored = field.clean("2027-03-31")
    assert not field.has_changed(stored, "2027-03-31")
    assert field.has_changed(stored, "2027-04-01")


def test_no_day_is_no_instant():
    assert LastDayField(blank=True, null=True).formfield().clean("") is None


def test_the_field_stores_the_normal_form():
    assert DiaryNumberField().clean(" ks2022/206. ", None) == "KS 2022/206"
    assert DiaryNumberField().get_prep_value("ks2022/206") == "KS 2022/206"
    assert DiaryNumberField(blank=True).clean("", None) == ""


def test_the_field_says_how_to_write_it():
    with pytest.raises(ValidationError, match="KS 2022/206"):
        DiaryNumberField().clean("nio", None)
