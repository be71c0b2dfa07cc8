"""Small files for tests."""

from django.core.files.base import ContentFile


def document_file() -> ContentFile:
    """A text file."""
    return ContentFile(b"Plan", name="plan.txt")
