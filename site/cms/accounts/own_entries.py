"""What the host itself holds about a person: the account, and the traces of work in the admin."""

from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry

from cms.accounts.models import Invitation, Participant, User
from cms.accounts.personal_data import Person, PersonalData, Section, personal_data
from cms.accounts.traces import traces

ACCOUNT_FIELDS = (
    "cms_accounts.User_groups.user",
    "cms_accounts.User_user_permissions.user",
    "cms_accounts.Participant.user",
    "account.EmailAddress.user",
    "mfa.Authenticator.user",
)
PROFILE_FIELDS = (
    "wagtailusers.UserProfile.user",
    "wagtailadmin.EditingSession.user",
    "wagtailadmin.FormState.user",
    "wagtailcore.APIToken.user",
    "wagtailcore.PageSubscription.user",
    "wagtailcore.UploadedFile.uploaded_by_user",
    "wagtailcore.Comment.user",
    "wagtailcore.Comment.resolved_by",
    "wagtailcore.CommentReply.user",
)
WORK_FIELDS = (
    "wagtailcore.Page.owner",
    "wagtailcore.Page.locked_by",
    "wagtailcore.Revision.user",
    "wagtailcore.PageLogEntry.user",
    "wagtailcore.ModelLogEntry.user",
    "wagtailcore.WorkflowState.requested_by",
    "wagtailcore.TaskState.finished_by",
    "cms_accounts.Invitation.invited_by",
    "cms_accounts.Invitation.accepted_by",
    "wagtail_localize.StringTranslation.last_translated_by",
    "wagtail_localize.SegmentOverride.last_translated_by",
    "wagtaildocs.Document.uploaded_by_user",
    "wagtailimages.Image.uploaded_by_user",
    "cms_media.SiteImage.uploaded_by_user",
    "cms_media.SiteDocument.uploaded_by_user",
)


def register() -> None:
    """Called when the app is ready."""
    personal_data.register(
        PersonalData(
            "account",
            _("The account"),
            ACCOUNT_FIELDS,
            export_account,
            erase_account,
            erased=_("Your account: name, e-mail address, password and everything you log in with. You are logged out everywhere."),
            concerns=lambda person: person.user is not None,
        )
    )
    personal_data.register(
        traces(
            "admin_settings",
            _("Your own settings and notes in the admin"),
            PROFILE_FIELDS,
            erased=_("Your settings in the admin, your notes beside drafts, and what you started and never saved."),
        )
    )
    personal_data.register(
        traces(
            "admin_work",
            _("Your work with the site’s pages"),
            WORK_FIELDS,
            erased=_("Your name beside the pages, versions and files you worked with."),
            kept=_("The pages, their versions and their history: they are the municipality’s records. They no longer say that it was you."),
        )
    )


def export_account(person: Person) -> list[Section]:
    """The account's own fields, its addresses and groups; for a browser without one, when it first took part."""
    sections = []
    if person.user is not None:
        sections += [_account(person.user), _addresses(person.user), _second_factors(person.user)]
    if person.participant is not None:
        sections.append(_participant(person.participant))
    return sections


def erase_account(person: Person, at: datetime) -> None:
    """Erase the account; the participant stays as a number that nobody can be found by."""
    if person.participant is not None:
        Participant.objects.filter(pk=person.participant.pk).update(user=None, browser_digest=None)
    if person.user is None:
        return
    _forget_name(person.user)
    person.user.groups.clear()
    person.user.user_permissions.clear()
    EmailAddress.objects.filter(user=person.user).delete()
    Authenticator.objects.filter(user=person.user).delete()
    Invitation.objects.waiting().filter(address=person.user.email).delete()


def _forget_name(user: User) -> None:
    """Take the account's name out of the admin's log."""
    rows = ModelLogEntry.objects.filter(content_type=ContentType.objects.get_for_model(User), object_id=str(user.pk))
    rows.update(label="", data={})


def _account(user: User) -> Section:
    columns = {
        "email": _("e-mail address"),
        "first_name": _("first name"),
        "last_name": _("last name"),
        "function": _("function"),
        "administration": _("administration"),
        "groups": _("groups"),
        "joined_at": _("account made"),
        "last_login_at": _("last login"),
    }
    row: dict[str, Any] = {
        "email": user.email,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "function": user.function,
        "administration": str(user.administration or ""),
        "groups": ", ".join(user.groups.order_by("name").values_list("name", flat=True)),
        "joined_at": user.date_joined,
        "last_login_at": user.last_login,
    }
    return Section("account", _("The account"), columns, [row])


def _addresses(user: User) -> Section:
    columns = {"email": _("e-mail address"), "verified": _("confirmed"), "primary": _("used for mail from us")}
    rows = EmailAddress.objects.filter(user=user).order_by("pk").values(*columns)
    return Section("addresses", _("E-mail addresses"), columns, list(rows))


def _second_factors(user: User) -> Section:
    columns = {"kind": _("kind"), "added": _("added"), "last_used": _("last used")}
    rows = [
        {"kind": row.get_type_display(), "added": row.created_at, "last_used": row.last_used_at}
        for row in Authenticator.objects.filter(user=user).order_by("pk")
    ]
    return Section("second_factors", _("Second factor"), columns, rows, note=_("The secrets themselves are shown to nobody."))


def _participant(participant: Participant) -> Section:
    return Section(
        "participant",
        _("Taking part"),
        {"number": _("number"), "since": _("since")},
        [{"number": participant.pk, "since": participant.created_at}],
        note=_("The number ties together what you write and support. It is shown to nobody."),
    )
