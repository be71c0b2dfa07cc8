"""Addresses of polls beside their pages: the form, what is said afterwards, and the result as a file."""

from django.urls import URLPattern, path

from participation.methods.poll import views

app_name = "participation_poll"

urlpatterns: list[URLPattern] = [
    path("_/poll/<int:pk>/", views.VoteView.as_view(), name="vote"),
    path("_/poll/<int:pk>/voted/", views.VotedView.as_view(), name="voted"),
    path("_/poll/<int:pk>/result.<str:kind>", views.result_file, name="result"),
]
