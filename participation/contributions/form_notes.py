"""What stands with every form in which people write: the question and its conditions, who publishes it, the rules, the privacy notice."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from cms import clock
from cms.context import identity_of
from cms.pages.translated_words import TranslatedText, page_url, translated_text
from cms.templatetags.dates import written
from cms.visibility import is_visible
from participation.choices import Publishing, State
from participation.deadline import deadline_of
from participation.dialogues.cards import shown_pages
from participation.dialogues.page_groups import influence_items
from participation.dialogues.state_words import WORDS
from participation.models import DialoguePage


@dataclass(frozen=True)
class FormNotes:
    """The variables of `participation/contributions/notes.html`."""

    publisher: str
    body: Any
    privacy_notice: str
    waits: bool
    rules_url: str
    question: TranslatedText
    influence: list[dict[str, str]]
    until: str


def notes_beside(request: HttpRequest, dialogue: DialoguePage) -> FormNotes:
    """The notes of a canonical dialogue's forms, in the reader's language."""
    identity = identity_of(request)
    shown = shown_pages([dialogue], request)[dialogue.pk]
    said = {field: translated_text(shown, dialogue, field) for field in ("question", "open_to_influence", "fixed_conditions")}
    return FormNotes(
        publisher=identity.name,
        body=dialogue.body,
        privacy_notice=dialogue.body.localized_privacy_notice if dialogue.body else "",
        waits=dialogue.publishing == Publishing.BEFORE,
        rules_url=_url_for(identity.rules_page, request),
        question=said["question"],
        influence=influence_items(dialogue, said, WORDS[State.OPEN]),
        until=deadline_of(dialogue.phases.all(), clock.now()).sentence(written),
    )


def rules_url(request: HttpRequest) -> str:
    """Where the rules for contributions stand, for this reader."""
    return _url_for(identity_of(request).rules_page, request)


def _url_for(page: Page | None, request: HttpRequest) -> str:
    if page is None:
        return ""
    for shown in (page.localized, page):
        if is_visible(shown, request.user):
            return page_url(shown, request)
    return ""
