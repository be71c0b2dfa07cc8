"""The page before a file: who may see the list takes it out, says what for, and leaves an entry in the log."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from cms.export.views import export_button, with_filters
from tests.factories import ContributionFactory

pytestmark = pytest.mark.django_db

EXPORT = reverse("participation_contributions:export")
SAID = {"format": "csv", "purpose": "Underlag till nämnden"}


def test_filters_go_along_and_the_page_of_the_list_does_not(rf: Any) -> None:
    request = rf.get("/lista/", {"state": ["hidden", "pending"], "p": "3", "export": "csv"})
    assert with_filters("/ut/", request) == "/ut/?state=hidden&state=pending" == export_button("/ut/", request).url
    assert with_filters("/ut/", rf.get("/lista/?p=3")) == "/ut/"


def test_whoever_may_not_see_the_list_gets_no_file(site_tree: Any, astrid: Any, client_of: Any) -> None:
    answer = client_of(astrid).post(EXPORT, SAID)
    assert not answer.streaming and answer.status_code == 409 and not ModelLogEntry.objects.exists()  # the form is kept


def test_a_file_is_given_for_a_purpose_and_written_in_the_log(bo: Any, client_of: Any) -> None:
    given, client = ContributionFactory(), client_of(bo)
    refused = client.post(EXPORT, SAID | {"purpose": ""})
    assert not refused.streaming and refused.context["form"].errors and not ModelLogEntry.objects.exists()
    answer = client.post(EXPORT, SAID)
    assert given.shown_code in b"".join(answer.streaming_content).decode("utf-8-sig")
    entry = ModelLogEntry.objects.get()
    assert (entry.user, entry.data["purpose"], entry.data["number"], entry.data["format"]) == (bo, SAID["purpose"], 1, "csv")


def test_of_a_filter_that_cannot_be_read_no_file_is_made(bo: Any, client_of: Any) -> None:
    ContributionFactory()
    answer = client_of(bo).post(EXPORT, SAID, query_params={"state": "x"})
    assert not answer.streaming and answer.context["form"].non_field_errors() and not ModelLogEntry.objects.exists()
