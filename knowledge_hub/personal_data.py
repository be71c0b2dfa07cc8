"""What the hub holds about a person: whose guides are whose."""

from django.utils.translation import gettext_lazy as _

from cms.accounts.personal_data import personal_data
from cms.accounts.traces import traces


def register() -> None:
    """Called when the app is ready."""
    personal_data.register(
        traces(
            "guides",
            _("Guides you are responsible for"),
            ["knowledge_hub.GuidePage.owner_person"],
            erased=_("Your name as the one responsible for guides in the knowledge hub."),
            kept=_("The guides themselves."),
        )
    )
