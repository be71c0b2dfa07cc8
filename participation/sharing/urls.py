"""Addresses below a dialogue's short one: its picture for sharing, its days for a calendar."""

from django.urls import URLPattern, path

from participation.sharing import views

urlpatterns: list[URLPattern] = [
    path("d/<int:pk>/bild.png", views.share_image, name="share_image"),
    path("d/<int:pk>/kalender.ics", views.calendar, name="calendar"),
]
