"""Parts of a dialogue's page: mandate, documents, contact, whom and where it concerns."""

from typing import Any

import pytest
from django.urls import reverse

from participation.choices import DocumentKind, MandateKind
from participation.dialogues.place_map import place_url
from participation.models import DialogueDocument, DialoguePage, DialogueUpdate, MandateStep, OtherWay
from tests.factories import (
    BodyFactory,
    DialogueFactory,
    translated,
)
from tests.participation.dialogues.dialogue_pages import page, text_of

pytestmark = pytest.mark.django_db


def test_other_ways_are_shown_while_they_can_be_used(site_tree: Any) -> None:
    dialogue = DialogueFactory(open=True)
    dialogue.other_ways.add(OtherWay(name="Torgdag", address="Stortorget", hours="3 mars 15–18", locale=dialogue.locale))
    dialogue.save()
    shown = page(dialogue)
    for words in ("Ring oss", 'href="tel:0410000001"', "Torgdag", "Stortorget", "3 mars 15–18"):
        assert words in shown
    assert "Ring oss" not in page(DialogueFactory(closed=True))


def test_the_matter_is_told_in_dated_steps(site_tree: Any) -> None:
    body = BodyFactory(name="Kommunstyrelsen")
    dialogue = DialogueFactory(open=True)
    dialogue.mandate_steps.add(
        MandateStep(kind=MandateKind.DECISION, date="2025-05-03", body=body, title="Beslut", paragraph="136", diary_number="ks2022/206-3")
    )
    dialogue.save()
    shown = text_of(page(dialogue))
    assert "Kommunstyrelsen, § 136, KS 2022/206-3" in shown
    assert "TN 2024/17 · KS 2022/206" in shown, "the case stands at the top, without the number of the document"


def test_without_a_mandate_the_reason_stands_there(site_tree: Any) -> None:
    dialogue = DialogueFactory(open=True, no_mandate_reason="Förvaltningen frågar på eget initiativ.")
    dialogue.mandate_steps.all().delete()
    assert "Förvaltningen frågar på eget initiativ." in page(DialoguePage.objects.get(pk=dialogue.pk))


def test_documents_have_a_kind_and_updates_a_day(site_tree: Any) -> None:
    dialogue = DialogueFactory(open=True)
    dialogue.documents.add(
        DialogueDocument(
            kind=DocumentKind.OFFICER_REPORT, title="Skolvägar", link="https://example.org/a.pdf", date="2026-03-01", locale=dialogue.locale
        )
    )
    for number in (1, 2):
        dialogue.updates.add(DialogueUpdate(date=f"2026-03-0{number}", text=f"Nyhet {number}", locale=dialogue.locale))
    dialogue.save()
    shown = page(translated(dialogue))
    assert 'href="https://example.org/a.pdf"' in shown
    assert "Officer&#x27;s report" in shown
    assert shown.index("Nyhet 2") < shown.index("Nyhet 1"), "newest first"
    assert '<time datetime="2026-03-02">' in shown


def test_contact_and_responsible_body(site_tree: Any) -> None:
    body = BodyFactory(name="Tekniska nämnden")
    shown = page(DialogueFactory(open=True, body=body))
    assert f'href="{reverse("participation:body", args=[body.slug])}"' in shown
    for words in ("Trafikplanerare", 'href="tel:0410000000"', 'href="mailto:trafik@example.org"', site_tree.administration.name):
        assert words in shown


def test_whom_and_where_leads_to_others_of_the_kind(site_tree: Any) -> None:
    dialogue = DialogueFactory(open=True)
    assert f'href="{place_url(dialogue.places.get())}"' in page(dialogue)
    assert f"?target_group={dialogue.target_groups.get().slug}" in page(dialogue)
    assert f"?topic={dialogue.topics.get().slug}" in page(dialogue)
