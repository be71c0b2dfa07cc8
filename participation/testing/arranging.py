"""The few things that a test of a method is arranged with: a site, a dialogue with a phase, a contribution, somebody who works there."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from wagtail.models import Locale, Page, Site

from cms import clock
from cms.fields import start_of
from cms.organisation.models import Administration
from participation.models import AdministrationSectionPage, Contribution, DialogueIndexPage, DialoguePage, Phase


def make_site() -> AdministrationSectionPage:
    """The smallest tree that a dialogue stands in, made once: a front, the index of dialogues, an administration's section."""
    known = AdministrationSectionPage.objects.first()
    if known is not None:
        return known
    locale, _is_new = Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root", locale=locale)
    front = root.add_child(instance=Page(title="Testing", slug="testing", locale=locale))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "port": 80, "root_page": front})
    Site.clear_site_root_paths_cache()
    index = front.add_child(instance=DialogueIndexPage(title="Dialogues", slug="dialogues", locale=locale))
    administration = Administration.objects.create(name="Testing", slug="testing")
    section: AdministrationSectionPage = index.add_child(
        instance=AdministrationSectionPage(title="Testing", slug="testing", locale=locale, administration=administration)
    )
    return section


def make_dialogue(rights: list[str], *, first_day: int = -3, last_day: int = 3, **fields: Any) -> DialoguePage:
    """A published dialogue whose one phase gives these rights; days are counted from today."""
    section = make_site()
    number = DialoguePage.objects.count()
    words: dict[str, Any] = {"title": f"A dialogue {number}", "slug": f"a-dialogue-{number}", "question": "What do you think?"} | fields
    dialogue = DialoguePage(locale=section.locale, **words)
    opens, closes = (start_of(clock.today() + timedelta(days=day)) for day in (first_day, last_day + 1))
    dialogue.phases = [Phase(name="Take part", opens_at=opens, closes_at=closes, rights=rights, locale=section.locale)]
    Page.objects.get(pk=section.pk).add_child(instance=dialogue)
    return DialoguePage.objects.get(pk=dialogue.pk)


def make_contribution(method: str, dialogue: DialoguePage, **fields: Any) -> Contribution:
    """A published contribution as the ledger holds it, past every rule."""
    given: dict[str, Any] = {"text": "Something", "author_name": "Somebody", "received_at": clock.now()} | fields
    return Contribution.objects.create(method=method, dialogue=dialogue.canonical, **given)


def make_staff() -> Any:
    """Somebody who may do everything in the admin."""
    return get_user_model().objects.create_superuser("staff@example.org", "correct-horse-42")
