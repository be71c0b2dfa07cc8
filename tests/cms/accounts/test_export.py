"""A copy of everything that is held about a person, and of nobody else."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def text(response: Any) -> str:
    return (b"".join(response.streaming_content) if response.streaming else response.content).decode()


def test_the_file_holds_everything_and_nothing_of_others(hers: Client) -> None:
    answer = hers.post(reverse("own_data"), {"format": "json"})
    assert "no-store" in answer["Cache-Control"] and "attachment" in answer["Content-Disposition"]
    data = json.loads(text(answer))
    sections = {section["name"]: section["rows"] for section in data["sections"]}
    assert data["format"] == "gensvar-own-data-1"
    assert sections["account"][0]["email"] == "astrid@example.org"
    assert [row["text"] for row in sections["contributions"]] == ["Sänk farten vid skolan."]
    assert "Någon annans ord." not in json.dumps(data, ensure_ascii=False)


def test_the_readable_copy_says_the_same(hers: Client) -> None:
    shown = text(hers.post(reverse("own_data"), {"format": "html"}))
    assert "Sänk farten vid skolan." in shown and "astrid@example.org" in shown
