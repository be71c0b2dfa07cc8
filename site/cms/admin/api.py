"""Wagtail's admin API without its actions, and with images and documents for those only who may use them.

The actions publish, copy and delete past every hook and past a page's own `publish()`, and nothing in the
admin calls them: the explorer only reads.
"""

from typing import Any, ClassVar

from django.db.models import QuerySet
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet

from cms.tenancy.choosers import usable_files


class ReadingPagesAPI(PagesAdminAPIViewSet):
    """What the admin's explorer reads."""

    actions: ClassVar[dict[str, Any]] = {}


class OwnImagesAPI(ImagesAdminAPIViewSet):
    """Images that the person may use."""

    def get_queryset(self) -> QuerySet[Any]:
        return super().get_queryset() & usable_files(self.model, self.request.user)


class OwnDocumentsAPI(DocumentsAdminAPIViewSet):
    """Documents that the person may use."""

    def get_queryset(self) -> QuerySet[Any]:
        return super().get_queryset() & usable_files(self.model, self.request.user)


def close_actions(router: Any) -> None:
    """Hook `construct_admin_api`."""
    router.register_endpoint("pages", ReadingPagesAPI)
    router.register_endpoint("images", OwnImagesAPI)
    router.register_endpoint("documents", OwnDocumentsAPI)
