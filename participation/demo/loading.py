"""Load the example dialogues, through the same actions that people and staff use."""

from datetime import timedelta

from wagtail.models import Page

from cms import clock
from cms.demo.stage import Demo
from cms.demo.translating import translate
from cms.fields import start_of
from cms.organisation.models import Administration
from participation.demo.answering import answer
from participation.demo.building import build, publish, update_of
from participation.demo.catalogue import EXAMPLES, SECTION_INTRODUCTIONS, SECTION_INTRODUCTIONS_EN
from participation.demo.english.loading import translate_examples
from participation.demo.following import follow_and_wait
from participation.demo.schema import Example
from participation.demo.taking_part import let_people_speak
from participation.models import AdministrationSectionPage, DialoguePage


def load(demo: Demo) -> None:
    """Sections, dialogues in every state, and translations."""
    sections = {slug: _furnish_section(demo, demo.administrations[slug]) for slug in SECTION_INTRODUCTIONS}
    pages = {example.slug: _live_through(demo, sections[example.administration], example) for example in EXAMPLES}
    demo.urls += [(page.get_url() or "/", page.title) for page in pages.values()]
    translate_examples(demo, pages)
    follow_and_wait(demo)


def _live_through(demo: Demo, section: Page, example: Example) -> DialoguePage:
    """One dialogue from its publication to where it stands today."""
    editor = demo.accounts[example.editor]
    with clock.at(demo.moment(example.published, 8)):
        page = build(demo, section, example)
    publish(page, editor, demo.moment(example.published, 9))
    _tell_news(demo, page, example)
    if example.voices:
        conversation = let_people_speak(demo, page, example)
        if example.themes:
            answer(conversation)
    _extend(demo, page, example)
    _cancel(demo, page, example)
    return DialoguePage.objects.get(pk=page.pk)


def _tell_news(demo: Demo, page: DialoguePage, example: Example) -> None:
    """Each update that came after the first publication, on its day."""
    for order, news in enumerate(example.news):
        if news.day > example.published:
            page.updates.add(update_of(demo, page, news, order))
            publish(page, demo.accounts[example.editor], demo.moment(news.day, 12))


def _extend(demo: Demo, page: DialoguePage, example: Example) -> None:
    if example.extension is None:
        return
    page = DialoguePage.objects.get(pk=page.pk)
    phases = list(page.phases.all())
    phases[0].closes_at = start_of(demo.day(example.phases[0].last) + timedelta(days=1))
    page.phases = phases
    publish(page, demo.accounts[example.editor], demo.moment(example.extension.on, 13))


def _cancel(demo: Demo, page: DialoguePage, example: Example) -> None:
    if example.cancelled is None:
        return
    page = DialoguePage.objects.get(pk=page.pk)
    page.cancelled_on, page.cancelled_reason = demo.day(example.cancelled), example.cancelled_reason
    publish(page, demo.accounts[example.editor], demo.moment(example.cancelled, 10))


def _furnish_section(demo: Demo, administration: Administration) -> AdministrationSectionPage:
    """The section that came with the administration's workspace gets its introduction, in both languages."""
    admin = demo.accounts["admin"]
    section = AdministrationSectionPage.objects.get(administration=administration, locale__language_code="sv")
    section.slug = administration.slug.removesuffix("sforvaltningen").removesuffix("forvaltningen")
    section.introduction = SECTION_INTRODUCTIONS[administration.slug]
    publish(section, admin, clock.now())
    words = {section.title: administration.name_en, section.slug: section.slug}
    translate(section, words | SECTION_INTRODUCTIONS_EN, admin)
    return section
