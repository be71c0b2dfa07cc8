from django.urls import re_path

from cms.media import views

app_name = "cms_media"

# Eighteen digits at most: a longer number is no id, and more than SQLite can compare.
urlpatterns = [
    re_path(r"^_/images/(?P<pk>[0-9]{1,18})/(?P<filename>[^/]+)$", views.rendition, name="rendition"),
    re_path(r"^_/documents/(?P<pk>[0-9]{1,18})/(?P<filename>[^/]+)$", views.document, name="document"),
]
