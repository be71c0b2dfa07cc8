"""Images and documents. Nothing is public by its path: `cms.media.views` asks the collection each time."""

from io import BytesIO

from django.core.files import File
from django.db import models
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image, SourceImageIOError, get_upload_to

from cms.media import pictures
from cms.media.fields import PictureField

# The file name of a size that could not be made, as Wagtail has it; its address is that of PLACEHOLDER.
NOT_FOUND = "not-found"
PLACEHOLDER = "cms/no-picture.svg"


class SiteImage(AbstractImage):
    """An image with its credit. What stands in place of it is its description, never its title, which is a file's name."""

    file = PictureField(_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
    credit = models.CharField(_("photographer or source"), max_length=160, blank=True)
    is_decorative = models.BooleanField(
        _("only decorates"),
        default=False,
        help_text=_("It says nothing that the text does not say, so that nothing is read out in its place."),
    )
    # Set where a file is stored; what was stored before that, `cms.media.cleaning` looks at.
    is_cleaned = models.BooleanField(_("holds nothing but its pixels"), default=False, editable=False)

    admin_form_fields = ("title", "file", "description", "is_decorative", *Image.admin_form_fields[3:], "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    @property
    def default_alt_text(self) -> str:
        """What is read out in place of the image."""
        return "" if self.is_decorative else self.description

    def get_rendition(self, filter: Filter | str) -> AbstractRendition:
        """A size of the image; a placeholder where its file is missing or damaged, so that no page fails by it."""
        try:
            return super().get_rendition(filter)
        except SourceImageIOError:
            return self._placeholder(filter)

    def get_renditions(self, *filters: Filter | str) -> dict[str, AbstractRendition]:
        """Several sizes, with placeholders as `get_rendition` gives them."""
        try:
            return super().get_renditions(*filters)
        except SourceImageIOError:
            return {getattr(filter, "spec", filter): self._placeholder(filter) for filter in filters}

    def generate_rendition_file(self, filter: Filter, *, source: File[bytes] | None = None) -> File[bytes]:
        """A size made of pixels only, whatever the stored file holds. Raises SourceImageIOError where it is no picture."""
        try:
            data = source.read() if source is not None else self._read()
            return super().generate_rendition_file(filter, source=File(BytesIO(pictures.plain(data)), name=self.file.name))
        except InvalidFilterSpecError:
            raise
        except (pictures.Unusable, OSError, ValueError) as error:
            raise SourceImageIOError(str(error)) from error

    def _read(self) -> bytes:
        with self.open_file() as file:
            return file.read()

    def _placeholder(self, filter: Filter | str) -> AbstractRendition:
        spec = getattr(filter, "spec", filter)
        width, height = Filter(spec).get_transform(self).size
        return SiteRendition(image=self, filter_spec=spec, width=max(int(width), 1), height=max(int(height), 1), file=NOT_FOUND)


class SiteRendition(AbstractRendition):
    """A size of an image; its address goes through the view that asks who may see it."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    @property
    def url(self) -> str:
        if self.file.name == NOT_FOUND:
            return static(PLACEHOLDER)
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


class FormerAddress(models.Model):
    """An address that a document had: of a file that was replaced, or of a document that was deleted. It leads to what came after."""

    number = models.PositiveBigIntegerField(_("number in the address"))
    filename = models.CharField(_("file name"), max_length=255)
    # Not a foreign key: where the document is deleted too, what replaces that one is found by its number.
    leads_to = models.PositiveBigIntegerField(_("number of the document"), db_index=True)
    title = models.CharField(_("title"), max_length=255)
    collection = models.ForeignKey("wagtailcore.Collection", verbose_name=_("collection"), on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("former address of a document")
        verbose_name_plural = _("former addresses of documents")
        constraints = [models.UniqueConstraint(fields=["number", "filename"], name="media_former_address_once")]

    def __str__(self) -> str:
        return f"{self.number}/{self.filename}"
