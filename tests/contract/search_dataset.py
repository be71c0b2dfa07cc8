"""A small town's dialogues, as every engine is asked about them."""

import os
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from wagtail.models import Page, PageViewRestriction

from cms import clock
from cms.organisation.staff import staff_group
from knowledge_hub.models import GuidePage, KnowledgeHubPage
from tests.factories import (
    ContributionFactory,
    DialogueFactory,
    OutcomeFactory,
    PlaceFactory,
    SectionFactory,
    TopicFactory,
    site_tree,
    translated,
)
from tests.search_tools import node_behind

CYCLING, BATHS, LIBRARY = "Cykelvägar vid skolorna", "Nytt badhus i Anderslöv", "Bibliotekets öppettider"

ENGINES = ["database", pytest.param("elasticsearch", marks=pytest.mark.search_node)]


def searching_with(engine: str) -> AbstractContextManager[Any]:
    """The database, or a node."""
    return node_behind(os.environ["ELASTICSEARCH_URL"]) if engine == "elasticsearch" else nullcontext()


PLAIN = {
    "introduction": "Vad behövs?",
    "question": "",
    "easy_read": "",
    "background": "",
    "open_to_influence": "Läget.",
    "fixed_conditions": "Pengarna.",
}


@dataclass
class Town:
    """What there is to find."""

    cycling: Any
    baths: Any
    library: Any
    outcome: Any
    comments: list[Any]
    hub: Any
    guide: Any


def build_town() -> Town:
    """Three dialogues with comments and an outcome, a translation, and a guide for staff."""
    tree = site_tree()
    culture = SectionFactory(title="Kulturförvaltningen")
    traffic, place = TopicFactory(name="Trafik", slug="trafik"), PlaceFactory(name="Smygehamn", slug="smygehamn")
    cycling = DialogueFactory(
        **PLAIN | {"question": "Var saknas en trygg väg för barnen i Smygehamn?"}, title="Cykelvägar vid skolorna", slug="cykelvagar"
    )
    baths = DialogueFactory(closed=True, title="Nytt badhus i Anderslöv", slug="badhus", parent=culture, **PLAIN)
    library = DialogueFactory(title="Bibliotekets öppettider", slug="bibliotek", parent=culture, **PLAIN)
    for page, topics, places in ((cycling, [traffic], [place]), (baths, [], []), (library, [], [])):
        page.topics.set(topics)
        page.places.set(places)
        page.save()
    outcome = OutcomeFactory(dialogue=baths, introduction="Nämnden säger ja till ett badhus.")
    translated(library, title="Opening hours of the library", introduction="Which evenings should the libraries be open?")
    return Town(cycling, baths, library, outcome, _comments(cycling, baths), *_hub(tree.front))


def _comments(cycling: Any, baths: Any) -> list[Any]:
    texts = ["Bilarna kör för fort vid övergångsstället.", "Det är inte bra vid övergångsstället.", "Måla övergångsstället rött!"]
    days = [clock.now() - timedelta(days=day) for day in range(3)]
    given = [ContributionFactory(dialogue=cycling, text=text, received_at=at) for text, at in zip(texts, days, strict=True)]
    return [*given, ContributionFactory(dialogue=baths, text="Bastun är viktigast för oss äldre.", received_at=days[0])]


def _hub(front: Any) -> tuple[Any, Any]:
    hub = KnowledgeHubPage(title="Kunskapsbanken", slug="kunskapsbanken", locale=front.locale)
    Page.objects.get(pk=front.pk).add_child(instance=hub)
    PageViewRestriction.objects.create(page=hub, restriction_type=PageViewRestriction.GROUPS).groups.add(staff_group())
    guide = GuidePage(title="Trygghetsvandring", slug="vandring", stage="plan", summary="Gå tillsammans i mörkret.", locale=hub.locale)
    Page.objects.get(pk=hub.pk).add_child(instance=guide)
    return hub, guide
