from typing import Any

from django.utils.translation import gettext_lazy as _

from participation.api import Kind, ParticipationMethod, register


@register
class Petition(ParticipationMethod):
    """Petitions, declared to the host."""

    name = "petition"
    label = _("Petition")
    summary = _("People sign what they agree with.")
    icon = "list-ul"
    kind = Kind.ACTIVITY
    page_type = "gensvar_petition.PetitionPage"
    rights = {"sign": _("sign")}

    def contribution_url(self, contribution: Any) -> str:
        return contribution.activity.get_url() or "" if contribution.activity else ""
