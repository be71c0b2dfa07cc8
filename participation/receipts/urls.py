"""Addresses of receipts."""

from django.urls import URLPattern, path

from participation.receipts import views

urlpatterns: list[URLPattern] = [
    path("kvitto/", views.receipt, name="receipt"),
    path("kvitto/<str:code>/", views.receipt_detail, name="receipt_detail"),
]
