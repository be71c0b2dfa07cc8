"""The hub lists its guides in the order of the work, filtered by what stands in the address."""

import pytest
from django.core.management import call_command
from wagtail.models import Page

from knowledge_hub.models import GuidePage, GuideStep, KnowledgeHubPage, Method
from tests.factories import TargetGroupFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub():
    call_command("setup_site")
    return KnowledgeHubPage.objects.get(locale__language_code="sv")


def add_guide(hub, title, stage, **fields):
    page = GuidePage(title=title, slug=stage, stage=stage, locale=hub.locale, **fields)
    Page.objects.get(pk=hub.pk).add_child(instance=page)
    return page


@pytest.fixture
def read(client_of, hub):
    colleague = client_of(UserFactory(staff=True))
    return lambda query="": colleague.get(f"/kunskapsbanken/{query}")


def titles(response):
    return [guide.title for guide in response.context["guides"]]


def test_guides_stand_in_the_order_of_the_work(hub, read):
    add_guide(hub, "Svara", "feed_back")
    add_guide(hub, "Avgör", "decide")
    assert titles(read()) == ["Avgör", "Svara"]


def test_each_filter_narrows_the_list(hub, read):
    method = Method.objects.create(code="pop_up", name="Pop-up", level="consult")
    group = TargetGroupFactory(name="Unga", slug="unga")
    found = add_guide(hub, "Planera", "plan", summary="Tidplan baklänges")
    add_guide(hub, "Svara", "feed_back")
    found.steps.add(GuideStep(title="Räkna bakåt", locale=hub.locale))
    found.methods.set([method])
    found.target_groups.set([group])
    found.save()
    for query in ("?stage=plan", "?method=pop_up", "?target_group=unga", "?q=tidplan", "?q=räkna"):
        response = read(query)
        assert titles(response) == ["Planera"], query
        assert len(response.context["active"]) == 1


@pytest.mark.parametrize("query", ["?stage=finns-inte", "?method=finns-inte", "?q=" + "x" * 500, "?q=%00", "?stage=plan&stage=plan"])
def test_nonsense_in_the_address_is_no_error(hub, read, query):
    assert read(query).status_code == 200


def test_nothing_matches_and_the_page_says_what_to_do(hub, read):
    add_guide(hub, "Planera", "plan")
    response = read("?q=finnsinte")
    assert titles(response) == []
    assert 'class="empty' in response.content.decode()
