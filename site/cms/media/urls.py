from django.urls import path

from cms.media import views

app_name = "cms_media"

urlpatterns = [
    path("_/images/<int:pk>/<str:filename>", views.rendition, name="rendition"),
    path("_/documents/<int:pk>/<str:filename>", views.document, name="document"),
]
