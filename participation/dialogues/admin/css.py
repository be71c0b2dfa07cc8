"""The few lines of style that the editor's forms need beside Wagtail's own."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString


def admin_css() -> SafeString:
    """The link to the style sheet of the editor's forms."""
    return format_html('<link rel="stylesheet" href="{}">', static("participation/admin.css"))
