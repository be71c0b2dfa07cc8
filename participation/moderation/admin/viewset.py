"""The contributions in the admin: a list, a page for each, actions on many."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from participation.models import Contribution
from participation.moderation.admin.addresses import NAMESPACE
from participation.moderation.admin.export import ContributionExportView, DialogueLogExportView, LogExportView
from participation.moderation.admin.filters import ContributionFilterSet, QueueFilterSet
from participation.moderation.admin.listing import ContributionIndexView
from participation.moderation.admin.log_views import DialogueLogView, LogView
from participation.moderation.admin.queue import ContributionQueueView
from participation.moderation.admin.views import CodeView, ContributionView


class ContributionViewSet(SnippetViewSet):
    """A snippet's list with its actions on many, and nothing else that snippets have.

    Contributions are a public record: nobody adds, edits, copies or deletes them here, and no chooser
    lists them. So the model is not registered among the snippets (whose deletion of many would name
    rows of other dialogues), and only our own addresses exist.
    """

    model = Contribution
    index_view_class = ContributionIndexView
    filterset_class = ContributionFilterSet
    list_per_page = 50
    ordering = "-received_at"
    search_backend_name = None
    admin_url_namespace = NAMESPACE
    base_url_path = "participation/contributions"
    index_template_name = "participation/moderation/admin/list.html"
    icon = "comment"
    menu_label = _("Contributions")
    menu_name = "contributions"
    menu_order = 120
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="list"),
            path("results/", self.index_results_view, name="list_results"),
            path("export/", self.export_view, name="export"),
            path("queue/", self.queue_view, name="queue"),
            path("queue/results/", self.queue_results_view, name="queue_results"),
            path("log/", LogView.as_view(), name="log"),
            path("log/export/", LogExportView.as_view(list_view=LogView.as_view()), name="log_export"),
            path("log/<int:pk>/", DialogueLogView.as_view(), name="log_of"),
            path("log/<int:pk>/export/", DialogueLogExportView.as_view(list_view=DialogueLogView.as_view()), name="log_of_export"),
            path("code/", CodeView.as_view(), name="code"),
            path("<int:pk>/", ContributionView.as_view(), name="contribution"),
        ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Only the addresses that exist."""
        own = {"index_url_name": "list", "index_results_url_name": "list_results"}
        names = {key: self.get_url_name(name) for key, name in own.items()}
        gone = {"add_url_name", "edit_url_name", "delete_url_name", "copy_url_name", "usage_url_name", "history_url_name"}
        common = super().get_common_view_kwargs(**kwargs)
        return {key: value for key, value in common.items() if key not in gone} | names

    @cached_property
    def export_view(self) -> Any:
        return ContributionExportView.as_view(list_view=self.index_view)

    @cached_property
    def queue_view(self) -> Any:
        return self.construct_view(ContributionQueueView, **self._queue_view_kwargs())

    @cached_property
    def queue_results_view(self) -> Any:
        return self.construct_view(ContributionQueueView, **self._queue_view_kwargs(), results_only=True)

    def _queue_view_kwargs(self) -> dict[str, Any]:
        names = {"index_url_name": self.get_url_name("queue"), "index_results_url_name": self.get_url_name("queue_results")}
        template = {"template_name": "participation/moderation/admin/queue.html", "filterset_class": QueueFilterSet}
        return {**self.get_index_view_kwargs(), **names, **template}

    def on_register(self) -> None:
        ViewSet.on_register(self)
