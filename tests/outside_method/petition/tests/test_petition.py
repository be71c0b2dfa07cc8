"""The contract's own tests, run over the petition."""

from typing import Any

import pytest
from gensvar_petition.method import Petition
from gensvar_petition.models import Backing, PetitionPage, Point

from cms import clock
from cms.accounts.models import Participant
from participation.api import Counts
from participation.testing import MethodSuite, make_dialogue


def petition_below(dialogue: Any) -> PetitionPage:
    page = PetitionPage(title="A bench", slug="a-bench", demand="Put a bench there.", addressed_to="The council", locale=dialogue.locale)
    page.points = [Point(text="The bench has a back.")]
    dialogue.add_child(instance=page)
    return PetitionPage.objects.get(pk=page.pk)


class TestPetition(MethodSuite):
    """The petition keeps what every method promises."""

    method_name = "petition"

    def make_activity(self, dialogue: Any) -> PetitionPage:
        return petition_below(dialogue)


class TestForgetful(TestPetition):
    """A petition that forgets what it promised: the suite has to say so."""

    @pytest.fixture(autouse=True)
    def _forget(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(Petition, "contribution_url", lambda self, contribution: "/nowhere/")
        monkeypatch.setattr(Petition, "missing_for_publication", lambda self, page: ["Nobody knows."])
        monkeypatch.setattr(Petition, "is_commentable", False)
        monkeypatch.setattr(Petition, "label", "Petition")
        monkeypatch.setattr(Petition, "counts", lambda self, dialogues, given: {})


@pytest.mark.django_db
def test_backings_are_votes() -> None:
    dialogue = make_dialogue(["petition.sign"])
    page = petition_below(dialogue)
    for number in range(2):
        Backing.objects.create(petition=page, participant=Participant.objects.create(browser_digest=str(number), created_at=clock.now()))
    assert Petition().counts([dialogue], {}) == {dialogue.pk: Counts(0, 2, 2)}


@pytest.mark.django_db
def test_what_was_handed_over_is_kept() -> None:
    page = petition_below(make_dialogue([]))
    assert not Petition().reason_to_keep(page)
    PetitionPage.objects.update(handed_over_on="2026-01-01")
    assert Petition().reason_to_keep(page)


@pytest.mark.django_db
def test_a_point_has_comments_of_its_own(client: Any) -> None:
    dialogue = make_dialogue(["comments.comment"])
    point = petition_below(dialogue).points.get()
    drawn = client.get(point.get_absolute_url()).content.decode()
    assert f"/_/comments/gensvar_petition.point/{point.pk}/new/" in drawn
