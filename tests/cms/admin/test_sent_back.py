"""What a reviewer sent back stands on the desk of who asked, with the reviewer's words and the way to the page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from cms.organisation.staff import staff_group
from tests import factories

pytestmark = pytest.mark.django_db
HOME = reverse("wagtailadmin_home")
WORDS = "Skriv vad som ligger fast."
As = Callable[[Any], Client]


@pytest.fixture
def sent_back(site_tree: Any, bo: Any, cecilia: Any) -> Any:
    """A draft of Bo's that Cecilia sent back."""
    task = GroupApprovalTask.objects.create(name="Granska")
    task.groups.set(cecilia.groups.all())
    workflow = Workflow.objects.create(name="Publicering")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=site_tree.section)
    page = factories.DialogueFactory(draft=True, title="Skolvägen", owner=bo)
    page.save_revision(user=bo)
    workflow.start(page, bo).current_task_state.reject(user=cecilia, comment=WORDS)
    return page


def test_it_stands_there_with_the_comment(sent_back: Any, bo: Any, client_of: As) -> None:
    page = client_of(bo).get(HOME).content.decode()

    assert "Tillbaka till dig" in page and WORDS in page and "Cecilia" in page
    assert reverse("wagtailadmin_pages:edit", args=[sent_back.pk]) in page


def test_it_is_nobody_else_s_and_gone_when_sent_again(sent_back: Any, bo: Any, dag: Any, client_of: As) -> None:
    assert WORDS not in client_of(dag).get(HOME).content.decode()

    sent_back.current_workflow_state.resume(bo)
    assert WORDS not in client_of(bo).get(HOME).content.decode()


def test_a_page_that_one_may_no_longer_edit_is_not_named(sent_back: Any, bo: Any, client_of: As) -> None:
    other = factories.SectionFactory()
    bo.groups.set([staff_group()])
    factories.editors_of(other, bo, name="Andra")
    page = client_of(bo).get(HOME).content.decode()

    assert "Skolvägen" not in page and WORDS not in page
