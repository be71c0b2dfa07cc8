"""How an image stands in a text. Wagtail imports the module by its name."""

from typing import Any

from wagtail.images.formats import FORMATS, Format, register_image_format, unregister_image_format

from cms.media.descriptions import alternative


class DescribedFormat(Format):
    """A format whose images never have a file's name read out in their place, also where an old text holds one."""

    def image_to_html(self, image: Any, alt_text: str, extra_attributes: dict[str, Any] | None = None) -> str:
        html: str = super().image_to_html(image, alternative(image, alt_text), extra_attributes)
        return html


for known in list(FORMATS):
    unregister_image_format(known)
    register_image_format(DescribedFormat(known.name, known.label, known.classname, known.filter_spec))
