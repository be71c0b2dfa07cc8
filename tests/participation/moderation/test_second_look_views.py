"""Asking for another person on the receipt."""

from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from participation.choices import HideReason
from participation.models import Contribution, SecondLook
from participation.moderation.actions.hiding import hide_contribution
from participation.moderation.actions.second_looks import ask_for_second_look, decide_second_look


def receipt(row: Contribution) -> str:
    return reverse("participation:receipt_detail", args=[row.shown_code])


def asking(row: Contribution) -> str:
    return reverse("participation:second_look", args=[row.pk])


def test_the_writer_asks_on_the_receipt_and_reads_the_answer(hidden: Any, astrid: Any, cecilia: Any, client_of: Any) -> None:
    client = client_of(astrid)
    assert asking(hidden) in client.get(receipt(hidden)).content.decode()
    form = client.get(asking(hidden))
    assert form.headers["Cache-Control"] == "no-store" and "Hets." in form.content.decode()
    for _twice in range(2):
        sent = client.post(asking(hidden), {"words": "Det är kritik.", "key": str(uuid4())})
        assert (sent.status_code, sent.url) == (302, f"{receipt(hidden)}?sparat=granskas")
    assert SecondLook.objects.get().words == "Det är kritik."
    page = client.get(receipt(hidden)).content.decode()
    assert "Det är kritik." in page and "Granskas på nytt" in page and asking(hidden) not in page
    decide_second_look(hidden, cecilia, upheld=True, answer="Den hotar en grupp.")
    page = client.get(receipt(hidden)).content.decode()
    assert "Den hotar en grupp." in page and "Den förblir dold." in page and "Cecilia" not in page


def test_others_with_the_code_see_the_answer_and_never_the_words(hidden: Any, cecilia: Any, client_of: Any) -> None:
    ask_for_second_look(hidden, hidden.participant, "Jag heter Astrid.")
    decide_second_look(hidden, cecilia, upheld=False, answer="Du har rätt.")
    page = client_of(None).get(receipt(hidden)).content.decode()
    assert "Du har rätt." in page and "Den visas igen." in page and "Jag heter Astrid." not in page


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_asks(hidden: Any, dag: Any, client_of: Any, method: str) -> None:
    for person in (None, dag):
        assert getattr(client_of(person), method)(asking(hidden), {"words": "x", "key": str(uuid4())}).status_code == 404
    assert not SecondLook.objects.exists()


@pytest.mark.parametrize("words", ["", "  ", "x" * 1001])
def test_bad_words_keep_the_form(hidden: Any, astrid: Any, client_of: Any, words: str) -> None:
    answer = client_of(astrid).post(asking(hidden), {"words": words, "key": str(uuid4())})
    assert answer.status_code in (409, 422) and words.strip() in answer.content.decode()
    assert not SecondLook.objects.exists()


def test_a_participant_of_a_browser_asks_too(own: Any, dag: Any, client: Any) -> None:
    client.post(f"/_/comments/{own.pk}/new/", {"text": "Mina ord.", "author_name": "Vera", "key": str(uuid4())})
    row = Contribution.objects.get()
    hide_contribution(row, dag, HideReason.HATE)
    assert client.post(asking(row), {"words": "Nej.", "key": str(uuid4())}).status_code == 302
    assert SecondLook.objects.get().contribution == row
