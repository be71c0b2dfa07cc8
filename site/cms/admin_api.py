"""Wagtail's admin API without its actions.

They publish, copy and delete past every hook and past a page's own `publish()`, and nothing in the
admin calls them: the explorer only reads.
"""

from typing import Any, ClassVar

from wagtail.admin.api.views import PagesAdminAPIViewSet


class ReadingPagesAPI(PagesAdminAPIViewSet):
    """What the admin's explorer reads."""

    actions: ClassVar[dict[str, Any]] = {}


def close_actions(router: Any) -> None:
    """Hook `construct_admin_api`."""
    router.register_endpoint("pages", ReadingPagesAPI)
