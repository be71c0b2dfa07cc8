from django.urls import path

from gensvar_petition.views import SignView

app_name = "gensvar_petition"

urlpatterns = [path("_/petitions/<int:pk>/sign/", SignView.as_view(), name="sign")]
