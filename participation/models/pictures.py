"""Pictures of a thing before it was done and after, so that anybody can see that it was."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BeforeAndAfter(models.Model):
    """Up to two pictures with their days; each is described in words, in every language."""

    before_image = models.ForeignKey(
        "cms_media.SiteImage", verbose_name=_("picture before"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    before_on = models.DateField(_("taken on"), null=True, blank=True)
    before_description = models.CharField(
        _("what it shows"), max_length=250, blank=True, help_text=_("For those who do not see it: “The stairs with two broken steps”.")
    )
    after_image = models.ForeignKey(
        "cms_media.SiteImage", verbose_name=_("picture after"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    after_on = models.DateField(_("taken on"), null=True, blank=True)
    after_description = models.CharField(
        _("what it shows"),
        max_length=250,
        blank=True,
        help_text=_("For those who do not see it: “The stairs with new steps and a lit rail”."),
    )

    class Meta:
        abstract = True
