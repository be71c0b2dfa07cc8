"""The short address of a dialogue, and the page on how one goes."""

from django.urls import URLPattern, path

from cms.http.spoken_addresses import spoken
from participation.dialogues import views

urlpatterns: list[URLPattern] = [
    path("d/<int:pk>/", views.short_link, name="short_link"),
    path(spoken("sa-gar-en-dialog-till/", "how-a-dialogue-goes/"), views.how_it_goes, name="how_it_goes"),
]
