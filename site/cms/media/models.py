"""Images and documents. Nothing is public by its path: `cms.media.views` asks the collection each time."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class SiteImage(AbstractImage):
    """An image with its credit."""

    credit = models.CharField(_("photographer or source"), max_length=160, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]


class SiteRendition(AbstractRendition):
    """A size of an image; its address goes through the view that asks who may see it."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    @property
    def url(self) -> str:
        # By its image: several renditions made at once do not know their own keys.
        return reverse("cms_media:rendition", args=[self.image_id, self.file.name.rsplit("/", 1)[-1]])


class SiteDocument(AbstractDocument):
    """A file that can be downloaded."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]

    @property
    def url(self) -> str:
        return reverse("cms_media:document", args=[self.pk, self.filename])
