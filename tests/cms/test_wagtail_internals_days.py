"""Days and times in the admin: the municipality's clock for everybody, read as people write."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.conf import settings
from django.urls import reverse
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput
from wagtail.users.models import UserProfile

from cms.fields import DayFormField

STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.mark.django_db
def test_an_account_has_no_clock_of_its_own(site_tree: Any, cecilia: Any, client_of: Any) -> None:
    profile = UserProfile.get_for_user(cecilia)
    profile.current_time_zone = "Asia/Tokyo"
    profile.save()
    assert profile.get_current_time_zone() == settings.TIME_ZONE == "Europe/Stockholm"
    assert "current_time_zone" not in client_of(cecilia).get(reverse("wagtailadmin_account")).content.decode()


@pytest.mark.parametrize("typed", ["2026-03-05", "5/3/2026", "5 mars 2026", "20260305", "5 March 2026"])
@pytest.mark.django_db
def test_every_field_of_a_day_reads_what_people_write(typed: str) -> None:
    assert forms.DateField().clean(typed) == date(2026, 3, 5)
    assert DayFormField(shift=1).clean(typed) == datetime(2026, 3, 6, tzinfo=STOCKHOLM)
    assert forms.DateTimeField().clean(f"{typed} kl. 14.30") == datetime(2026, 3, 5, 14, 30, tzinfo=STOCKHOLM)
    assert forms.TimeField().clean("kl. 14.30").isoformat() == "14:30:00"


@pytest.mark.parametrize("typed", ["31/2/2026", "NaN-NaN-NaN", "i övermorgon", "5/3/26"])
@pytest.mark.parametrize("field", [forms.DateField, forms.DateTimeField, forms.TimeField, DayFormField])
@pytest.mark.django_db
def test_what_cannot_be_read_is_refused(field: Any, typed: str) -> None:
    with pytest.raises(forms.ValidationError, match="”"):
        field().clean(typed)
    assert field(required=False).clean("") is None


@pytest.mark.parametrize(("typed", "why"), [("2026-03-29 02:30", "kommer aldrig"), ("2026-10-25 02.30", "kommer två gånger")])
@pytest.mark.django_db
def test_an_hour_that_never_comes_or_comes_twice_is_refused(typed: str, why: str) -> None:
    with pytest.raises(forms.ValidationError, match=why):
        forms.DateTimeField().clean(typed)


@pytest.mark.django_db
def test_an_instant_that_names_its_zone_is_that_instant() -> None:
    assert forms.DateTimeField().clean("2026-10-25T02:30:00+01:00").isoformat() == "2026-10-25T02:30:00+01:00"


@pytest.mark.parametrize("widget", [AdminDateInput, AdminDateTimeInput, AdminTimeInput])
def test_the_picker_leaves_what_it_cannot_read(widget: Any) -> None:
    assert widget().get_config()["validateOnBlur"] is False
