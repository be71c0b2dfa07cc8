"""Of the actions on many rows only those are offered that the person may take somewhere, the commonest first."""

from typing import Any

import pytest
from django.core.paginator import Paginator

from cms.admin.bulk_choices import SHOWN, buttons_of, offered_to
from cms.organisation.roles import Role
from cms.organisation.workspaces import open_workspace
from tests import factories

pytestmark = pytest.mark.django_db


def names(person: Any, app_label: str, model_name: str) -> list[str]:
    return [action.action_type for action in offered_to(person, app_label, model_name)]


def test_who_may_not_publish_is_not_offered_to(bo: Any, dag: Any) -> None:
    assert names(bo, "wagtailcore", "page") == ["move", "delete"]
    assert set(names(dag, "wagtailcore", "page")) == {"publish", "unpublish", "move", "delete"}


def test_in_a_list_of_others_pages_nothing_is_offered(bo: Any, site_tree: Any) -> None:
    others, own = ([site_tree.front], [site_tree.front, factories.DialogueFactory(draft=True)])
    for rows, offered in ((others, []), (own, ["move", "delete"])):
        shown = Paginator(rows, 50).page(1)
        assert [action.action_type for action in offered_to(bo, "wagtailcore", "page", shown)] == offered

    first_of_two = Paginator([*others, *own], 1).page(1)
    assert offered_to(bo, "wagtailcore", "page", first_of_two)


def test_who_sorts_sorts_and_who_moderates_moderates(bo: Any, site_tree: Any) -> None:
    factories.DialogueFactory()
    assert names(bo, "participation", "contribution")[:2] == ["sort", "no_answer"]

    open_workspace(site_tree.administration)
    moderator = factories.UserFactory(staff=True)
    moderator.groups.add(site_tree.administration.roles.get(role=Role.MODERATOR).group)
    offered = names(moderator, "participation", "contribution")
    assert offered[:3] == ["publish", "hide", "handle_reports"] and "sort" not in offered


def test_accounts_are_changed_one_at_a_time(site_tree: Any) -> None:
    assert names(factories.UserFactory(staff=True), "cms_accounts", "user") == []
    assert "delete" in names(factories.UserFactory(admin=True), "cms_accounts", "user")


def test_the_others_are_in_a_menu(site_tree: Any) -> None:
    factories.DialogueFactory()
    superuser = factories.UserFactory(admin=True)

    buttons = buttons_of(superuser, "participation", "contribution")
    assert len(buttons) == SHOWN + 1 and len(offered_to(superuser, "participation", "contribution")) > SHOWN
