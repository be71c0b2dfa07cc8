"""Addresses of polls beside their pages: the form, and what is said afterwards."""

from django.urls import URLPattern, path

from participation.methods.poll import views

app_name = "participation_poll"

urlpatterns: list[URLPattern] = [
    path("_/poll/<int:pk>/", views.VoteView.as_view(), name="vote"),
    path("_/poll/<int:pk>/voted/", views.VotedView.as_view(), name="voted"),
]
