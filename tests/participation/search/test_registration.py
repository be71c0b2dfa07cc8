"""The search follows when other rows change: topics merged, sections moved, bodies renamed, many things closed at once."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from cms.organisation.actions import merge_topics
from cms.search.asking.searching import PAGE_SIZE
from cms.search.models import SearchDocument, SearchFacetValue
from participation.choices import ContributionState, MandateKind, OutcomeStep
from participation.models import AdministrationSectionPage, Contribution, DialoguePage, MandateStep
from participation.search.pages import DIALOGUE
from tests.factories import (
    AdministrationFactory,
    BodyFactory,
    ContributionFactory,
    DecisionFactory,
    DialogueFactory,
    OutcomeFactory,
    ThemeFactory,
    TopicFactory,
    translated,
)
from tests.search_tools import ask, settle, write_everything

pytestmark = pytest.mark.django_db


def values_of(page: Any, facet: str) -> list[str]:
    rows = SearchFacetValue.objects.filter(name=facet, document__kind=DIALOGUE, document__object_id=page.pk)
    return list(rows.values_list("value", flat=True))


# Other rows change


def test_a_merged_topic_hands_over_its_dialogues() -> None:
    old, new = TopicFactory(name="Cykel", slug="cykel"), TopicFactory(name="Trafik", slug="trafik")
    page = DialogueFactory(title="Busstorget", slug="busstorget")
    page.topics.set([old])
    page.save()
    write_everything()
    merge_topics(old, new)
    settle()
    assert values_of(page, "topic") == [str(new.pk)]
    assert SearchDocument.objects.get(kind="participation.topic", object_id=old.pk).audience == "removed"
    for slug in ("trafik", "cykel"):  # links to the old one still lead somewhere
        answer = Client().get(f"/sok/?topic={slug}&page=1")
        assert "Busstorget" in answer.content.decode()
        assert [one["url"] for one in answer.context["active"]] == ["/sok/?"]


def test_a_section_takes_its_dialogues_to_another_administration() -> None:
    page = DialogueFactory(title="Busstorget", slug="busstorget")
    english = translated(page, title="The bus square")
    write_everything()
    section = AdministrationSectionPage.objects.get(pk=page.get_parent().pk)
    section.administration = other = AdministrationFactory(name="Serviceförvaltningen")
    section.save()
    settle()
    assert values_of(page, "administration") == values_of(english, "administration") == [str(other.pk)]


def test_a_renamed_body_is_found_where_it_is_named() -> None:
    body = BodyFactory(name="Gatunämnden")
    page = DialogueFactory(title="Busstorget", slug="busstorget")
    MandateStep.objects.create(page=page, kind=MandateKind.DECISION, title="Uppdraget", date=date(2026, 1, 1), body=body)
    ThemeFactory(dialogue=page)
    outcome = OutcomeFactory(dialogue=page, step=OutcomeStep.DECIDED)
    outcome.items.update(decision=DecisionFactory(body=body))
    write_everything()
    body.name = "Xylofonnämnden"
    body.save()
    settle()
    found = {row.object_id for row in SearchDocument.objects.filter(text__contains="Xylofonnämnden")}
    assert {page.pk, outcome.pk} <= found


# What the worker has not heard of yet


def test_many_texts_hidden_at_once_are_counted_by_nobody() -> None:
    page = DialogueFactory(title="Torget", slug="torget")
    ContributionFactory.create_batch(40, dialogue=page, text="En fontän, tack.")
    ContributionFactory(dialogue=page, text="Min fontän får stå kvar.")
    write_everything()
    Contribution.objects.filter(text="En fontän, tack.").update(state=ContributionState.HIDDEN)  # told to nobody
    found = ask("fontän")
    assert [(result.below_count, len(result.below)) for result in found.results] == [(1, 1)]
    assert found.answer.total_documents == 1
    assert found.answer.facets["type"] == {"participation.contribution": 1}


def test_many_pages_closed_at_once_are_counted_by_nobody() -> None:
    pages = [DialogueFactory(title=f"Fontän {number}", slug=f"fontan-{number}") for number in range(7 * PAGE_SIZE)]
    write_everything()
    kept = [page.pk for page in pages[:3]]
    DialoguePage.objects.filter(title__startswith="Fontän").exclude(pk__in=kept).update(live=False)
    found = ask("fontän")
    assert found.total == len(found.results) <= 3
    assert found.answer.facets == {}
