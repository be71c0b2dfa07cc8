from django.utils.translation import gettext_lazy as _

from participation.contract import Kind, ParticipationMethod
from participation.registry import register


@register
class Comments(ParticipationMethod):
    """Threads of comments that hang on a dialogue's page."""

    name = "comments"
    label = _("Comments")
    summary = _("People comment on the question, answer each other and support what others said.")
    icon = "comment"
    kind = Kind.ATTACHMENT
    rights = {"comment": _("comment"), "support": _("support")}
    section_template = "participation_comments/section.html"
