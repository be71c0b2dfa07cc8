"""Two administrations with one of everything each, and the people who work on each side.

What nobody outside may read holds a word of its own that begins with `kanarie` and the side's letter, so that a
leak names its place: `kanariebutkast` is the title of B's draft.
"""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.management import call_command
from PIL import Image
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import Comment, Page, Site, UploadedFile
from wagtail_localize.models import TranslationSource

from cms import clock
from cms.media.models import SiteDocument, SiteImage
from cms.organisation.models import Place, TargetGroup, Topic
from cms.organisation.roles import Role, coordinator_group, group_of
from cms.organisation.staff import staff_group
from cms.organisation.workspaces import open_workspace
from knowledge_hub.models import GuidePage, KnowledgeHubPage, Method
from participation.models import AdministrationSectionPage
from tests import factories
from tests.participation.methods.poll.polls import PollFactory

CANARY = re.compile(r"kanarie[abh][a-z]+")


def canaries_of(text: str, side: str) -> set[str]:
    """Words of a side (`a` or `b`) that a text holds."""
    return {word for word in CANARY.findall(text.lower()) if word[7] == side}


@dataclass
class Side:
    """One administration: what it has, and who works there. `things` are known by their name in the table."""

    letter: str
    section: Any = None
    things: dict[str, Any] = field(default_factory=dict)
    people: dict[str, Any] = field(default_factory=dict)

    def word(self, place: str) -> str:
        """The canary of a place."""
        return f"kanarie{self.letter}{place}"


@dataclass
class World:
    """Both sides, and the people who belong to neither."""

    a: Side
    b: Side
    people: dict[str, Any]
    shared: dict[str, Any]

    def person(self, role: str) -> Any:
        """Somebody of a role; workers are A's."""
        return self.people[role] if role in self.people else self.a.people[role]


def build_world() -> World:
    """Everything that the table asks about."""
    call_command("setup_site")
    factories.site_tree()
    sides = [_side(letter) for letter in "ab"]
    coordinator = factories.UserFactory(staff=True, email="samordnare@example.org")
    coordinator.groups.add(coordinator_group())
    people = {
        "anonymous": None,
        "citizen": factories.UserFactory(email="invanare@example.org"),
        "hub": factories.UserFactory(staff=True, email="larare@example.org"),
        "coordinator": coordinator,
        "superuser": factories.UserFactory(admin=True, email="root@example.org"),
    }
    return World(*sides, people, _shared(sides))


def _shared(sides: list[Side]) -> dict[str, Any]:
    """What belongs to the whole municipality, and what both sides have in common."""
    hub = KnowledgeHubPage.objects.get(locale__language_code="sv")
    guide = Page.objects.get(pk=hub.pk).add_child(
        instance=GuidePage(title="Guide kanariehguide", slug="kanariehguide", stage="plan", review_on=clock.today(), locale=hub.locale)
    )
    return {
        "root": Page.objects.get(depth=1),
        "index": sides[0].section.get_parent(),
        "hub": hub,
        "guide": guide,
        "administration": sides[0].section.administration,
        "body": sides[0].things["live"].body,
        "place": Place.objects.first(),
        "target_group": TargetGroup.objects.first(),
        "topic": Topic.objects.first(),
        "method": Method.objects.create(code="vandring", name="Trygghetsvandring", level="consult"),
        "locale": factories.locale("en"),
        "site": Site.objects.get(),
        "staff_group": staff_group(),
    }


def _side(letter: str) -> Side:
    side = Side(letter)
    administration = factories.AdministrationFactory(name=f"Förvaltning {letter.upper()}")
    open_workspace(administration)
    side.section = AdministrationSectionPage.objects.get(administration=administration, locale__language_code="sv")
    side.people = {role.value: _person(side, role, administration) for role in Role}
    side.things |= {"section": side.section, "account": side.people["editor"], "editors": group_of(administration, Role.EDITOR)}
    _add_pages(side)
    _add_files(side)
    _add_participation(side)
    _add_traces(side)
    return side


def _person(side: Side, role: str, administration: Any) -> Any:
    person = factories.UserFactory(
        staff=True, email=f"{side.word('adress')}.{role}@example.org", first_name=role.title(), administration=administration
    )
    person.groups.add(group_of(administration, role))
    return person


def _add_pages(side: Side) -> None:
    """A live dialogue with an unpublished edit, a private page, a draft in a workflow, an alias, a translation."""
    live = factories.DialogueFactory(parent=side.section, title=f"Öppen dialog {side.letter}", owner=side.people["publisher"])
    live.save_revision(log_action=True, user=side.people["publisher"]).publish()
    live.refresh_from_db()
    live.title = f"Ändrad {side.word('redigering')}"
    live.introduction = side.word("ingress")
    live.save_revision(log_action=True, user=side.people["editor"])
    live.refresh_from_db()
    draft = factories.DialogueFactory(
        parent=side.section, title=f"Utkast {side.word('utkast')}", slug=side.word("slug"), draft=True, owner=side.people["editor"]
    )
    draft.save_revision(log_action=True, user=side.people["editor"])
    draft.title = f"Utkast {side.word('version')}"
    draft.save_revision(log_action=True, user=side.people["editor"])
    draft.refresh_from_db()
    Comment.objects.create(
        page=draft, user=side.people["editor"], text=side.word("anteckning"), contentpath="title", created_at=clock.now()
    )
    _start_workflow(side, draft)
    locked = factories.DialogueFactory(parent=side.section, title=f"Låst {side.word('last')}", draft=True)
    Page.objects.filter(pk=locked.pk).update(locked=True, locked_by=side.people["publisher"], locked_at=clock.now())
    alias = live.create_alias(parent=side.section, update_slug=f"alias-{side.word('alias')}", update_locale=live.locale)
    Page.objects.filter(pk=alias.pk).update(live=False, title=f"Kopia {side.word('kopia')}", draft_title=f"Kopia {side.word('kopia')}")
    side.things |= {"live": live, "draft": draft, "locked": locked, "alias": Page.objects.get(pk=alias.pk)}
    source, _made = TranslationSource.update_or_create_from_instance(draft)
    source.create_or_update_translation(factories.locale("en"), publish=False, fallback=True)
    translation = source.translations.create(target_locale=factories.locale("en"))
    side.things |= {"translation_source": source, "translation": translation, "string_segment": source.stringsegment_set.first()}


def _start_workflow(side: Side, draft: Any) -> None:
    workflow = draft.get_workflow()
    state = workflow.start(draft, side.people["editor"])
    task_state = state.current_task_state
    task_state.comment = side.word("bedomning")
    task_state.save()
    side.things |= {"workflow": workflow, "task": workflow.tasks.get(), "workflow_state": state, "task_state": task_state}


def _add_files(side: Side) -> None:
    collection = side.section.administration.collection
    collection.name = f"Filer {side.word('samling')}"
    collection.save()
    picture = BytesIO()
    Image.new("RGB", (8, 8), "green").save(picture, "PNG")
    image = SiteImage.objects.create(
        title=f"Bild {side.word('bild')}",
        file=ImageFile(BytesIO(picture.getvalue()), f"{side.word('bildfil')}.png"),
        collection=collection,
        uploaded_by_user=side.people["editor"],
    )
    document = SiteDocument.objects.create(
        title=f"Fil {side.word('dokument')}",
        file=ContentFile(side.word("innehall").encode(), f"{side.word('filnamn')}.txt"),
        collection=collection,
        uploaded_by_user=side.people["editor"],
    )
    image.get_rendition("max-165x165")
    uploads = {
        f"upload_{kind}": UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(model),
            file=ContentFile(b"x", f"{side.word('uppladdning')}.png"),
            uploaded_by_user=side.people["editor"],
        )
        for kind, model in (("image", SiteImage), ("document", SiteDocument))
    }
    side.things |= {"collection": collection, "image": image, "document": document, **uploads}


def _add_participation(side: Side) -> None:
    live, draft = side.things["live"], side.things["draft"]
    contribution = factories.ContributionFactory(dialogue=live, text="Bra förslag om skolvägen.")
    pending = factories.ContributionFactory(dialogue=live, pending=True, text=side.word("vantar"), author_name=side.word("namn"))
    hidden = factories.ContributionFactory(dialogue=live, hidden=True, text=side.word("dold"), author_name=side.word("dolt"))
    theme = factories.ThemeFactory(dialogue=draft, title=side.word("tema"), summary=side.word("sammanfattning"))
    decision = factories.DecisionFactory(dialogue=draft, text=side.word("beslut"))
    outcome = factories.OutcomeFactory(dialogue=draft, draft=True, title=f"Så blev det {side.word('svar')}")
    follow_up = factories.FollowUpFactory(dialogue=draft, draft=True, title=f"Uppföljning {side.word('uppfoljning')}")
    poll = PollFactory(dialogue=live, title="En omröstning")
    poll_draft = PollFactory(dialogue=live, draft=True, title=f"Omröstning {side.word('omrostning')}", options=(side.word("val"), "Nej"))
    log(instance=theme, action="wagtail.edit", user=side.people["editor"])
    log(instance=hidden, action="wagtail.edit", user=side.people["editor"])
    side.things |= {
        "contribution": contribution,
        "pending": pending,
        "hidden": hidden,
        "theme": theme,
        "decision": decision,
        "outcome": outcome,
        "follow_up": follow_up,
        "poll": poll,
        "poll_draft": poll_draft,
    }


def _add_traces(side: Side) -> None:
    draft = side.things["draft"]
    side.things["redirect"] = Redirect.objects.create(old_path=f"/{side.word('omdirigering')}", redirect_page=Page.objects.get(pk=draft.pk))
    side.things["session"] = EditingSession.objects.create(
        user=side.people["editor"],
        content_type=ContentType.objects.get_for_model(draft),
        object_id=str(draft.pk),
        last_seen_at=clock.now() - timedelta(minutes=1),
        is_editing=True,
    )
    log(instance=side.things["image"], action="wagtail.edit", user=side.people["editor"])
    log(instance=side.things["document"], action="wagtail.edit", user=side.people["editor"])
