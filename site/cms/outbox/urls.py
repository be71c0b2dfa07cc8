"""Addresses of the mails that a demonstration shows."""

from django.urls import path, re_path

from cms.outbox import demo_mailbox_views as views

app_name = "cms_outbox"

urlpatterns = [
    path("_/mail/", views.mails, name="mails"),
    re_path(r"^_/mail/(?P<name>[0-9-]{1,80}\.[0-9]{1,9})/$", views.mail, name="mail"),
    re_path(r"^_/mail/(?P<name>[0-9-]{1,80}\.[0-9]{1,9})/html/$", views.mail_html, name="mail_html"),
]
