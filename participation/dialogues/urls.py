"""The short address of a dialogue."""

from django.urls import URLPattern, path

from participation.dialogues import views

urlpatterns: list[URLPattern] = [path("d/<int:pk>/", views.short_link, name="short_link")]
