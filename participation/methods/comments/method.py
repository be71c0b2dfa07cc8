"""Comments, declared to the host."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms import clock
from participation.api import ContributionState, Kind, ParticipationMethod, Subject, may_do, register
from participation.methods.comments.section import RIGHT_TO_COMMENT, new_url, section_context


@register
class Comments(ParticipationMethod):
    """Threads of comments that hang on a dialogue's page, on an activity's, or on a thing of another method's own."""

    name = "comments"
    label = _("Comments")
    summary = _("People comment on the question, answer each other and support what others said.")
    icon = "comment"
    kind = Kind.ATTACHMENT
    rights = {"comment": _("comment"), "support": _("support")}
    imperatives = {"comment": pgettext_lazy("imperative", "write"), "support": pgettext_lazy("imperative", "support")}
    hangs_on_activities = True
    section_template = "participation_comments/section.html"

    def section_context(self, request: HttpRequest, dialogue: Any, subject: Subject | None = None) -> dict[str, Any]:
        return section_context(request, subject or Subject(dialogue.canonical))

    def start_url(self, subject: Subject) -> str:
        return f"{new_url(subject)}#id_text" if may_do(subject.dialogue, RIGHT_TO_COMMENT, clock.now()) else ""

    def contribution_url(self, contribution: Any) -> str:
        if contribution.state not in (ContributionState.PUBLISHED, ContributionState.HIDDEN):
            return ""
        return reverse("participation_comments:permalink", args=[contribution.pk])
