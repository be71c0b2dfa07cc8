"""Public addresses of the hub, beside its pages."""

from django.urls import path

from knowledge_hub import views

app_name = "knowledge_hub"

urlpatterns = [path("_/guider/<int:pk>/bekrafta/", views.confirm, name="confirm")]
