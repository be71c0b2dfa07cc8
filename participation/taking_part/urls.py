"""The address of the page on how one takes part."""

from django.urls import URLPattern, path

from cms.http.spoken_addresses import spoken
from participation.taking_part import views

urlpatterns: list[URLPattern] = [path(spoken("sa-deltar-du/", "take-part/"), views.taking_part, name="taking_part")]
