"""The page before a file, for any list of the admin: it asks for kind and purpose, writes the log and gives the file."""

from abc import ABC, abstractmethod
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from cms.export.columns import Export
from cms.export.files import file_response
from cms.export.forms import ExportForm
from cms.export.log import record_export

NO_FILTERS = ("p", "export", "_w_filter_fragment")


class ExportView(WagtailAdminTemplateMixin, FormView[ExportForm], ABC):
    """Gives what a list shows, as the list is filtered now. Who may see the list may take it out; nobody else."""

    list_view: Any = None
    """The view of the list, as its address has it (`as_view`): it answers for permission and filters."""

    template_name = "cms/admin/export.html"
    form_class = ExportForm
    page_title = gettext_lazy("Export")
    header_icon = "download"
    request: HttpRequest

    @abstractmethod
    def get_export(self) -> Export:
        """The columns, and the rows of the list."""

    @abstractmethod
    def get_list_url(self) -> str:
        """Where the list is, without its filters."""

    def get_subject(self) -> Any | None:
        """The one thing that the whole list is about, in whose history the export is written; None where there are several."""
        return None

    @cached_property
    def listed(self) -> Any:
        """The list's view, asked as if it were shown."""
        view = self.list_view.view_class(**self.list_view.view_initkwargs)
        view.setup(self.request, *self.args, **self.kwargs)
        return view

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.listed.user_has_any_permission(self.listed.any_permission_required):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def export(self) -> Export:
        return self.get_export()

    @cached_property
    def is_readable(self) -> bool:
        """Whether the list's filters say something: a list with a nonsensical one shows everything, a file is not made of it."""
        filters = getattr(self.listed, "filters", None)
        return filters is None or filters.is_valid()

    def form_valid(self, form: ExportForm) -> HttpResponseBase:  # type: ignore[override]
        if not self.is_readable:
            form.add_error(None, _("One of the list's filters cannot be read. Go back and choose again."))
            return self.form_invalid(form)
        said, export = form.cleaned_data, self.export
        data = {"list": export.title, "format": said["format"], "number": export.number, "purpose": said["purpose"]}
        record_export(self.request, self.get_subject(), **data)
        return file_response(export, said["format"])

    def get_page_subtitle(self) -> str:
        return self.export.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": self._back(), "label": self.export.title}, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        filters = getattr(self.listed, "filters", None)
        narrowed = bool(filters and filters.form.changed_data) or bool(getattr(self.listed, "search_query", ""))
        return super().get_context_data(**kwargs) | {"export": self.export, "narrowed": narrowed, "back": self._back()}

    def _back(self) -> str:
        return with_filters(self.get_list_url(), self.request)


def export_button(url: str, request: HttpRequest) -> HeaderButton:
    """The button of a list that leads to its export, with the list's filters as they are."""
    return HeaderButton(_("Export"), url=with_filters(url, request), icon_name="download")


def with_filters(url: str, request: HttpRequest) -> str:
    """A url with what a list is filtered by; the page of the list is no filter."""
    kept = request.GET.copy()
    for name in NO_FILTERS:
        kept.pop(name, None)
    return f"{url}?{kept.urlencode()}" if kept else url
