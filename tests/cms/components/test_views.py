"""The pattern page shows every component to developers."""

import pytest
from django.test import Client, override_settings


@pytest.mark.django_db
def test_pattern_page_is_for_developers(client: Client) -> None:
    assert client.get("/_/patterns/").status_code == 404
    with override_settings(DEBUG=True):
        answer = client.get("/_/patterns/")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
