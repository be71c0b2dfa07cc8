"""What every installation needs of the hub: its page and its files, both for the staff group only."""

from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from cms.organisation.staff import staff_group
from cms.setup import Words, ensure_page
from knowledge_hub.models import KnowledgeHubPage

COLLECTION = "Kunskapsbanken"
WORDS = {
    "sv": Words(
        "Kunskapsbanken",
        "kunskapsbanken",
        {"introduction": "Guider, metoder och checklistor för dig som ska fråga, lyssna och svara."},
    ),
    "en": Words(
        "Knowledge hub",
        "knowledge-hub",
        {"introduction": "Guides, methods and checklists for you who are to ask, listen and answer."},
    ),
}


def setup_hub(front: Page) -> None:
    """Idempotent. A hub whose restriction somebody took away is restricted again: it is never public."""
    known = KnowledgeHubPage.objects.child_of(front).first()
    hub = ensure_page(front, KnowledgeHubPage, WORDS, page=known, show_in_menus=True)
    for page in hub.get_translations(inclusive=True):
        restriction, _made = PageViewRestriction.objects.get_or_create(
            page=Page.objects.get(pk=page.pk), defaults={"restriction_type": PageViewRestriction.GROUPS}
        )
        restriction.groups.add(staff_group())
    collection = hub_collection()
    closed, _made = CollectionViewRestriction.objects.get_or_create(
        collection=collection, defaults={"restriction_type": CollectionViewRestriction.GROUPS}
    )
    closed.groups.add(staff_group())


def hub_collection() -> Collection:
    """The collection of the hub's files and images."""
    return Collection.objects.filter(name=COLLECTION).first() or Collection.get_first_root_node().add_child(name=COLLECTION)
