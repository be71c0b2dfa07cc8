"""Registers the outbox in the admin; the logic is elsewhere."""

from wagtail import hooks

from cms.outbox import admin_urls, permissions

hooks.register("register_admin_urls", admin_urls.admin_urls)
hooks.register("register_settings_menu_item", admin_urls.menu_item)
hooks.register("register_permissions", permissions.offered)
