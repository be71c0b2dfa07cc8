"""Where a picture enters: the model field that stores it clean, the form field that refuses what is none."""

from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from wagtail.images.fields import WagtailImageField as UploadField
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from cms.media import pictures
from cms.text.facts import with_facts

NO_SIZE = (1, 1)
"""Of a file that is no picture: not zero, which Django takes for “unknown” and would ask the file again at every reading."""


class CleanUpload(SimpleUploadedFile):
    """A picture that the form has cleaned already."""


class PictureFile(WagtailImageFieldFile):
    """A stored picture: whatever road it comes by, it holds nothing but its pixels."""

    def save(self, name: str, content: Any, save: bool = True) -> None:
        self.instance.is_cleaned = True
        super().save(name, content if isinstance(content, CleanUpload) else _cleaned(content, name), save)

    save.alters_data = True  # type: ignore[attr-defined]

    def get_image_dimensions(self) -> tuple[int, int]:
        """By what the file says; nothing is decoded for it. A file that is no picture has none."""
        is_closed = self.closed
        self.open()
        try:
            return pictures.size_of(self.read())
        except pictures.Unusable:
            return NO_SIZE
        finally:
            self.close() if is_closed else self.seek(0)


class PictureField(WagtailImageField):
    """A picture of a model, stored clean."""

    attr_class = PictureFile


def _cleaned(content: Any, name: str) -> Any:
    """The content to be stored. What cannot be read is kept as it is: forms have refused it, and no size of it is ever shown."""
    content.seek(0)
    data = content.read()
    try:
        return ContentFile(pictures.clean(data), name=name)
    except pictures.Unusable:
        content.seek(0)
        return content


class PictureUploadField(UploadField):
    """A picture in a form: decoded to its end before anything is stored, and handed on clean."""

    def to_python(self, data: Any) -> Any:
        upload = forms.FileField.to_python(self, data)
        if upload is None:
            return None
        self.check_image_file_size(upload)
        name = upload.name or ""
        extension = Path(name).suffix.lower().lstrip(".")
        if extension not in self.allowed_image_extensions:
            raise ValidationError(self.error_messages["invalid_image_extension"], code="invalid_image_extension")
        data = upload.read()
        cleaned = CleanUpload(name, self._clean_picture(data), f"image/{'jpeg' if extension == 'jpg' else extension}")
        self._check_extension(data, extension)
        return cleaned

    def _clean_picture(self, data: bytes) -> bytes:
        try:
            return pictures.clean(data, settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS)
        except pictures.TooLarge as refused:
            raise ValidationError(too_large(refused.size), code="file_too_many_pixels") from refused
        except pictures.Damaged as refused:
            raise ValidationError(
                _("The picture is damaged: it cannot be read to its end. Choose another copy of it, or save it again."),
                code="invalid_image",
            ) from refused
        except pictures.NoPicture as refused:
            raise ValidationError(
                with_facts(
                    _("The file is no picture that can be shown here. Save it as one of these: %(formats)s."),
                    formats=self.supported_formats_text,
                ),
                code="invalid_image",
            ) from refused

    def _check_extension(self, data: bytes, extension: str) -> None:
        kind = pictures.format_of(data)
        if extension not in pictures.EXTENSIONS[kind]:
            raise ValidationError(
                with_facts(
                    _(
                        "The file's name ends in .%(said)s, but the picture is of the kind .%(meant)s. Give it that ending and choose it again."
                    ),
                    said=extension,
                    meant=pictures.EXTENSIONS[kind][0],
                ),
                code="invalid_image_known_format",
            )


def too_large(size: tuple[int, int] | None) -> Any:
    """The sentence for a picture with more pixels than are taken."""
    most = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000
    if size is None:
        return with_facts(
            _("The picture has too many pixels: at most %(most)s megapixels are taken. Make it smaller and choose it again."), most=most
        )
    width, height = size
    return with_facts(
        _(
            "The picture has %(width)s × %(height)s pixels, which is %(pixels)s megapixels; at most %(most)s are taken. "
            "Make it smaller and choose it again."
        ),
        width=width,
        height=height,
        pixels=round(width * height / 1_000_000),
        most=most,
    )
