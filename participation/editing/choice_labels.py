"""How choices are shown to an editor."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.organisation.models import TargetGroup


def responsible_label(account: User) -> str:
    """A staff account by its function, which is what citizens see; its name tells two of them apart."""
    shown = account.shown_function
    return f"{shown} ({account})" if shown else str(account)


def target_group_label(group: TargetGroup) -> SafeString:
    """A target group with what stands in its way and what helps, since that is when an editor needs it."""
    notes = [_note(_("Barriers"), group.barriers), _note(_("What helps"), group.helps)]
    return format_html("<span>{}{}{}</span>", group.localized_name, *notes)


def _note(heading: str, text: str) -> SafeString:
    return format_html('<span class="gensvar-note">{}: {}</span>', heading, text) if text else SafeString("")
