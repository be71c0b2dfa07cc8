"""What somebody without an account may see, take and erase; below /_/, which no cache keeps."""

from django.urls import path

from cms.accounts import own_data_views as views

urlpatterns = [
    path("", views.GuestPage.as_view(), name="guest_page"),
    path("hamta/", views.GuestExport.as_view(), name="guest_data"),
    path("radera/", views.GuestErase.as_view(), name="guest_erase"),
    path("raderat/", views.erased, name="erased"),
]
