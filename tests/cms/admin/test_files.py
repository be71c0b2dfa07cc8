"""Every page of the admin loads the script that keeps what is written, and what it says."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/admin/", "/admin/pages/", "/admin/dialogues/new/", "/admin/participation/contributions/queue/"])
def test_a_page_of_the_admin_has_script_style_and_words(
    site_tree: Any, cecilia: Any, client_of: Callable[[Any], Client], path: str
) -> None:
    html = BeautifulSoup(client_of(cecilia).get(path, follow=True).content.decode(), "html.parser")
    for address in (html.select_one("script[src$='cms/admin.js'][defer]")["src"], html.select_one("link[href$='cms/admin.css']")["href"]):
        assert finders.find(address.removeprefix("/static/"))
    assert html.select_one("[data-session]")["data-person"] == str(cecilia.pk)
    words = {part["data-session-words"]: part.get_text(" ", strip=True) for part in html.select("template[data-session-words]")}
    assert words["signed_out"] == "Du är utloggad. Logga in i en ny flik ; texten är kvar."
    assert words.keys() == {"signed_out", "other", "offline", "back"}
