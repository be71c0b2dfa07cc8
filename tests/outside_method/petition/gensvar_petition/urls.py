from django.urls import path

from gensvar_petition.views import SignView, point

app_name = "gensvar_petition"

urlpatterns = [
    path("_/petitions/<int:pk>/sign/", SignView.as_view(), name="sign"),
    path("_/petitions/points/<int:pk>/", point, name="point"),
]
