"""Letters: how a mail is written. `render_letter` writes text and HTML in the reader's language from two templates."""

import re
from typing import Any

from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.utils import translation

from cms.outbox.registry import Letter, MailKind, mail_kinds
from cms.outbox.sender import sender

__all__ = ["Letter", "MailKind", "absolute", "mail_kinds", "render_letter"]

_GAPS = re.compile(r"\n{3,}")


def render_letter(
    to: str, subject: Any, template: str, context: dict[str, Any], language: str, headers: dict[str, str] | None = None
) -> Letter:
    """Render `<template>.txt` and `<template>.html`, which extend `cms/mail/base.*`; a lazy subject is put into words in `language`."""
    with translation.override(language):
        known = {"subject": str(subject), "sender": sender(), "language": language, "base_url": absolute("/"), **context}
        text = _GAPS.sub("\n\n", _rendered(f"{template}.txt", known, autoescape=False)).strip() + "\n"
        html = _rendered(f"{template}.html", known)
        return Letter(to=to, subject=str(subject), text=text, html=html, headers=headers or {}, language=language)


def absolute(url: str) -> str:
    """An address of this site as a mail needs it."""
    if url.startswith(("http://", "https://")):
        return url
    return f"{settings.BASE_URL.rstrip('/')}/{url.lstrip('/')}"


def _rendered(name: str, context: dict[str, Any], *, autoescape: bool = True) -> str:
    template: Any = get_template(name)
    return str(template.template.render(Context(context, autoescape=autoescape)))
