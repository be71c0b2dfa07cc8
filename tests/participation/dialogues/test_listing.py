"""The list of dialogues: order, cards, languages."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import PageViewRestriction

from participation.models import DialoguePage
from tests.factories import (
    ContributionFactory,
    DialogueFactory,
    SectionFactory,
    locale,
    translated,
)
from tests.participation.dialogues.dialogue_list import data, in_phase, listing, titles

pytestmark = pytest.mark.django_db


def in_english(page: Any) -> Any:
    """The English page, made where it does not exist yet."""
    return page.get_translation_or_none(locale("en")) or translated(page)


# Order


def test_the_most_urgent_come_first(site_tree: Any) -> None:
    DialogueFactory(cancelled=True, title="Inställd")
    DialogueFactory(concluded=True, title="Avslutad")
    DialogueFactory(answered=True, title="Besvarad")
    in_phase(-90, -60, title="Svar om två veckor", due=14)
    in_phase(-90, -60, title="Försenat svar", due=-3)
    in_phase(20, 30, title="Öppnar sist")
    in_phase(5, 40, title="Öppnar först")
    in_phase(-9, 9, title="Stänger sist")
    in_phase(-2, 2, title="Stänger först")
    comment, support = ["comments.comment"], ["comments.support"]
    DialogueFactory(phases=[("Tyck till", -5, 4, comment), ("Håll med", 5, 30, support)], title="Stänger först för den som vill skriva")
    assert titles(listing(site_tree)) == [
        "Stänger först",
        "Stänger först för den som vill skriva",
        "Stänger sist",
        "Öppnar först",
        "Öppnar sist",
        "Försenat svar",
        "Svar om två veckor",
        "Besvarad",
        "Avslutad",
        "Inställd",
    ]


def test_a_card_shows_state_way_and_contributions(site_tree: Any) -> None:
    dialogue = DialogueFactory(open=True, question="Var ska de ligga?")
    ContributionFactory.create_batch(3, dialogue=dialogue)
    ContributionFactory(dialogue=dialogue, hidden=True)
    shown = listing(site_tree, index=in_english(site_tree.index))
    assert "3 contributions" in shown
    assert "Var ska de ligga?" in shown
    assert "chip--green" in shown
    assert "progress--small" in shown


def test_an_empty_list_says_so_and_leads_on(site_tree: Any) -> None:
    DialogueFactory(open=True)
    index = in_english(site_tree.index)
    assert "No dialogue matches these filters" in listing(site_tree, "?state=concluded", index)
    DialoguePage.objects.update(live=False)
    assert "There is nothing here yet" in listing(site_tree, index=index)


# Pages


@pytest.mark.parametrize(("page", "number"), [("1", 20), ("2", 2), ("99", 2), ("0", 2), ("-1", 2), ("x", 20), ("", 20), ("9" * 5000, 20)])
def test_a_page_out_of_range_is_the_nearest_one(site_tree: Any, page: str, number: int) -> None:
    DialogueFactory.create_batch(22, open=True)
    assert len(titles(listing(site_tree, f"?page={page}"))) == number


def test_30_dialogues_take_no_more_queries_than_two(site_tree: Any, count_queries: Any) -> None:
    index = in_english(site_tree.index)

    def count() -> list[int]:
        return [count_queries(lambda: listing(site_tree, index=page)) for page in (site_tree.index, index)]  # noqa: B023

    DialogueFactory(open=True)
    translated(DialogueFactory(in_follow_up=True))
    count()
    few = count()
    DialogueFactory.create_batch(10, in_follow_up=True)
    DialogueFactory.create_batch(10, closed=True)
    for dialogue in DialogueFactory.create_batch(8, open=True):
        translated(dialogue)
        ContributionFactory(dialogue=dialogue)
    assert count() == few
    assert max(few) <= 41


# Who sees what, in which language


def test_drafts_and_restricted_dialogues_are_not_listed(site_tree: Any, client_of: Any, cecilia: Any) -> None:
    DialogueFactory(draft=True, title="Utkast")
    closed = DialogueFactory(open=True, title="Bara för gruppen")
    restriction = PageViewRestriction.objects.create(page=closed, restriction_type="groups")
    group = Group.objects.create(name="Gruppen")
    restriction.groups.add(group)
    assert titles(listing(site_tree)) == []
    assert data(site_tree)["count"] == 0
    cecilia.groups.add(group)
    assert titles(client_of(cecilia).get(site_tree.index.url).content.decode()) == ["Bara för gruppen"]


def test_the_english_list_shows_translations_and_swedish_titles_marked_as_such(site_tree: Any) -> None:
    copy = translated(DialogueFactory(open=True, title="Trygga skolvägar"), title="Safe ways to school", slug="safe-ways")
    draft = DialogueFactory(upcoming=True, title="Ny lekplats")
    translated(draft, live=False, title="New playground")
    shown = listing(site_tree, index=in_english(site_tree.index))
    assert f'<a href="{copy.url}">Safe ways to school</a>' in shown
    assert f'<a href="{draft.url}" lang="sv">Ny lekplats</a>' in shown
    assert "New playground" not in shown
    assert titles(listing(site_tree)) == ["Trygga skolvägar", "Ny lekplats"]


def test_a_section_lists_its_own_dialogues(site_tree: Any) -> None:
    elsewhere = SectionFactory(parent=site_tree.index)
    own, other = DialogueFactory(title="Egen"), DialogueFactory(parent=elsewhere, title="Annans")
    for section, expected in ((own.get_parent(), "Egen"), (other.get_parent(), "Annans"), (translated(elsewhere), "Annans")):
        assert titles(Client().get(section.url).content.decode()) == [expected]
