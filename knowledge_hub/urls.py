"""Public addresses of the hub, beside its pages."""

from django.urls import path

from cms.http.spoken_addresses import spoken
from knowledge_hub import views

app_name = "knowledge_hub"

urlpatterns = [path(spoken("_/guider/<int:pk>/bekrafta/", "_/guides/<int:pk>/confirm/"), views.confirm, name="confirm")]
