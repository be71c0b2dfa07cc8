"""The public page of moderation: figures, and neither texts nor names."""

from typing import Any

from django.urls import reverse
from django.utils import timezone, translation

from participation.choices import HideReason
from participation.moderation.actions.hiding import hide_contribution
from participation.moderation.actions.second_looks import ask_for_second_look, decide_second_look
from tests.factories import ContributionFactory, DialogueFactory

PAGE = reverse("participation:moderation")


def test_the_public_page_has_figures_and_neither_texts_nor_names(hidden: Any, own: Any, cecilia: Any, client_of: Any) -> None:
    ContributionFactory.create_batch(3, dialogue=own)
    ask_for_second_look(hidden, hidden.participant, "Jag heter Astrid.")
    decide_second_look(hidden, cecilia, upheld=True, answer="Nej.")
    page = client_of(None).get(PAGE)
    words = page.content.decode()
    figures = page.context["figures"]
    assert figures["columns"][1:] == [str(timezone.localtime(hidden.received_at).year)] and [row[1] for row in figures["rows"]] == [
        4,
        3,
        1,
        0,
        0,
        1,
        0,
    ]
    assert "1 av 4 synpunkter är dolda." in words and own.title in words
    for secret in ("Skäms på er.", "Hets.", "Astrid", "Cecilia", "Dag", hidden.shown_code):
        assert secret not in words
    with translation.override("en"):
        assert client_of(None).get(reverse("participation:moderation")).status_code == 200


def test_drafts_are_not_counted(site_tree: Any, dag: Any, client_of: Any) -> None:
    draft = DialogueFactory(draft=True, title="Hemligt utkast")
    hide_contribution(ContributionFactory(dialogue=draft), dag, HideReason.HATE)
    page = client_of(None).get(PAGE)
    assert page.context["figures"]["rows"] == [] and "Hemligt utkast" not in page.content.decode()


def test_the_page_stands_at_the_foot_and_beside_the_form(own: Any, client_of: Any) -> None:
    assert f'href="{PAGE}"' in client_of(None).get("/").content.decode()
    assert f'href="{PAGE}"' in client_of(None).get(f"/_/comments/{own.pk}/new/").content.decode()


def test_the_page_asks_the_same_however_much_there_is(own: Any, dag: Any, client_of: Any, count_queries: Any) -> None:
    client = client_of(dag)
    hide_contribution(ContributionFactory(dialogue=own), dag, HideReason.HATE)
    client.get(PAGE)
    few = count_queries(lambda: client.get(PAGE))
    for _number in range(4):
        hide_contribution(ContributionFactory(dialogue=DialogueFactory(open=True)), dag, HideReason.HATE)
    assert count_queries(lambda: client.get(PAGE)) <= few
