"""What nobody outside may read, each with a word of its own, and a reader who follows every link."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from wagtail.models import Collection, Page

from cms import clock
from cms.following.followers import confirm_follower, follower_for_address
from cms.media.models import SiteDocument
from cms.organisation.staff import staff_group
from knowledge_hub.models import GuidePage
from participation.models import (
    ContributionContact,
    ContributionRevision,
    DialoguePage,
    HideProposal,
    ModerationDecision,
    NoAnswerNeeded,
    Report,
    SecondLook,
)
from tests import factories
from tests.participation.methods.poll.polls import PollFactory
from tests.permissions.asking import text_of
from tests.permissions.world import World
from tests.search_tools import write_everything

WORD = re.compile(r"(?:kanarie|krypin)[a-z]+")
HREF = re.compile(r"""(?:href|src|action|hx-get)="([^"#]+)""")
MOST_PAGES = 400
# Narrowed and sorted results are more of the same; another test asks the search for every word.
LEFT_OUT = ("/static/", "/admin/", "/konto/logout", "/sok/?", "/en/search/?")
EVERYWHERE = (
    "/",
    "/en/",
    "/sitemap.xml",
    "/robots.txt",
    "/finns-inte/",
    "/en/finns-inte/",
    "/dialoger/atom/",
    "/dialoger/json/",
    "/sok/",
    "/en/search/",
)


# Every word that is hidden: nobody outside finds one.
ALL = (
    "krypinalias",
    "krypinanmalan",
    "krypinanstalld",
    "krypinbegaran",
    "krypindold",
    "krypindoltnamn",
    "krypinengelska",
    "krypinfil",
    "krypinfoljare",
    "krypinfornamn",
    "krypinforslag",
    "krypinguide",
    "krypiningress",
    "krypininnehall",
    "krypinintro",
    "krypinmall",
    "krypinnamn",
    "krypinomrostning",
    "krypinsamling",
    "krypinschema",
    "krypinslut",
    "krypinsluten",
    "krypinsvar",
    "krypinsvarpadold",
    "krypintidigare",
    "krypintillbaka",
    "krypinutfall",
    "krypinutfallstext",
    "krypinval",
)


def words_in(text: str) -> set[str]:
    """The canaries that a text holds."""
    return set(WORD.findall(text.lower()))


def seed(world: World) -> dict[str, Any]:
    """States that the two administrations do not have yet; each holds a word that begins with `krypin`."""
    live, section = world.b.things["live"], world.b.section
    seeded = {**_pages(live, section), **_hub(world)}
    _said(live)
    write_everything()
    return seeded


def _pages(live: Any, section: Any) -> dict[str, Any]:
    """Scheduled, expired, restricted, below something restricted, translated from a draft."""
    scheduled = factories.DialogueFactory(parent=section, title="Schemalagd krypinschema", slug="krypinschema", draft=True)
    Page.objects.filter(pk=scheduled.pk).update(go_live_at=timezone.now() + timedelta(days=1))
    expired = factories.DialogueFactory(parent=section, title="Utgången krypinslut", slug="krypinslut", draft=True)
    Page.objects.filter(pk=expired.pk).update(expired=True)
    private = factories.DialogueFactory(parent=section, title="Sluten krypinsluten", slug="krypinsluten", introduction="krypiningress")
    private.view_restrictions.create(restriction_type="groups").groups.add(staff_group())
    factories.OutcomeFactory(dialogue=private, title="Svar krypinsvar")
    english = factories.translated(live, live=False, title="English draft krypinengelska", introduction="krypinintro")
    child = factories.OutcomeFactory(dialogue=live, draft=True, title="Utfall krypinutfall", introduction="krypinutfallstext")
    poll = PollFactory(dialogue=live, draft=True, title="Omröstning krypinomrostning", options=("Ja krypinval", "Nej"))
    return {"scheduled": scheduled, "expired": expired, "private": private, "english": english, "outcome": child, "poll": poll}


def _hub(world: World) -> dict[str, Any]:
    """A guide and a file of the knowledge hub."""
    hub = world.shared["hub"]
    guide = Page.objects.get(pk=hub.pk).add_child(
        instance=GuidePage(title="Guide krypinguide", slug="krypinguide", stage="plan", review_on=clock.today(), locale=hub.locale)
    )
    collection = Collection.get_first_root_node().add_child(name="Kunskapsbanken krypinsamling")
    collection.view_restrictions.create(restriction_type="groups").groups.add(staff_group())
    document = SiteDocument.objects.create(
        title="Mall krypinmall", file=ContentFile(b"krypininnehall", "krypinfil.txt"), collection=collection
    )
    return {"guide": guide, "document": document}


def _said(live: DialoguePage) -> None:
    """What people said and is not shown, and what is only for those who moderate."""
    staff = factories.UserFactory(staff=True, email="krypinanstalld@example.org", first_name="Krypinfornamn", function="Handläggare")
    DialoguePage.objects.filter(pk=live.pk).update(feedback_responsible=staff)
    now = clock.now()
    shown = factories.ContributionFactory(dialogue=live, text="En synlig synpunkt.", author_name="Synlig")
    ContributionRevision.objects.create(contribution=shown, text="krypintidigare", author_name="krypinnamn", replaced_at=now)
    Report.objects.create(contribution=shown, participant=None, reason="other", details="krypinanmalan", reported_at=now)
    HideProposal.objects.create(
        contribution=shown, proposed_by=staff, proposed_at=now, reason="threat", note="krypinforslag", conflict="responsible"
    )
    withdrawn = factories.ContributionFactory(dialogue=live, withdrawn=True, text="", author_name="")
    ContributionRevision.objects.create(contribution=withdrawn, text="krypintillbaka", author_name="krypinalias", replaced_at=now)
    hidden = factories.ContributionFactory(dialogue=live, hidden=True, text="krypindold", author_name="krypindoltnamn")
    factories.ContributionFactory(dialogue=live, text="krypinsvarpadold", reply_to=hidden, thread_root=hidden, pending=True)
    decision = ModerationDecision.objects.create(contribution=hidden, verb="hidden", reason="threat", decided_by=staff, decided_at=now)
    SecondLook.objects.create(contribution=hidden, hidden_by=staff, hiding=decision, asked_at=now, words="krypinbegaran")
    NoAnswerNeeded.objects.create(contribution=shown, reason="duplicate", note="Den visas på kvittensen.", decided_by=staff, decided_at=now)
    follower = follower_for_address("krypinfoljare@example.org", "sv")
    confirm_follower(follower)
    ContributionContact.objects.create(contribution=shown, follower=follower, left_at=now, confirmed_at=now)


def read_everything(client: Client, start: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each address that links lead to, with all that it answers: headers and body."""
    waiting, known = list(start), set(start)
    while waiting and len(known) <= MOST_PAGES:
        address = waiting.pop(0)
        response = client.get(address)
        said = text_of(response)
        yield address, said
        if response.status_code in (301, 302):
            waiting += _new([response["Location"]], address, known)
        if "text/html" in response.get("Content-Type", ""):
            waiting += _new(HREF.findall(said), address, known)


def _new(links: Iterable[str], address: str, known: set[str]) -> list[str]:
    found = []
    for link in links:
        parts = urlsplit(urljoin(f"http://testserver{address}", link.replace("&amp;", "&")))
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        leads_on = parts.netloc in ("testserver", "localhost") and not path.startswith(LEFT_OUT)
        if leads_on and path not in known:
            known.add(path)
            found.append(path)
    return found
