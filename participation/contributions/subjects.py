"""What a section of contributions hangs on, as a reader finds it: by the number of a page, or by the name and number of a thing."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from cms.pages.breadcrumbs import Step, home_step
from cms.pages.translated_words import page_url, translations_of
from cms.people import Person
from cms.visibility import is_visible
from participation.contract import Subject
from participation.contributions.rules import can_hang_on
from participation.dialogues.attachments import render_sections
from participation.dialogues.links import dialogue_link
from participation.models import DialoguePage
from participation.registry import attachments, get_commentable, method_of


def subject_of_page(number: int, person: Person | None) -> Subject | None:
    """The dialogue or the activity of a page (in any language), where a person may see it; None for any other page."""
    dialogue = DialoguePage.objects.filter(pk=number).select_related("locale").first()
    if dialogue is not None:
        return seen_by(person, Subject(dialogue.canonical))
    page: Any = Page.objects.filter(pk=number).specific().first()
    if page is None or method_of(page) is None:
        return None
    activity = page.canonical
    return seen_by(person, Subject(activity.get_parent().specific.canonical, activity))


def subject_of_thing(kind: str, number: int, person: Person | None) -> Subject | None:
    """A thing of a method's own that a person may see."""
    commentable = get_commentable(kind)
    thing = commentable.find(number) if commentable else None
    if commentable is None or thing is None:
        return None
    place = commentable.subject(thing)
    return seen_by(person, Subject(place.dialogue, place.activity, kind, number))


def seen_by(person: Person | None, subject: Subject) -> Subject | None:
    """The subject, where the person may see its dialogue, its activity and the thing itself."""
    pages = [page for page in (subject.dialogue, subject.activity) if page is not None]
    if not all(is_visible(page, person) for page in pages):
        return None
    if not subject.kind:
        return subject
    commentable = get_commentable(subject.kind)
    thing = commentable.find(subject.number or 0) if commentable else None
    return subject if commentable is not None and thing is not None and commentable.visible_to(thing, person) else None


def sections_on(request: HttpRequest, subject: Subject) -> list[dict[str, Any]]:
    """The sections of the attachments (comments) that may hang on a subject, drawn for `participation/sections.html`."""
    return render_sections([method for method in attachments() if can_hang_on(subject, method.name)], request, subject)


def place_of(request: HttpRequest, subject: Subject) -> dict[str, Any]:
    """Variables of a page around a subject: the link to its dialogue, and `place`, where the subject itself is shown."""
    link = dialogue_link(request, subject.dialogue)
    place: Step = {"label": link["dialogue_title"], "url": link["dialogue_url"], "lang": link["dialogue_lang"]}
    steps = [home_step(), place]
    if subject.activity is not None:
        place = _activity_step(request, subject.activity)
        steps.append(place)
    if subject.kind:
        place = _thing_step(subject)
        steps.append(place)
    return link | {"place": place, "steps": steps}


def breadcrumbs_at(place: dict[str, Any], title: str) -> list[Step]:
    """Breadcrumbs of a page that stands below a subject, such as a form."""
    return [*place["steps"], {"label": title}]


def _activity_step(request: HttpRequest, activity: Any) -> Step:
    shown = translations_of([activity], Page.objects.all(), request.user).get(activity.translation_key, activity)
    lang = shown.locale.language_code
    return {"label": shown.title, "url": page_url(shown, request), "lang": "" if lang == get_language() else lang}


def _thing_step(subject: Subject) -> Step:
    commentable: Any = get_commentable(subject.kind)
    thing = commentable.find(subject.number)
    return {"label": commentable.title(thing), "url": commentable.url(thing)}
