"""The languages of the site."""

from django.conf import settings


def known_language(code: str) -> str:
    """One of the site's languages; its first one for anything else."""
    return code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
