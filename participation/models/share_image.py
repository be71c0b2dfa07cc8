"""The picture that other sites show when a dialogue is shared."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ShareImage(models.Model):
    """A drawn picture of a dialogue's page in its language. `key` follows from what it says: another key, another picture."""

    page = models.OneToOneField(
        "participation.DialoguePage", verbose_name=_("dialogue"), on_delete=models.CASCADE, related_name="share_image"
    )
    key = models.CharField(_("what it says"), max_length=64)
    png = models.BinaryField(_("picture"))
    made_at = models.DateTimeField(_("drawn"))

    class Meta:
        verbose_name = _("picture for sharing")
        verbose_name_plural = _("pictures for sharing")

    def __str__(self) -> str:
        return f"{self.page_id} {self.key[:8]}"
