"""Registers the search's report in the admin; the logic is elsewhere."""

from wagtail import hooks

from cms.search import admin_views

hooks.register("register_admin_urls", admin_views.admin_urls)
hooks.register("register_reports_menu_item", admin_views.menu_item)
