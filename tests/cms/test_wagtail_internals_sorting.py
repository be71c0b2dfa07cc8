"""Lists of Wagtail and of ours in Swedish order, and what is a key in its own."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db.models import Count, F, Max, Window
from django.db.models.functions import Lower, RowNumber
from django.urls import reverse
from wagtail.models import Page

from cms.accounts.models import User
from cms.organisation.models import Topic
from participation.models import DialoguePage
from tests.factories import DialogueFactory, TopicFactory

pytestmark = pytest.mark.django_db
TITLES = ["Ale", "Zon", "Åsen", "Ängen", "Ön"]


@pytest.fixture
def titled(site_tree: Any) -> list[DialoguePage]:
    return [DialogueFactory(title=title) for title in reversed(TITLES)]


def test_every_way_to_ask(titled: Any) -> None:
    pages = DialoguePage.objects.filter(title__in=TITLES)
    asked = [
        pages.order_by("title").values_list("title", flat=True),
        pages.order_by(Lower("title")).values_list("title", flat=True),
        [page.title for page in pages.order_by("title").distinct()],
        pages.annotate(named=Lower("title")).order_by("named").values_list("title", flat=True),
        pages.values("title").annotate(number=Count("pk"), last=Max("title")).order_by("last").values_list("title", flat=True),
        Page.objects.filter(pk__in=pages.order_by("title").values("pk")).order_by("title").values_list("title", flat=True),
    ]
    assert [list(titles) for titles in asked] == [TITLES] * len(asked)
    assert pages.order_by("title").first().title == "Ale" and pages.order_by("title").last().title == "Ön"


def test_results_that_take_no_collation_are_given_all_the_same(titled: Any) -> None:
    assert set(TITLES) <= set(DialoguePage.objects.values_list("title", flat=True).distinct().order_by("title"))
    both = DialoguePage.objects.order_by().values_list("title").union(Group.objects.order_by().values_list("name")).order_by("title")
    assert ("Ön",) in list(both)


def test_rows_of_a_window_are_given_all_the_same(titled: Any) -> None:
    places = DialoguePage.objects.annotate(words=F("title"), place=Window(RowNumber(), order_by="title"))
    assert len(places.filter(place__lte=2).order_by("words", "place")) == 2


@pytest.mark.parametrize("key", ["path", "slug", "url_path", "live"])
def test_keys_keep_the_order_of_their_index(key: str) -> None:
    assert "COLLATE" not in str(Page.objects.order_by(key).query)


def test_addresses_and_closed_lists_keep_theirs() -> None:
    assert "COLLATE" not in str(User.objects.order_by("email").query)
    assert "COLLATE" not in str(DialoguePage.objects.order_by("kind").query)
    assert "COLLATE" in str(Topic.objects.order_by("name").query)


def test_the_explorer_and_a_list_of_snippets(titled: Any, site_tree: Any, cecilia: Any, client_of: Any) -> None:
    client = client_of(cecilia)
    shown = client.get(reverse("wagtailadmin_explore", args=[titled[0].get_parent().pk]), {"ordering": "title"}).content.decode()
    places = [
        shown.index(f">\n                    {title}") if f">\n                    {title}" in shown else shown.index(title)
        for title in TITLES
    ]
    assert places == sorted(places)
    for name in reversed(TITLES):
        TopicFactory(name=name)
    names = [row.name for row in Topic.objects.all() if row.name in TITLES]
    assert names == TITLES
