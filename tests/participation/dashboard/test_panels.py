"""What participation puts on the dashboard: counts that lead somewhere, nothing of others, few queries."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from cms import clock
from cms.organisation.roles import coordinator_group
from participation.choices import CommitmentStatus, ReportReason
from participation.contributions.actions import report_contribution
from participation.models import Commitment
from tests import factories
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory

HOME = reverse("wagtailadmin_home")
OWED = reverse("participation_feedback:owed")


@pytest.fixture
def foreign_section(site_tree: Any) -> Any:
    return factories.SectionFactory(administration=factories.AdministrationFactory(name="Hamnförvaltningen"))


@pytest.fixture
def siri(installed: Any, site_tree: Any) -> Any:
    """Siri, a coordinator."""
    siri = factories.UserFactory(staff=True, email="siri@example.org", first_name="Siri")
    siri.groups.add(coordinator_group())
    return siri


def panel(page: str, name: str) -> str:
    return page.split(f'id="dashboard-{name}"')[1].split("</section>")[0]


def home(client: Any) -> str:
    answer = client.get(HOME)
    assert answer.status_code == 200
    return answer.content.decode()


def test_dialogues_are_counted_by_state_with_links(site_tree: Any, foreign_section: Any, dag: Any, client_of: Any) -> None:
    DialogueFactory(open=True)
    DialogueFactory(open=True)
    DialogueFactory(overdue=True)
    DialogueFactory(draft=True)
    DialogueFactory(open=True, title="Hemlig hamnplan", parent=foreign_section)
    page = home(client_of(dag))
    words = panel(page, "participation_dialogues")
    assert "state=open" in words and "<strong>2</strong> Öppen" in words and "<strong>1</strong> Utkast" in words
    assert "Hemlig hamnplan" not in page and "Hamnförvaltningen" not in page


def test_late_and_near_promises_stand_there_in_words(site_tree: Any, foreign_section: Any, dag: Any, client_of: Any) -> None:
    DialogueFactory(overdue=True, title="Sen lekplats", parent=site_tree.section)
    DialogueFactory(closed=True, title="Snart svar", due=10)
    DialogueFactory(closed=True, title="Långt dit", due=90)
    DialogueFactory(overdue=True, title="Hemlig hamnplan", parent=foreign_section)
    follow_up = DialogueFactory(in_follow_up=True, title="Bron", commitments=[CommitmentStatus.UNDER_WAY])
    Commitment.objects.filter(page__path__startswith=follow_up.path).update(due_on=clock.today() - timedelta(days=3))
    words = panel(home(client_of(dag)), "participation_promises")
    assert "Sen lekplats" in words and "20 dagar försenat" in words and "Snart svar" in words
    assert "för 3 dagar sedan" in words and "Bron" in words
    assert "Långt dit" not in words and "Hemlig hamnplan" not in words and OWED in words


def test_what_waits_leads_to_the_queue_and_the_list(site_tree: Any, foreign_section: Any, dag: Any, bo: Any, client_of: Any) -> None:
    dialogue = DialogueFactory(open=True)
    ContributionFactory.create_batch(2, dialogue=dialogue, pending=True)
    row = ContributionFactory(dialogue=dialogue)
    report_contribution(row, ParticipantFactory(), ReportReason.HATE)
    ContributionFactory(dialogue=DialogueFactory(open=True, parent=foreign_section), pending=True)
    words = panel(home(client_of(dag)), "participation_waiting")
    assert (
        "<strong>2</strong> att granska" in words and "<strong>1</strong> med anmälan" in words and "<strong>1</strong> utan tema" in words
    )
    assert f"{reverse('participation_contributions:queue')}?waits=review" in words
    sorts_only = panel(home(client_of(bo)), "participation_waiting")
    assert "att granska" not in sorts_only and "utan tema" in sorts_only


def test_an_empty_dashboard_says_so(dag: Any, client_of: Any) -> None:
    DialogueFactory(open=True)
    page = home(client_of(dag))
    assert "Inget väntar på dig." in panel(page, "participation_waiting")
    assert "Inget löfte är försenat" in panel(page, "participation_promises")


def test_who_has_no_dialogues_has_no_such_panel(site_tree: Any, client_of: Any) -> None:
    person = factories.UserFactory(staff=True)
    factories.editors_of(factories.SectionFactory(), person)
    assert "dashboard-participation" not in home(client_of(person))


def test_a_coordinator_sees_a_line_for_each_administration(site_tree: Any, foreign_section: Any, siri: Any, client_of: Any) -> None:
    here, there = DialogueFactory(open=True), DialogueFactory(closed=True, parent=foreign_section)
    ContributionFactory(dialogue=here, pending=True)
    ContributionFactory.create_batch(2, dialogue=there, pending=True)
    client = client_of(siri)
    words = panel(home(client), "participation_waiting")
    assert "<strong>3</strong> att granska" in words and "Hamnförvaltningen" in words and "Tekniska förvaltningen" in words
    queue = client.get(reverse("participation_contributions:queue"), {"administration": foreign_section.administration.pk})
    assert len(queue.context["object_list"]) == 2


def test_the_dashboard_asks_the_same_however_much_there_is(site_tree: Any, dag: Any, client_of: Any, count_queries: Any) -> None:
    client = client_of(dag)
    ContributionFactory(dialogue=DialogueFactory(in_follow_up=True), pending=True)
    client.get(HOME)
    few = count_queries(lambda: client.get(HOME))
    for _number in range(4):
        ContributionFactory(dialogue=DialogueFactory(in_follow_up=True), pending=True)
        ContributionFactory(dialogue=DialogueFactory(overdue=True))
    assert count_queries(lambda: client.get(HOME)) <= few + 2


def test_what_we_owe_stands_by_body(site_tree: Any, foreign_section: Any, dag: Any, siri: Any, client_of: Any) -> None:
    body = factories.BodyFactory(name="Tekniska nämnden")
    late = DialogueFactory(overdue=True, title="Sen lekplats", body=body)
    DialogueFactory(closed=True, title="Hamnen", parent=foreign_section, body=factories.BodyFactory(name="Hamnnämnden"))
    DialogueFactory(answered=True, title="Redan besvarad", body=body)
    own = client_of(dag).get(OWED).content.decode()
    assert "Sen lekplats" in own and "<strong>20</strong>" in own and late.feedback_responsible.function in own
    assert "Hamnnämnden" not in own and "Redan besvarad" not in own
    every = client_of(siri).get(OWED).content.decode()
    assert every.index("Hamnnämnden") < every.index("Tekniska nämnden") and "Hamnförvaltningen" in every


@pytest.mark.parametrize("person", ["astrid", None])
def test_others_do_not_read_what_is_owed(site_tree: Any, person: Any, request: Any, client_of: Any) -> None:
    assert client_of(request.getfixturevalue(person) if person else None).get(OWED).status_code == 302
