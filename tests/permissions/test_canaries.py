"""Whatever is not public is nowhere: not on a page, in a feed, a file, a header, a copy or a mail."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from cms.search.asking.searching import suggestions
from cms.search.audience import Audience
from cms.search.models import SearchDocument
from participation.events import names
from participation.news.detect import tell_published
from tests import factories
from tests.outbox_tools import work_off
from tests.permissions import canaries
from tests.permissions.asking import client_of, text_of
from tests.search_tools import ask

pytestmark = [pytest.mark.django_db, pytest.mark.whole_site]


@pytest.fixture
def seeded(world: Any) -> dict[str, Any]:
    return canaries.seed(world)


@pytest.fixture
def citizen(world: Any) -> Client:
    """Somebody with an account, who has taken part and follows a dialogue."""
    return client_of(world.people["citizen"])


def leaks(client: Client, addresses: Any) -> tuple[int, list[str]]:
    found, read = [], 0
    for address, said in canaries.read_everything(client, addresses):
        read += 1
        told = canaries.words_in(said) - canaries.words_in(address)
        found += [f"{address} tells {', '.join(sorted(told))}"] if told else []
    return read, found


def addresses_of(seeded: dict[str, Any]) -> list[str]:
    """Those of what is hidden, guessed by number or name, and what is always asked for."""
    pages = [page for page in seeded.values() if isinstance(page, Page)]
    short = [reverse("participation:short_link", args=[page.pk]) for page in pages]
    follow = [f"/_/folj/{names.DIALOGUE}/{page.pk}/{tail}" for page in pages for tail in ("", "atom/")]
    comments = [reverse("participation_comments:new", args=[page.pk]) for page in pages]
    polls = [reverse("participation_poll:vote", args=[page.pk]) for page in pages]
    document = seeded["document"]
    files = [reverse("cms_media:document", args=[document.pk, name]) for name in (document.filename, "annat.txt")]
    return [*canaries.EVERYWHERE, *(page.get_url() for page in pages), *short, *follow, *comments, *polls, *files]


@pytest.mark.parametrize("who", ["anonymous", "citizen"])
def test_no_link_and_no_guess_leads_to_what_is_not_public(seeded: Any, citizen: Client, settings: Any, who: str) -> None:
    settings.PAGE_CACHE_SECONDS = 3600  # drawn the first time, from the cache the second
    client = Client() if who == "anonymous" else citizen
    read, found = leaks(client, addresses_of(seeded))
    assert found == []
    assert read > 60, "the crawl went somewhere"
    if who == "anonymous":
        assert leaks(client, addresses_of(seeded))[1] == [], "what the cache kept says no more"


@pytest.mark.parametrize("who", ["anonymous", "citizen"])
def test_no_search_knows_of_it(seeded: Any, world: Any, who: str) -> None:
    """Results, numbers, facets, corrections and suggestions; and what everybody may find holds none of the words."""
    person = world.people[who]
    public = SearchDocument.objects.filter(audience=Audience.PUBLIC)
    stored = [f"{row.title} {row.text} {row.title_terms} {row.text_terms} {row.title_words} {row.parts} {row.facets}" for row in public]
    assert len(stored) > 10
    assert [text for text in stored if canaries.words_in(text)] == []
    for word in canaries.ALL:
        assert ask(word, person).total == 0, word
        assert ask(f"{word[:-1]}x", person).total == 0, "no correction leads there"
        assert suggestions(word[:10], person) == []


def test_the_crawl_finds_a_leak(seeded: Any) -> None:
    """Made public for this test: the words that were hidden are found."""
    Page.objects.filter(pk=seeded["scheduled"].pk).update(live=True, go_live_at=None)
    said = (words for _address, words in canaries.read_everything(Client(), canaries.EVERYWHERE))
    assert any("krypinschema" in canaries.words_in(words) for words in said)


def test_what_staff_reads_is_not_kept_for_others(seeded: Any, world: Any, settings: Any) -> None:
    settings.PAGE_CACHE_SECONDS = 60
    for person in ("hub", "coordinator"):
        insider = client_of(world.people[person])
        for address in addresses_of(seeded):
            insider.get(address)
    assert leaks(Client(), addresses_of(seeded))[1] == []


def test_the_hub_is_not_there_for_citizens(seeded: Any, world: Any, citizen: Client) -> None:
    hub, guide, document = world.shared["hub"], seeded["guide"], seeded["document"]
    file = reverse("cms_media:document", args=[document.pk, document.filename])
    for address in (hub.get_url(), guide.get_url(), f"{hub.get_url()}finns-inte/", f"{guide.get_url()}finns-inte/"):
        assert citizen.get(address).status_code == 404
        assert "/konto/login/" in Client().get(address)["Location"]
    for client in (citizen, Client()):
        assert client.get(file).status_code in (302, 404)
        answer = client.get(file, headers={"If-None-Match": f'"{document.file_hash}"'})
        assert answer.status_code in (302, 404)
        assert canaries.words_in(text_of(answer)) <= canaries.words_in(file)
    insider = client_of(world.people["hub"])
    assert (insider.get(guide.get_url()).status_code, insider.get(file).status_code) == (200, 200)
    assert "no-store" in insider.get(guide.get_url())["Cache-Control"]


def test_mails_hold_nothing_that_their_reader_may_not_see(seeded: Any, world: Any) -> None:
    from cms.following.actions import start_following
    from cms.following.followers import confirm_follower, follower_for_address

    reader = follower_for_address("lasare@example.org", "sv")
    confirm_follower(reader)
    section, live = world.b.section, world.b.things["live"]
    start_following(reader, names.ADMINISTRATION, section.administration_id, "at_once")
    tell_published([page.pk for page in seeded.values() if isinstance(page, Page)] + [live.pk], factories.day(0))
    factories.DialogueFactory(parent=section, open=True, title="En ny dialog")
    mails = [mail for mail in work_off() if mail.to == ["lasare@example.org"]]
    assert mails
    for mail in mails:
        said = "\n".join([mail.subject, mail.body, *(str(part.content) for part in mail.alternatives), str(mail.extra_headers)])
        assert canaries.words_in(said) == set()


@pytest.mark.parametrize("change", ["unpublished", "private", "moved below a private page"])
def test_what_is_taken_away_is_gone_at_once_in_every_language(seeded: Any, world: Any, change: str) -> None:
    page = factories.DialogueFactory(parent=world.b.section, title="Nyss öppen krypinnyss", open=True)
    english = factories.translated(page, title="Just open krypinjust")
    outcome = factories.OutcomeFactory(dialogue=page, title="Utfall krypinunder")
    addresses = [page.get_url(), english.get_url(), outcome.get_url(), "/dialoger/", "/en/dialogues/", *canaries.EVERYWHERE]
    assert canaries.words_in(text_of(Client().get(page.get_url())))
    fresh = Page.objects.get(pk=page.pk).specific
    if change == "unpublished":
        fresh.unpublish()
    elif change == "private":
        fresh.view_restrictions.create(restriction_type="groups")
    else:
        world.b.section.view_restrictions.create(restriction_type="groups")
    client = Client()
    for address in addresses:
        if change == "unpublished" and address == outcome.get_url():
            continue  # a page below one that was unpublished is a page of its own
        assert canaries.words_in(text_of(client.get(address))) <= canaries.words_in(address), address
