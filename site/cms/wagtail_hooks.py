"""Registers what the host adds to Wagtail; the logic is elsewhere."""

from wagtail import hooks

from cms import pages_without_model

hooks.register("before_serve_page", pages_without_model.refuse_to_serve)
hooks.register("before_edit_page", pages_without_model.refuse_to_edit)
for name in ("before_delete_page", "before_copy_page", "before_unpublish_page"):
    hooks.register(name, pages_without_model.refuse_to_change)
hooks.register("before_move_page", lambda request, page, destination: pages_without_model.refuse_to_change(request, page))
hooks.register("before_bulk_action", pages_without_model.refuse_bulk)


@hooks.register("before_serve_page", order=-10)
def remember_served_page(page, request, args, kwargs):  # type: ignore[no-untyped-def]
    """The language switch asks which page is being served."""
    request.served_page = page
