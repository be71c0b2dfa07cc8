"""The pattern page, for developers."""

from django.urls import path

from cms.components.views import patterns

urlpatterns = [path("", patterns, name="patterns")]
