"""A contribution's own page, the official answer, and the look-up of a code."""

import uuid
from typing import Any

import pytest
from django.urls import reverse

from cms import clock
from participation.choices import NoAnswerReason
from participation.feedback.actions import mark_no_answer_needed
from participation.models import Contribution, ContributionRevision, Report
from tests.factories import ContributionFactory, ThemeFactory


def address(row: Contribution) -> str:
    return reverse("participation_contributions:contribution", args=[row.pk])


def test_the_page_tells_all(own: Any, dag: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=own, text="Nya ord", hidden=True)
    ContributionRevision.objects.create(contribution=row, text="Gamla ord", replaced_at=clock.now())
    Report.objects.create(contribution=row, participant=None, reason="hate", details="Elakt", reported_at=clock.now())
    ThemeFactory(dialogue=own, title="Lägre fart", contributions=[row])
    reply = ContributionFactory(dialogue=own, reply=True, reply_to=row, text="Ett svar")
    page = client_of(dag).get(address(row)).content.decode()
    for words in ("Nya ord", "Gamla ord", "Elakt", "Lägre fart", "Ett svar", row.shown_code, "Hotfullt språk.", address(reply)):
        assert words in page
    assert (
        "<script>"
        not in client_of(dag)
        .get(address(ContributionFactory(dialogue=own, text="<script>x</script>")))
        .content.decode()
        .split("gensvar-text")[1]
        .split("</div>")[0]
    )


def test_the_mark_shows_its_reason(own: Any, dag: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=own)
    mark_no_answer_needed([row], dag, NoAnswerReason.DUPLICATE, "Se ovan")
    assert "Se ovan" in client_of(dag).get(address(row)).content.decode()


def test_others_dialogues_answer_404(foreign: Any, own: Any, dag: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=foreign)
    assert client_of(dag).get(address(row)).status_code == 404
    assert client_of(dag).post(address(row), {"text": "x"}).status_code == 404
    assert client_of(dag).get(address(row)[:-2] + "999999999/").status_code == 404


def test_buttons_follow_state_and_rights(own: Any, dag: Any, bo: Any, client_of: Any) -> None:
    def actions(person: Any, row: Contribution) -> set[str]:
        buttons = client_of(person).get(address(row)).context["buttons"]
        return {button.url.split("/contribution/")[1].split("/")[0] for button in buttons}

    row = ContributionFactory(dialogue=own)
    assert actions(dag, row) == {"hide", "mask_name", "sort", "no_answer"}
    assert actions(bo, row) == {"sort", "no_answer"}
    assert actions(dag, ContributionFactory(dialogue=own, pending=True)) == {"publish", "hide", "mask_name", "sort", "no_answer"}
    assert actions(dag, ContributionFactory(dialogue=own, hidden=True)) == {"show", "hide", "mask_name"}
    assert actions(dag, ContributionFactory(dialogue=own, withdrawn=True)) == set()


def test_an_official_answer_stands_in_the_thread(own: Any, bo: Any, client_of: Any) -> None:
    row, client = ContributionFactory(dialogue=own), client_of(bo)
    key = client.get(address(row)).context["form"]["idempotency_key"].value()
    for _twice in range(2):
        answer = client.post(address(row), {"text": "Tack, vi mäter farten i maj.", "idempotency_key": str(key)})
        assert answer.status_code == 302
    reply = Contribution.objects.get(reply_to=row)
    assert (reply.is_official, reply.author_name, reply.official_administration) == (True, "Trafikplanerare", own.administration)


@pytest.mark.parametrize("text", ["", "   ", "x" * 5001])
def test_a_bad_answer_keeps_its_text(own: Any, bo: Any, client_of: Any, text: str) -> None:
    row = ContributionFactory(dialogue=own)
    answer = client_of(bo).post(address(row), {"text": text, "idempotency_key": str(uuid.uuid4())})
    assert answer.status_code == 200 and answer.context["form"].errors["text"]
    assert text.strip() in answer.content.decode()
    assert not row.replies.exists()


def test_a_hidden_one_is_not_answered(own: Any, bo: Any, client_of: Any) -> None:
    row = ContributionFactory(dialogue=own, hidden=True)
    assert not client_of(bo).get(address(row)).context["may_reply"]
    answer = client_of(bo).post(address(row), {"text": "Svar", "idempotency_key": str(uuid.uuid4())})
    assert answer.status_code == 200 and not row.replies.exists()


def test_looking_up_a_code(own: Any, foreign: Any, dag: Any, client_of: Any) -> None:
    row, theirs, client = ContributionFactory(dialogue=own), ContributionFactory(dialogue=foreign), client_of(dag)
    look_up = reverse("participation_contributions:code")
    assert client.get(look_up).status_code == 200
    assert client.get(look_up, {"code": row.shown_code.lower()}).url == address(row)
    for wrong in (theirs.shown_code, "XXXX", "", row.receipt_code[:-1], "\x00"):
        answer = client.get(look_up, {"code": wrong})
        assert answer.status_code == 200 and answer.context["form"].errors["code"]
