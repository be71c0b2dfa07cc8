"""Addresses of receipts."""

from django.urls import URLPattern, path

from cms.http.spoken_addresses import spoken
from participation.receipts import views

urlpatterns: list[URLPattern] = [
    path(spoken("kvitto/", "receipt/"), views.receipt, name="receipt"),
    path(spoken("kvitto/<str:code>/", "receipt/<str:code>/"), views.receipt_detail, name="receipt_detail"),
]
