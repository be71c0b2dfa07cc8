"""Addresses of what can be done with a contribution."""

from django.urls import URLPattern, path

from participation.contributions import own_views, views
from participation.contributions.contact_views import ConfirmContactView

urlpatterns: list[URLPattern] = [
    path("_/contributions/<int:pk>/support/", views.SupportView.as_view(), name="support"),
    path("_/contributions/<int:pk>/report/", views.ReportView.as_view(), name="report"),
    path("_/contributions/<int:pk>/edit/", views.EditView.as_view(), name="edit"),
    path("_/contributions/<int:pk>/withdraw/", views.WithdrawView.as_view(), name="withdraw"),
    path("_/contributions/in/<int:pk>/own/", own_views.own_in, name="own_in"),
    path("_/contributions/told/<str:token>/", ConfirmContactView.as_view(), name="confirm_contact"),
]
