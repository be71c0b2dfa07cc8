"""Who looks after the outbox: superusers, and groups with the permission to change jobs."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet


def offered() -> QuerySet[Permission]:
    """What an administrator can give to a group."""
    return Permission.objects.filter(content_type__app_label="cms_outbox", codename="change_job")
