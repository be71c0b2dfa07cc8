from django.utils.translation import gettext_lazy as _

from cms.plugins import SitePlugin


class CommentsPlugin(SitePlugin):
    """Threads of comments on a dialogue."""

    name = "participation.methods.comments"
    label = "participation_comments"
    verbose_name = _("Comments")
    version = "0.1.0"
    summary = _("People comment on a dialogue, answer each other and support what others said.")
    requires = ("participation",)
    urls = "participation.methods.comments.urls"
