"""The sections of attachments (comments): what hangs on a dialogue, an activity or a thing of a method's own, rendered."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from participation.contract import ParticipationMethod, Subject


def render_sections(methods: Iterable[ParticipationMethod], request: HttpRequest, subject: Subject) -> list[dict[str, Any]]:
    """A section of each method; `participation/sections.html` puts them on a page."""
    return [
        {"name": method.name, "label": method.label, "start_url": method.start_url(subject), "html": _html(method, request, subject)}
        for method in methods
    ]


def _html(method: ParticipationMethod, request: HttpRequest, subject: Subject) -> str:
    own = subject.activity is None and not subject.kind
    context = method.section_context(request, subject.dialogue) if own else method.section_context(request, subject.dialogue, subject)
    return render_to_string(method.section_template, context, request)
