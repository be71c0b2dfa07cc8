"""The list of contributions: what it shows, to whom, how fast."""

from typing import Any

import pytest
from django.urls import reverse

from cms import clock
from participation.models import Contribution, Report
from tests.factories import ContributionFactory, ThemeFactory
from tests.participation.moderation.admin.listed import LIST, listed


def test_an_editor_sees_only_contributions_of_own_dialogues(own: Any, foreign: Any, dag: Any, edda: Any, client_of: Any) -> None:
    mine, theirs = ContributionFactory(dialogue=own), ContributionFactory(dialogue=foreign, text="Kajen rasar")
    assert listed(client_of(dag)) == [mine]
    assert listed(client_of(edda)) == [theirs]
    page = client_of(dag).get(LIST).content.decode()
    assert "Hemlig hamnplan" not in page and "Kajen" not in page and theirs.shown_code not in page


@pytest.mark.parametrize("person", ["astrid", None])
def test_others_have_no_list(own: Any, person: str | None, request: Any, client_of: Any) -> None:
    client = client_of(request.getfixturevalue(person) if person else None)
    assert client.get(LIST).status_code == 302


def test_menu_and_list_are_for_those_who_edit_dialogues(own: Any, dag: Any, client_of: Any) -> None:
    assert LIST in client_of(dag).get(reverse("wagtailadmin_home")).content.decode()


def test_who_may_publish_but_not_edit_sees_and_moderates(own: Any, site_tree: Any, client_of: Any) -> None:
    from tests import factories

    moderator = factories.UserFactory(staff=True)
    factories.editors_of(site_tree.section, moderator, name="Moderatorer", rights=("publish_page",))
    row = ContributionFactory(dialogue=own)
    assert listed(client_of(moderator)) == [row]


def test_the_same_queries_however_many_there_are(own: Any, dag: Any, client_of: Any, count_queries: Any) -> None:
    client = client_of(dag)
    themes = ThemeFactory.create_batch(3, dialogue=own)
    for theme in themes:
        ContributionFactory(dialogue=own).theme_links.create(theme=theme, sorted_at=clock.now())
    client.get(LIST)
    few = count_queries(lambda: client.get(LIST))
    moment = clock.now()
    rows = [Contribution(dialogue=own, method="comments", text=f"Text {n}", received_at=moment) for n in range(10_000)]
    Contribution.objects.bulk_create(rows, batch_size=500)
    for row in Contribution.objects.order_by("-received_at", "-pk")[:20]:
        row.theme_links.create(theme=themes[0], sorted_at=moment)
        Report.objects.create(contribution=row, participant=None, reason="hate", reported_at=moment)
    many = count_queries(lambda: client.get(LIST))
    assert many <= few + 1  # a full page has themes and reports to fetch
    assert len(client.get(LIST).context["object_list"]) == 50
