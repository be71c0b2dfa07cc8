"""Addresses of the admin that stand before Wagtail's of the same path."""

from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cms.admin import translation_views
from cms.tenancy import reports

urlpatterns = decorate_urlpatterns(
    [
        path("failwhale/", reports.missing),
        path("test404/", reports.missing),
        path("choose-page/", reports.KnownBrowser.as_view()),
        path("choose-page/chosen-multiple/", reports.KnownChosenPages.as_view()),
        path("reports/page-types-usage/", reports.KnownPageTypes.as_view()),
        path("reports/page-types-usage/results/", reports.KnownPageTypes.as_view(results_only=True)),
        path(
            "localize/update/<int:translation_source_id>/",
            translation_views.SynchroniseTranslations.as_view(),
            name="cms_synchronise_translations",
        ),
        path("localize/translate/<int:translation_id>/pofile/upload/", translation_views.upload_pofile, name="cms_upload_pofile"),
        path("localize/page/<int:page_id>/convert_to_alias/", translation_views.convert_to_alias, name="cms_convert_to_alias"),
        path("localize/reports/translations/", reports.OwnTranslations.as_view()),
        path("localize/reports/translations/results/", reports.OwnTranslations.as_view(results_only=True)),
    ],
    require_admin_access,
)
