"""One's own page: its sections, in their order, for nobody else."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cms.accounts.my_page import MyPageSection, my_page_sections

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def text(response: Any) -> str:
    return (b"".join(response.streaming_content) if response.streaming else response.content).decode()


def test_my_page_shows_what_one_wrote_and_leads_to_its_receipt(hers: Client, astrids: Any) -> None:
    answer = hers.get(reverse("my_page"))
    shown = text(answer)
    assert "Sänk farten vid skolan." in shown and "Någon annans ord." not in shown
    assert reverse("participation:receipt_detail", args=[astrids.shown_code]) in shown
    assert reverse("following:mine") in shown
    assert "no-store" in answer["Cache-Control"]


def test_an_empty_page_invites(client_of: Any, astrid: Any) -> None:
    assert "Du har inte skrivit något än." in text(client_of(astrid).get(reverse("my_page")))


def test_plugins_add_sections_in_their_order_and_leave_them_out(hers: Client) -> None:
    template = "cms/own_data/rights.html"
    sections = [
        MyPageSection("test_left_out", "Utelämnad", template, lambda request, person: None, order=1),
        MyPageSection("test_first", "Först", template, lambda request, person: {"data_url": "/forst/", "erase_url": "#"}, order=2),
    ]
    for section in sections:
        my_page_sections.register(section)
    try:
        shown = text(hers.get(reverse("my_page")))
    finally:
        for section in sections:
            my_page_sections.unregister(section.name)
    assert shown.index("/forst/") < shown.index("Sänk farten vid skolan.")
    assert shown.count('href="/forst/"') == 1
