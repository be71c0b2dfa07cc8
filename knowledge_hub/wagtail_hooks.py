"""Registers what the hub adds to Wagtail's admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from knowledge_hub.admin import MethodViewSet, guides_menu_item, log_actions

register_snippet(MethodViewSet)
hooks.register("register_log_actions", log_actions)
hooks.register("register_admin_menu_item", guides_menu_item)
