"""Registers what the host adds to Wagtail; the logic is elsewhere."""

from wagtail import hooks

from cms import drafts
from cms.accounts import duty_guards, duty_views, granting
from cms.accounts.inviting import admin as inviting
from cms.admin import api, dashboard, files, menu, protected_rows, translation_way
from cms.export import log as export_log
from cms.pages import missing_plugins, plain_front, restrictions, together
from cms.tenancy import choosers, reports

hooks.register("on_serve_page", restrictions.refuse_outsiders, order=-10)
hooks.register("on_serve_page", plain_front.show_plain_front, order=10)
hooks.register("before_serve_page", missing_plugins.refuse_to_serve)
hooks.register("before_serve_page", drafts.refuse_early_translation)
for name in ("before_delete_page", "before_copy_page", "before_unpublish_page"):
    hooks.register(name, missing_plugins.refuse_to_change)
hooks.register("before_move_page", lambda request, page, destination: missing_plugins.refuse_to_change(request, page))
hooks.register("before_bulk_action", missing_plugins.refuse_bulk)
hooks.register("before_delete_snippet", protected_rows.refuse_rows)
hooks.register("before_delete_user", duty_guards.refuse_to_delete)
hooks.register("before_delete_user", protected_rows.refuse_account)
hooks.register("before_edit_user", granting.refuse_strangers)
hooks.register("before_bulk_action", granting.refuse_many)
hooks.register("before_edit_user", duty_guards.refuse_to_deactivate)
hooks.register("before_bulk_action", duty_guards.refuse_many)
hooks.register("register_admin_urls", duty_views.admin_urls)
hooks.register("register_admin_urls", inviting.admin_urls)
hooks.register("register_admin_urls", translation_way.admin_urls)
hooks.register("before_edit_page", translation_way.refuse_locked, order=-20)
hooks.register("register_settings_menu_item", inviting.menu_item)
hooks.register("register_log_actions", inviting.register_log_actions)
hooks.register("register_log_actions", export_log.register_log_actions)
hooks.register("construct_page_chooser_queryset", choosers.only_known)
hooks.register("construct_homepage_summary_items", reports.count_for_those_who_see_all, order=100)
hooks.register("construct_translated_pages_to_cascade_actions", together.named_with)
hooks.register("after_delete_page", together.delete_with)
hooks.register("after_bulk_action", together.delete_with_many)
hooks.register("construct_admin_api", api.close_actions, order=100)  # after Wagtail has offered its own
hooks.register("construct_main_menu", menu.pages_after_the_work)
hooks.register("construct_homepage_summary_items", menu.no_closed_pages, order=110)
hooks.register("construct_homepage_panels", dashboard.lay_dashboard)
hooks.register("insert_global_admin_css", files.style_sheet)
hooks.register("insert_global_admin_js", files.script)


@hooks.register("before_serve_page", order=-10)
def remember_served_page(page, request, args, kwargs):  # type: ignore[no-untyped-def]
    """Keep the page that is served on the request: the language switch asks for it."""
    request.served_page = page
