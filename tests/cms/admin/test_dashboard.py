"""The dashboard: panels that concern a person, in order; nothing of Wagtail's that names others' pages."""

from typing import Any

import pytest
from django.urls import reverse

from cms.admin.dashboard import DashboardPanel, dashboard_panels
from cms.organisation.staff import staff_group
from tests.factories import DialogueFactory, SectionFactory, editors_of

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
