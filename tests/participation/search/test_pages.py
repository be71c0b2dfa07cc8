"""What the search finds of participation is what its pages show; and it follows when other rows change."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from cms.organisation.actions import merge_topics
from cms.search.asking.searching import PAGE_SIZE
from cms.search.models import SearchDocument, SearchFacetValue
from participation.choices import AnswerKind, ContributionState, MandateKind, OutcomeStep
from participation.models import AdministrationSectionPage, Contribution, DialoguePage, DialogueUpdate, MandateStep, OutcomePage
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
from tests.search_tools import ask, settle, titles, write_everything

pytestmark = pytest.mark.django_db


def shown(page: Any) -> str:
    return Client().get(page.get_url()).content.decode()


def values_of(page: Any, facet: str) -> list[str]:
    rows = SearchFacetValue.objects.filter(name=facet, document__kind=DIALOGUE, document__object_id=page.pk)
    return list(rows.values_list("value", flat=True))


# What is written down is what is shown


def test_words_deleted_from_the_page_are_not_found_through_its_translation() -> None:
    page = DialogueFactory(title="Busstorget", slug="busstorget")
    page.updates.add(DialogueUpdate(date=date(2026, 1, 1), text="Grannen Hemligsson klagade.", locale=page.locale))
    page.save()
    translated(page, title="The bus square")
    write_everything()
    assert titles("Hemligsson")
    page = DialoguePage.objects.get(pk=page.pk)
    page.updates.clear()
    page.save()
    settle()
    assert titles("Hemligsson") == []
    write_everything()
    assert titles("Hemligsson") == []


def test_an_answer_that_was_taken_away_is_not_found_through_the_translation() -> None:
    page = DialogueFactory(title="Busstorget", slug="busstorget")
    ThemeFactory(dialogue=page)
    outcome = OutcomeFactory(dialogue=page)
    outcome.items.update(answer=AnswerKind.NOT, reason="Sprängstensfyllning är för dyrt.")
    translated(outcome, title="Answers")
    write_everything()
    assert titles("sprängstensfyllning")
    outcome = OutcomePage.objects.get(pk=outcome.pk)
    outcome.items.clear()
    outcome.save()
    settle()
    assert titles("sprängstensfyllning") == []


def test_a_translation_is_found_by_its_own_words_and_by_those_it_shows_of_the_original() -> None:
    page = DialogueFactory(title="Busstorget", slug="busstorget")
    page.updates.add(DialogueUpdate(date=date(2026, 1, 1), text="Trädfällningen börjar.", locale=page.locale))
    page.save()
    english = translated(page, title="The bus square", question="Where shall the trees stand?")
    write_everything()
    document = SearchDocument.objects.get(kind=DIALOGUE, object_id=english.pk)
    assert "Where shall the trees stand?" in document.text
    assert "Trädfällningen börjar." in document.text
    assert "Trädfällningen börjar." in shown(english)


@pytest.mark.parametrize(
    ("given", "is_shown"),
    [
        ({"cancelled_reason": "Kärnkraftsbråk"}, False),
        ({"cancelled_reason": "Kärnkraftsbråk", "cancelled_on": date(2026, 1, 1)}, True),
        ({"held_result": "Kärnkraftsbråk"}, False),
        ({"held_result": "Kärnkraftsbråk", "is_record": True}, True),
        ({"fixed_conditions": "Kärnkraftsbråk", "is_record": True}, False),
        ({"fixed_conditions": "Kärnkraftsbråk"}, True),
        ({"no_mandate_reason": "Kärnkraftsbråk"}, True),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, dict) else "",
)
def test_what_the_page_does_not_show_is_not_found(given: dict[str, Any], is_shown: bool) -> None:
    page = DialogueFactory(title="Hamnen", slug="hamnen", **given)
    if "no_mandate_reason" in given:
        page.mandate_steps.clear()
        page.save()
    write_everything()
    assert ("Kärnkraftsbråk" in shown(page)) == bool(titles("kärnkraftsbråk")) == is_shown


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


def test_a_page_closed_while_it_was_moved_is_closed() -> None:
    left, right = DialogueFactory(title="Hamnen", slug="hamnen"), DialogueFactory(title="Torget", slug="torget")
    write_everything()
    PageViewRestriction.objects.create(page=right, restriction_type="groups")
    Page.objects.get(pk=left.pk).move(Page.objects.get(pk=right.pk), pos="right")  # before the worker comes: paths change
    settle()
    assert SearchDocument.objects.get(kind=DIALOGUE, object_id=right.pk).audience == "removed"
    assert SearchDocument.objects.get(kind=DIALOGUE, object_id=left.pk).audience == "public"


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
