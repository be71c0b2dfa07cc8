"""Registers what the hub adds to Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from knowledge_hub.models import Method


class MethodViewSet(SnippetViewSet):
    """The catalogue of methods."""

    model = Method
    icon = "list-ul"
    menu_label = _("Methods")
    list_display = ["name", "level", "group_size", "is_active"]
    list_filter = ["level", "is_active"]
    search_fields = ["name", "name_en", "good_for"]


register_snippet(MethodViewSet)
