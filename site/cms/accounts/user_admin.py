"""Wagtail's user administration, for accounts without a user name. Its forms ask who fills them in."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext as _
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import CreateView, EditView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from cms.accounts.granting import groups_to_give

ONLY_SUPERUSERS = ("is_superuser", "password1", "password2")


class LimitedForm:
    """Mixed into both forms: an editor who is no superuser makes none, takes over no account and gives what they may give.

    Groups that the editor may not give are not shown, and an account keeps those it has.
    """

    def __init__(self, *args: Any, editor: Any, **kwargs: Any) -> None:
        self.editor = editor
        super().__init__(*args, **kwargs)
        if editor.is_superuser:
            return
        fields: dict[str, forms.Field] = self.fields  # type: ignore[attr-defined]
        for name in ONLY_SUPERUSERS:
            fields.pop(name, None)
        fields["email"].disabled = True
        fields["groups"].queryset = groups_to_give(editor)  # type: ignore[attr-defined]

    @property
    def password_enabled(self) -> bool:
        return bool(self.editor.is_superuser)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}  # type: ignore[misc]
        if not self.editor.is_superuser and any(self.data.get(name) for name in ONLY_SUPERUSERS):  # type: ignore[attr-defined]
            raise forms.ValidationError(_("Only an administrator makes administrators and sets passwords."))
        return cleaned

    def clean_groups(self) -> Any:
        chosen = self.cleaned_data["groups"]  # type: ignore[attr-defined]
        account = self.instance  # type: ignore[attr-defined]
        if self.editor.is_superuser or account.pk is None:
            return chosen
        kept = account.groups.exclude(pk__in=groups_to_give(self.editor).values("pk"))
        return Group.objects.filter(pk__in=[*chosen.values_list("pk", flat=True), *kept.values_list("pk", flat=True)])


class SiteUserEditForm(LimitedForm, UserEditForm):
    """Also asks for the function that citizens see, and the administration."""

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"function", "administration"}


class SiteUserCreationForm(LimitedForm, UserCreationForm):
    """Also asks for the function that citizens see, and the administration."""

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"function", "administration"}


class WithEditor:
    """Tells the form who fills it in."""

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"editor": self.request.user}  # type: ignore[misc,attr-defined]


class UserCreateView(WithEditor, CreateView):
    """A new account."""


class UserEditView(WithEditor, EditView):
    """An account."""


class UserViewSet(WagtailUserViewSet):
    """Accounts in the admin."""

    add_view_class = UserCreateView
    edit_view_class = UserEditView
    copy_view_enabled = False  # an account is one person's

    def get_form_class(self, for_update: bool = False) -> Any:
        return SiteUserEditForm if for_update else SiteUserCreationForm
