"""Addresses of promises in the admin."""

from django.urls import URLResolver, include, path, reverse

from participation.models import DialoguePage
from participation.promises.admin.views import NothingNewView

NAMESPACE = "participation_promises"


def nothing_new_url(dialogue: DialoguePage) -> str:
    """The form that tells those who wait that nothing is new yet."""
    return reverse(f"{NAMESPACE}:nothing_new", args=[dialogue.pk])


patterns = [path("dialogues/<int:pk>/nothing-new/", NothingNewView.as_view(), name="nothing_new")]


def admin_urls() -> list[URLResolver]:
    """For Wagtail's hook."""
    return [path("participation/", include((patterns, NAMESPACE)))]
