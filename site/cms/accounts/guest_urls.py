"""What somebody without an account may see, take and erase; below /_/, which no cache keeps."""

from django.urls import path

from cms.accounts import own_data_views as views
from cms.http.spoken_addresses import spoken

urlpatterns = [
    path("", views.GuestPage.as_view(), name="guest_page"),
    path(spoken("hamta/", "copy/"), views.GuestExport.as_view(), name="guest_data"),
    path(spoken("radera/", "erase/"), views.GuestErase.as_view(), name="guest_erase"),
    path(spoken("raderat/", "erased/"), views.erased, name="erased"),
]
