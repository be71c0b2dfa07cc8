"""Addresses of following. All but the feeds are private: no cache keeps them."""

from django.urls import URLPattern, path

from cms.following.feeds import NewsFeed
from cms.following.follow_views import ConfirmView, FollowView, SendLinkView
from cms.following.leave_views import LeaveView
from cms.following.page_views import AccountFollowsView, FollowsView
from cms.http.spoken_addresses import spoken

app_name = "following"

urlpatterns: list[URLPattern] = [
    path(spoken("_/folj/", "_/follow/"), SendLinkView.as_view(), name="send_link"),
    path(spoken("_/folj/mina/<str:token>/", "_/follow/mine/<str:token>/"), FollowsView.as_view(), name="page"),
    path(spoken("_/folj/bekrafta/<str:token>/", "_/follow/confirm/<str:token>/"), ConfirmView.as_view(), name="confirm"),
    path(spoken("_/folj/sluta/<str:token>/", "_/follow/leave/<str:token>/"), LeaveView.as_view(), name="leave"),
    path(spoken("_/folj/<str:kind>/<int:object_id>/", "_/follow/<str:kind>/<int:object_id>/"), FollowView.as_view(), name="follow"),
    path(spoken("_/folj/<str:kind>/<int:object_id>/atom/", "_/follow/<str:kind>/<int:object_id>/atom/"), NewsFeed(), name="feed"),
    path(spoken("konto/foljer/", "account/following/"), AccountFollowsView.as_view(), name="mine"),
]
