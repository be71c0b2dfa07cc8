from django.utils.translation import gettext_lazy as _

from cms.plugins import SitePlugin


class PollPlugin(SitePlugin):
    """Polls below a dialogue."""

    name = "participation.methods.poll"
    label = "participation_poll"
    verbose_name = _("Polls")
    version = "0.1.0"
    summary = _("People choose between a few options, in secret; the result is counted for everybody to see.")
    requires = ("participation",)
    urls = "participation.methods.poll.urls"
