"""Addresses of themes, answers and decisions in the admin."""

from django.urls import URLResolver, include, path

from participation.feedback.admin import decision_views, views
from participation.feedback.admin.addresses import NAMESPACE
from participation.feedback.admin.export import OverviewExportView, OwedExportView, ThemesExportView
from participation.feedback.admin.overview import OverviewView
from participation.feedback.admin.owed import OwedView

patterns = [
    path("owed/", OwedView.as_view(), name="owed"),
    path("owed/export/", OwedExportView.as_view(list_view=OwedView.as_view()), name="owed_export"),
    path("themes/", OverviewView.as_view(), name="overview"),
    path("themes/export/", OverviewExportView.as_view(list_view=OverviewView.as_view()), name="overview_export"),
    path("dialogues/<int:pk>/themes/", views.ThemesView.as_view(), name="themes"),
    path("dialogues/<int:pk>/themes/export/", ThemesExportView.as_view(list_view=views.ThemesView.as_view()), name="themes_export"),
    path("dialogues/<int:pk>/themes/new/", views.NewThemeView.as_view(), name="theme_new"),
    path("dialogues/<int:pk>/themes/<int:theme>/", views.EditThemeView.as_view(), name="theme_edit"),
    path("dialogues/<int:pk>/themes/<int:theme>/merge/", views.MergeThemeView.as_view(), name="theme_merge"),
    path("dialogues/<int:pk>/themes/<int:theme>/delete/", views.DeleteThemeView.as_view(), name="theme_delete"),
    path("dialogues/<int:pk>/themes/<int:theme>/move/", views.MoveThemeView.as_view(), name="theme_move"),
    path("dialogues/<int:pk>/decisions/new/", decision_views.NewDecisionView.as_view(), name="decision_new"),
    path("dialogues/<int:pk>/decisions/<int:decision>/", decision_views.EditDecisionView.as_view(), name="decision_edit"),
    path("dialogues/<int:pk>/decisions/<int:decision>/delete/", decision_views.DeleteDecisionView.as_view(), name="decision_delete"),
    path("dialogues/<int:pk>/outcome/", views.MakeOutcomeView.as_view(), name="make_outcome"),
    path("dialogues/<int:pk>/follow-up/", views.MakeFollowUpView.as_view(), name="make_follow_up"),
]


def admin_urls() -> list[URLResolver]:
    """For Wagtail's hook."""
    return [path("participation/", include((patterns, NAMESPACE)))]
