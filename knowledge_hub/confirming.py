"""Confirming a guide: who keeps it true says that it still is, without rights to edit the hub."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms import clock
from cms.accounts.models import User
from cms.organisation.staff import is_staff_member
from cms.people import Person
from cms.refusals import ActionRefused
from knowledge_hub.models import GuidePage

LOG_ACTION = "knowledge_hub.confirm"
UNTIL_NEXT = timedelta(days=365)


def may_confirm(person: Person, guide: GuidePage) -> bool:
    """Whoever keeps the guide true, and those who may edit it."""
    keeps = person.pk is not None and guide.canonical.owner_person_id == person.pk
    return is_staff_member(person) and (keeps or guide.canonical.permissions_for_user(person).can_edit())


@transaction.atomic
def confirm_guide(guide: GuidePage, by: User) -> date:
    """Note that the guide is true today; returns the day by which it is read again. A draft of it keeps that day too."""
    page = GuidePage.objects.select_for_update(of=("self",)).get(pk=guide.canonical.pk)
    if not may_confirm(by, page):
        raise ActionRefused(_("Only the one who keeps this guide true, and those who edit it, can confirm it."))
    page.review_on = clock.today() + UNTIL_NEXT
    page.save(update_fields=["review_on"])
    draft: Any = page.latest_revision
    if draft is not None:
        draft.content["review_on"] = page.review_on.isoformat()
        draft.save(update_fields=["content"])
    log(instance=page, action=LOG_ACTION, user=by, data={"review_on": page.review_on.isoformat()})
    return page.review_on
