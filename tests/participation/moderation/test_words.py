"""Our words never become Wagtail's: a message without a context would rename its menus."""

from typing import Any

from django.utils.translation import gettext


def test_reports_of_wagtail_keep_their_name(db: Any) -> None:
    assert gettext("Reports") == "Rapporter"
