"""The hub lists its guides in the order of the work, filtered by what stands in the address."""

import pytest
from wagtail.models import Locale, Page

from knowledge_hub.models import GuidePage, GuideStep, Method
from tests.factories import TargetGroupFactory, UserFactory

pytestmark = pytest.mark.django_db


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


def test_words_are_found_in_any_case_also_outside_a_to_z(hub, read):
    add_guide(hub, "Återkoppla", "feed_back")
    assert titles(read("?q=återkoppla")) == titles(read("?q=ÅTERKOPPLA")) == ["Återkoppla"]


def test_a_level_finds_the_guides_whose_methods_have_it(hub, read):
    found = add_guide(hub, "Planera", "plan")
    add_guide(hub, "Svara", "feed_back")
    found.methods.set([Method.objects.create(code="walk", name="Gåtur", level="discuss")])
    found.save()
    assert titles(read("?level=discuss")) == ["Planera"]


def test_in_english_an_untranslated_guide_stands_in_its_own_language(hub, client_of):
    translated_guide = add_guide(hub, "Planera", "plan")
    add_guide(hub, "Svara", "feed_back")
    copy = translated_guide.copy_for_translation(Locale.objects.get(language_code="en"))
    copy.title = "Plan"
    copy.save_revision().publish()
    response = client_of(UserFactory(staff=True)).get("/en/knowledge-hub/")
    assert titles(response) == ["Plan", "Svara"]
    assert response.content.decode().count('<h3 class="card__title" lang="sv">') == 1


def test_the_number_of_queries_does_not_grow_with_the_guides(hub, client_of, count_queries):
    colleague = client_of(UserFactory(staff=True))
    stages = ("decide", "plan", "invite", "meet", "moderate", "feed_back", "learn")
    add_guide(hub, "Ett", stages[0])
    colleague.get("/en/knowledge-hub/")
    few = count_queries(lambda: colleague.get("/en/knowledge-hub/"))
    for stage in stages[1:]:
        add_guide(hub, stage, stage)
    assert count_queries(lambda: colleague.get("/en/knowledge-hub/")) == few
