"""Addresses below a dialogue's short one: its picture for sharing, its days for a calendar."""

from django.urls import URLPattern, path

from cms.http.spoken_addresses import spoken
from participation.sharing import views

urlpatterns: list[URLPattern] = [
    path(spoken("d/<int:pk>/bild.png", "d/<int:pk>/picture.png"), views.share_image, name="share_image"),
    path(spoken("d/<int:pk>/kalender.ics", "d/<int:pk>/calendar.ics"), views.calendar, name="calendar"),
]
