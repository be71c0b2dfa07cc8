"""The way to a dialogue from the pages around it, in the reader's language."""

from typing import Any

from django.http import HttpRequest

from cms.pages.breadcrumbs import home_step
from cms.pages.translated_words import address_of
from participation.dialogues.cards import shown_pages, title_of


def dialogue_link(request: HttpRequest, dialogue: Any) -> dict[str, str]:
    """Title (with its language where it is another) and address of a canonical dialogue that the reader may see."""
    shown = shown_pages([dialogue], request)[dialogue.pk]
    title, lang = title_of(dialogue, shown)
    return {"dialogue_title": title, "dialogue_lang": lang, "dialogue_url": address_of(shown, request)}


def trail_below(link: dict[str, str], title: str) -> list[dict[str, Any]]:
    """Breadcrumbs of a page that stands below a dialogue."""
    above = {"label": link["dialogue_title"], "url": link["dialogue_url"], "lang": link["dialogue_lang"]}
    return [home_step(), above, {"label": title}]
