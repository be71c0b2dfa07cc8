"""Links to a dialogue from the pages around it, in the reader's language."""

from typing import Any

from django.conf import settings
from django.db.models import BigIntegerField
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from wagtail.models import Page

from cms.pages.breadcrumbs import home_step
from cms.pages.translated_words import page_url, translated_text, translations_of
from cms.visibility import visible_to
from participation.dialogues.cards import shown_pages, title_of
from participation.dialogues.page_parts import tel
from participation.dialogues.queries import DialogueRow
from participation.models import DialogueIndexPage, DialoguePage


def dialogue_link(request: HttpRequest, dialogue: DialoguePage) -> dict[str, str]:
    """Title (with its language where it is another) and address of a canonical dialogue that the reader may see."""
    shown = shown_pages([dialogue], request)[dialogue.pk]
    title, lang = title_of(dialogue, shown)
    return {"dialogue_title": title, "dialogue_lang": lang, "dialogue_url": page_url(shown, request)}


def dialogue_contact(shown: DialoguePage, dialogue: DialoguePage) -> dict[str, Any]:
    """Whom to ask about a canonical dialogue, and the body that decides; for the component `can_do`."""
    name = translated_text(shown, dialogue, "contact_name")
    phone = dialogue.contact_phone
    contact = {"name": name.text, "lang": name.lang, "phone": phone, "tel": tel(phone), "email": dialogue.contact_email}
    body = dialogue.body
    return {"contact": contact, "body": {"name": str(body), "url": reverse("participation:body", args=[body.slug])} if body else None}


def breadcrumbs_below(link: dict[str, str], title: str) -> list[dict[str, Any]]:
    """Breadcrumbs of a page that stands below a dialogue."""
    above = {"label": link["dialogue_title"], "url": link["dialogue_url"], "lang": link["dialogue_lang"]}
    return [home_step(), above, {"label": title}]


def dialogue_head(request: HttpRequest, row: DialogueRow, heading: str) -> dict[str, Any]:
    """The dialogue above a page whose heading is `heading`: its link, its question, and its title where the heading lacks it."""
    shown = shown_pages([row.page], request)[row.page.pk]
    title, lang = title_of(row.page, shown)
    question = translated_text(shown, row.page, "question")
    eyebrow = "" if title in heading else title  # many editors name the dialogue in the title
    return {
        "eyebrow": eyebrow,
        "dialogue_title": title,
        "dialogue_lang": lang,
        "dialogue_url": page_url(shown, request),
        "question": question,
        **dialogue_contact(shown, row.page),
    }


def link_to(page: Page, request: HttpRequest) -> dict[str, str]:
    """A page's title and address, and its language where that is not the reader's."""
    lang = page.locale.language_code
    return {"title": page.title, "url": page.get_url(request) or "", "lang": "" if lang == get_language() else lang}


def index_url_of(request: HttpRequest) -> str:
    """The list of dialogues, in the reader's language where there is one."""
    index = visible_to(DialogueIndexPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None), request.user)
    page = index.select_related("locale").first()
    if page is None:
        return ""
    return page_url(translations_of([page], DialogueIndexPage.objects.all(), request.user).get(page.translation_key, page), request)


def known_number(pk: int) -> int:
    """A number in an address that a page may have; one that no database can compare is of no page (Http404)."""
    if pk > BigIntegerField.MAX_BIGINT:
        raise Http404
    return pk
