"""The dashboard: panels that concern a person, in order; nothing of Wagtail's that names others' pages."""

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from cms.admin.dashboard import DashboardPanel, dashboard_panels
from cms.organisation.roles import Role
from cms.organisation.staff import staff_group
from cms.organisation.workspaces import open_workspace
from tests.factories import DialogueFactory, SectionFactory, UserFactory, editors_of

HOME = reverse("wagtailadmin_home")


@pytest.fixture
def panel() -> Any:
    """Put a panel on the dashboard for a moment."""
    names = []

    def put(name: str, context: Any, order: int = 900) -> None:
        dashboard_panels.register(DashboardPanel(name, f"Panel {name}", order, "cms/admin/dashboard_words.html", context))
        names.append(name)

    yield put
    for name in names:
        dashboard_panels.unregister(name)


def test_a_panel_stands_on_the_dashboard_of_those_it_concerns(dag: Any, bo: Any, client_of: Any, panel: Any) -> None:
    panel("later", lambda request: {"words": "Sist"}, 950)
    panel("sooner", lambda request: {"words": "Först"} if request.user == dag else None)
    page = client_of(dag).get(HOME).content.decode()
    assert 0 < page.index("Panel sooner") < page.index("Först") < page.index("Panel later")
    assert "Panel sooner" not in client_of(bo).get(HOME).content.decode()


def test_pages_that_one_may_no_longer_edit_are_not_named(dag: Any, client_of: Any) -> None:
    page = DialogueFactory(title="Hemligt utkast", draft=True, owner=dag, locked=True, locked_by=dag)
    page.save_revision(user=dag, log_action=True)
    dag.groups.set([staff_group()])
    editors_of(SectionFactory(), dag)
    assert "Hemligt utkast" not in client_of(dag).get(HOME).content.decode()


def test_a_moderator_is_led_nowhere_that_is_closed(site_tree: Any, client_of: Any) -> None:
    open_workspace(site_tree.administration)
    moderator = UserFactory(staff=True)
    moderator.groups.add(site_tree.administration.roles.get(role=Role.MODERATOR).group)
    DialogueFactory(overdue=True)
    home = client_of(moderator).get(HOME).content.decode()
    links = {link["href"] for link in BeautifulSoup(home, "html.parser").select("main a[href]")} | set(
        re.findall(r'"url": "([^"]*)"', home)
    )
    assert not links & {reverse("wagtailadmin_explore_root"), reverse("participation_dialogues:index")}
    assert f'action="{reverse("wagtailadmin_explore_root")}"' not in home
    assert reverse("participation_contributions:queue") in links
    assert not [link for link in links if "/themes/" in link or link.endswith("/edit/")]
