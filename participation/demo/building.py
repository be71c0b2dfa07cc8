"""Make the page of an example dialogue, and publish it as its editor on the day it was published."""

from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile
from wagtail.models import Collection, Page, Revision

from cms import clock
from cms.accounts.models import User
from cms.demo.identity import EXAMPLE_NOTICE
from cms.demo.stage import Demo
from cms.fields import start_of
from cms.media.models import SiteDocument, SiteImage
from participation.demo import schema
from participation.demo.done_pictures import draw_done
from participation.demo.pictures import SIZE, draw_place
from participation.models import DialogueDocument, DialoguePage, DialogueUpdate, MandateStep, OtherWay, Phase

EXAMPLE_LINE = "Exempel: innehållet i den här handlingen är påhittat."


def build(demo: Demo, section: Page, example: schema.Example) -> DialoguePage:
    """The draft of an example, below its administration's section."""
    page = DialoguePage(locale=section.locale, owner=demo.accounts[example.editor], live=False, **_own_fields(demo, example))
    page.image = _image(demo, example)
    _add_parts(demo, page, example)
    section = Page.objects.get(pk=section.pk)
    section.add_child(instance=page)
    page.topics.set([demo.topics[slug] for slug in example.topics])
    page.target_groups.set([demo.target_groups[slug] for slug in example.target_groups])
    page.partners.set([demo.administrations[slug] for slug in example.partners])
    page.places.set([demo.places[slug] for slug in example.places])
    return page


def publish(page: Page, user: User, at: datetime) -> None:
    """Publish the page as it is now, as a person, at a time."""
    with clock.at(at):
        revision = page.save_revision(user=user, clean=False)
        revision.publish(user=user)
    page.refresh_from_db()
    first = min(page.first_published_at or at, at)
    page.first_published_at, page.last_published_at, page.latest_revision_created_at = first, at, at
    Page.objects.filter(pk=page.pk).update(first_published_at=first, last_published_at=at, latest_revision_created_at=at)
    Revision.objects.filter(pk=revision.pk).update(created_at=at)


def _own_fields(demo: Demo, example: schema.Example) -> dict[str, Any]:
    words = {name: demo.words(getattr(example, name)) for name in ("title", "question", "introduction", "easy_read", "feedback_form")}
    words |= {name: demo.words(getattr(example, name)) for name in ("open_to_influence", "fixed_conditions", "no_mandate_reason")}
    plain = {name: getattr(example, name) for name in ("slug", "kind", "level", "concerns_children", "publishing")}
    contact = {f"contact_{part}": getattr(example, f"contact_{part}") for part in ("name", "phone", "email", "address")}
    held = {f"held_{name}": value for name, value in example.held.items()}
    notice = EXAMPLE_NOTICE if example.invented else ""
    return {
        **words,
        **plain,
        **contact,
        **held,
        "background": notice + demo.words(example.background),
        "body": demo.bodies.get(example.body),
        "feedback_due_on": demo.working_day(example.due) if example.due is not None else None,
        "feedback_responsible": demo.accounts[example.editor] if example.due is not None else None,
        "is_record": bool(held),
    }


def _image(demo: Demo, example: schema.Example) -> SiteImage | None:
    if not example.picture:
        return None
    width, height = SIZE
    return SiteImage.objects.create(
        title=f"Teckning: {example.title}",
        description=example.picture_description,
        credit="Påhittad plats, ritad för exemplet",
        collection=_collection(demo, example),
        file=ContentFile(draw_place(example.picture), name=f"{example.slug}.png"),
        width=width,
        height=height,
    )


def image_of(page: Page, shot: schema.Shot) -> SiteImage:
    """A picture of what was promised, in the collection of the administration whose page it stands on."""
    return SiteImage.objects.create(
        title=shot.description,
        description=shot.description,
        credit="Ritad för exemplet",
        collection=page.dialogue.administration.collection or Collection.get_first_root_node(),
        file=ContentFile(draw_done(shot.drawing), name=f"{shot.drawing.replace('_', '-')}.png"),
    )


def _collection(demo: Demo, example: schema.Example) -> Collection:
    """Where the administration's files lie."""
    return demo.administrations[example.administration].collection or Collection.get_first_root_node()


def _add_parts(demo: Demo, page: DialoguePage, example: schema.Example) -> None:
    locale = page.locale
    for order, span in enumerate(example.phases):
        last = example.extension.announced_last if example.extension and order == 0 else span.last
        page.phases.add(
            Phase(
                name=span.name,
                opens_at=start_of(demo.day(span.first)),
                closes_at=start_of(demo.day(last) + timedelta(days=1)),
                rights=list(span.rights),
                sort_order=order,
                locale=locale,
            )
        )
    for order, step in enumerate(example.mandate):
        page.mandate_steps.add(_step(demo, example, step, order))
    for order, way in enumerate(example.other_ways):
        page.other_ways.add(
            OtherWay(name=way.name, phone=way.phone, address=way.address, hours=demo.words(way.hours), sort_order=order, locale=locale)
        )
    for order, paper in enumerate(example.papers):
        page.documents.add(_document(demo, example, paper, order, locale))
    for order, news in enumerate(example.news):
        if news.day <= example.published:
            page.updates.add(update_of(demo, page, news, order))


def update_of(demo: Demo, page: DialoguePage, news: schema.News, order: int) -> DialogueUpdate:
    """A piece of news of an example, dated its day."""
    return DialogueUpdate(date=demo.day(news.day), text=demo.words(news.text), sort_order=order, locale=page.locale)


def _step(demo: Demo, example: schema.Example, step: schema.Step, order: int) -> MandateStep:
    return MandateStep(
        kind=step.kind,
        date=demo.working_day(step.day),
        body=demo.bodies.get(step.body),
        title=step.title,
        paragraph=step.paragraph,
        diary_number=demo.words(step.number),
        link=minutes_of(step.body, demo.working_day(step.day)) if step.paragraph and example.invented else "",
        sort_order=order,
    )


def minutes_of(body: str, day: date) -> str:
    """Where the minutes of a meeting would stand: an address that leads nowhere, as all of it is made up."""
    return f"https://example.org/protokoll/{body}/{day.isoformat()}"


def _document(demo: Demo, example: schema.Example, paper: schema.Paper, order: int, locale: Any) -> DialogueDocument:
    stored = None
    if paper.text:
        text = f"{paper.title}\n\n{demo.words(paper.text)}\n\n{EXAMPLE_LINE}\n"
        stored = SiteDocument.objects.create(
            title=f"{paper.title} (exempel)",
            file=ContentFile(text.encode(), name=f"exempel-{order + 1}.txt"),
            collection=_collection(demo, example),
        )
    return DialogueDocument(
        kind=paper.kind,
        title=paper.title,
        document=stored,
        link=paper.link,
        date=demo.working_day(paper.day),
        sort_order=order,
        locale=locale,
    )
