from django.utils.translation import gettext_lazy as _

from cms.plugins import SitePlugin


class PetitionPlugin(SitePlugin):
    """Petitions below a dialogue."""

    name = "gensvar_petition"
    label = "gensvar_petition"
    verbose_name = _("Petition")
    version = "1.0"
    summary = _("People sign a petition.")
    requires = ("participation",)
    urls = "gensvar_petition.urls"
