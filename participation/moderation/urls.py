"""Addresses of the page about moderation, and of asking for a second look."""

from django.urls import URLPattern, path

from cms.http.spoken_addresses import spoken
from participation.moderation import views
from participation.moderation.second_look_views import SecondLookView

urlpatterns: list[URLPattern] = [
    path(spoken("moderering/", "moderation/"), views.moderation, name="moderation"),
    path("_/contributions/<int:pk>/second-look/", SecondLookView.as_view(), name="second_look"),
]
