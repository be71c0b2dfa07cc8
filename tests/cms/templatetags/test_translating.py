"""What stands beside the translator's editor."""

import json
from datetime import UTC, datetime

from django.utils import translation
from wagtail.models import Page

from cms.templatetags.translating import spoken_props


def test_the_day_of_the_last_publication_is_in_the_readers_language() -> None:
    page = Page(last_published_at=datetime(2026, 10, 1, 23, 30, tzinfo=UTC))
    props = json.dumps({"object": {"lastPublishedDate": "1 October 2026"}})
    assert json.loads(spoken_props(props, page))["object"]["lastPublishedDate"] == "2 oktober 2026"
    with translation.override("en"):
        assert json.loads(spoken_props(props, page))["object"]["lastPublishedDate"] == "2 October 2026"


def test_what_was_never_published_has_no_day() -> None:
    props = json.dumps({"object": {"lastPublishedDate": None}})
    assert json.loads(spoken_props(props, Page()))["object"]["lastPublishedDate"] is None
