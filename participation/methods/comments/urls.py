"""Addresses of comments: the forms, a thread, and the lasting link to each comment."""

from django.urls import URLPattern, path

from participation.methods.comments import views

app_name = "participation_comments"

urlpatterns: list[URLPattern] = [
    path("_/comments/<int:pk>/new/", views.NewCommentView.as_view(), name="new"),
    path("_/comments/<str:kind>/<int:number>/new/", views.NewCommentView.as_view(), name="new_on"),
    path("_/comments/<int:pk>/reply/", views.ReplyView.as_view(), name="reply"),
    path("_/comments/<int:pk>/thread/", views.thread, name="thread"),
    path("_/comments/<int:pk>/", views.permalink, name="permalink"),
]
