"""Who in the administration may do what with contributions: read from the pages they edit and the roles they hold."""

from typing import Any

import pytest
from wagtail.permissions import policy_registry

from cms.organisation.roles import Role
from participation.models import Contribution
from participation.permissions import dialogues_open_to
from tests.factories import ContributionFactory, DialogueFactory, SectionFactory, UserFactory, role_group, translated

ACTIONS = ("view", "sort", "moderate")


@pytest.fixture
def own(site_tree: Any) -> Any:
    """A dialogue in Bo's and Dag's section, with a translation that is no dialogue of its own."""
    dialogue = DialogueFactory(open=True)
    translated(dialogue)
    return dialogue


@pytest.fixture
def foreign(site_tree: Any) -> Any:
    """A dialogue of another administration."""
    return DialogueFactory(open=True, parent=SectionFactory())


@pytest.fixture
def moderator(own: Any) -> Any:
    """Somebody who moderates for the administration and edits nothing."""
    person = UserFactory(staff=True)
    person.groups.add(role_group(own.administration, Role.MODERATOR))
    return person


def opened(person: Any) -> dict[str, set[Any]]:
    return {action: set(dialogues_open_to(person, action)) for action in ACTIONS}


def policy() -> Any:
    return policy_registry.get_by_type(Contribution)


def test_who_edits_sorts_and_who_moderates_sees(own: Any, foreign: Any, bo: Any, moderator: Any) -> None:
    assert opened(bo) == {"view": {own}, "sort": {own}, "moderate": set()}
    assert opened(moderator) == {"view": {own}, "sort": set(), "moderate": {own}}


def test_a_coordinator_moderates_everywhere_and_a_resident_nowhere(own: Any, foreign: Any, cecilia: Any, astrid: Any) -> None:
    assert opened(cecilia) == {key: {own, foreign} for key in ACTIONS}
    assert opened(astrid) == {key: set() for key in ACTIONS}


def test_a_contribution_follows_its_dialogue(own: Any, foreign: Any, bo: Any) -> None:
    mine, others = ContributionFactory(dialogue=own), ContributionFactory(dialogue=foreign)
    assert list(policy().instances_user_has_any_permission_for(bo, ["view", "moderate"])) == [mine]
    assert policy().user_has_permission_for_instance(bo, "sort", mine)
    assert not policy().user_has_permission_for_instance(bo, "sort", others)
    assert not policy().user_has_permission_for_instance(bo, "moderate", mine)


@pytest.mark.parametrize("action", ["add", "change", "delete"])
def test_nobody_adds_changes_or_deletes_a_public_record(own: Any, cecilia: Any, action: str) -> None:
    ContributionFactory(dialogue=own)
    assert not policy().user_has_permission(cecilia, action)
    assert not policy().instances_user_has_any_permission_for(UserFactory(admin=True), [action])


def test_whoever_may_do_something_is_found_by_page_and_by_role(own: Any, bo: Any, moderator: Any, cecilia: Any, astrid: Any) -> None:
    sorting, moderating = (set(policy().users_with_any_permission([action])) for action in ("sort", "moderate"))
    assert bo in sorting and moderator not in sorting
    assert {moderator, cecilia} <= moderating and not moderating & {bo, astrid}
