"""Addresses of following. All but the feeds are private: no cache keeps them."""

from django.urls import URLPattern, path

from cms.following.feeds import NewsFeed
from cms.following.follow_views import ConfirmView, FollowView, SendLinkView
from cms.following.leave_views import LeaveView
from cms.following.page_views import AccountFollowsView, FollowsView

app_name = "following"

urlpatterns: list[URLPattern] = [
    path("_/folj/", SendLinkView.as_view(), name="send_link"),
    path("_/folj/mina/<str:token>/", FollowsView.as_view(), name="page"),
    path("_/folj/bekrafta/<str:token>/", ConfirmView.as_view(), name="confirm"),
    path("_/folj/sluta/<str:token>/", LeaveView.as_view(), name="leave"),
    path("_/folj/<str:kind>/<int:object_id>/", FollowView.as_view(), name="follow"),
    path("_/folj/<str:kind>/<int:object_id>/atom/", NewsFeed(), name="feed"),
    path("konto/foljer/", AccountFollowsView.as_view(), name="mine"),
]
