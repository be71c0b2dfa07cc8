"""The files that every page of the admin loads beside Wagtail's own."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString


def style_sheet() -> SafeString:
    """The link to the style of what the script says."""
    return format_html('<link rel="stylesheet" href="{}">', static("cms/admin.css"))


def script() -> SafeString:
    """The script that keeps what is written when the session ends; it comes after Wagtail's, whose parts it uses."""
    return format_html('<script src="{}" defer></script>', static("cms/admin.js"))
