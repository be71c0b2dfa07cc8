"""Wagtail's reports and choosers that name pages of everybody, for those pages only that the reader may know of."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.views.chooser import BrowseView, ChosenMultipleView, page_models_from_string
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.views.report import TranslationsReportView

from cms.tenancy.known_pages import known_pages


class KnownPageTypes(PageTypesUsageReportView):
    """Counts every page, and names the last edited one where it is known."""

    def decorate_paginated_queryset(self, page_types: Any) -> Any:
        page_types = super().decorate_paginated_queryset(page_types)
        edited = [item.last_edited_page.pk for item in page_types if item.last_edited_page]
        known = set(known_pages(self.request.user).filter(pk__in=edited).values_list("pk", flat=True))
        for item in page_types:
            if item.last_edited_page and item.last_edited_page.pk not in known:
                item.last_edited_page = None
        return page_types


class OwnTranslations(TranslationsReportView):
    """Translations of the pages that the reader may edit."""

    def get_queryset(self) -> QuerySet[Any]:
        translations = super().get_queryset().order_by("pk")
        if self.request.user.is_superuser:
            return translations
        own = PagePermissionPolicy().instances_user_has_permission_for(self.request.user, "change")
        return translations.filter(Q(source__object_id__in=own.values("translation_key")))


class KnownChosenPages(ChosenMultipleView):
    """Several pages by their ids, as the chooser asks for them."""

    def get(self, request: HttpRequest) -> HttpResponse:
        known = known_pages(request.user).filter(pk__in=[pk for pk in request.GET.getlist("id") if pk.isdecimal()])
        asked = request.GET.copy()
        asked.setlist("id", [str(pk) for pk in known.values_list("pk", flat=True)])
        request.GET = asked  # type: ignore[assignment]
        return super().get(request)


class KnownBrowser(BrowseView):
    """The page chooser. It begins at the page that all of a type have above them, which may be a stranger's draft."""

    def get(self, request: HttpRequest, parent_page_id: int | None = None) -> HttpResponse:
        if parent_page_id is None:
            start = self._start(request)
            if start is not None:
                return redirect(f"{reverse('wagtailadmin_choose_page_child', args=[start.pk])}?{request.GET.urlencode()}")
        return super().get(request, parent_page_id)

    def _start(self, request: HttpRequest) -> Page | None:
        """The nearest known page above, where Wagtail's own start is not known."""
        try:
            models = page_models_from_string(request.GET.get("page_type") or "wagtailcore.page")
        except (ValueError, LookupError) as error:
            raise Http404 from error
        common = Page.objects.all().type(*models).first_common_ancestor()
        known: Any = known_pages(request.user)
        if common is None or models == (Page,) or known.filter(pk=common.pk).exists():
            return None
        return known.ancestor_of(common).order_by("-depth").first()


def missing(request: HttpRequest) -> HttpResponse:
    """Wagtail's addresses for trying out its error pages. Raises Http404."""
    raise Http404


def count_for_those_who_see_all(request: HttpRequest, items: list[Any]) -> None:
    """Hook `construct_homepage_summary_items`: numbers of the whole site are for those who may see all of it."""
    if not request.user.is_superuser:
        items.clear()
