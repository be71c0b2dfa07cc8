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

    def ready(self) -> None:
        from cms.accounts.my_page import MyPageSection, my_page_sections
        from cms.media.sizes import PictureSize, picture_sizes
        from cms.outbox.registry import Sweep, sweeps
        from participation.methods.poll import page_view  # noqa: F401
        from participation.methods.poll.display import PICTURE
        from participation.methods.poll.my_page import votes_context
        from participation.methods.poll.news import LOOKS_EVERY, look_for_news

        section = MyPageSection("poll_votes", _("How you voted"), "participation_poll/my_votes.html", votes_context, order=35)
        my_page_sections.register(section)
        picture_sizes.register(PictureSize("participation_poll.option", PICTURE))
        sweeps.register(Sweep("participation_poll.news", _("News of polls"), LOOKS_EVERY, look_for_news))
