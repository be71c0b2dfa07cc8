"""Wagtail's user administration, for accounts without a user name."""

from typing import Any

from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet


class SiteUserEditForm(UserEditForm):
    """Also asks for the function that citizens see, and the administration."""

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"function", "administration"}


class SiteUserCreationForm(UserCreationForm):
    """Also asks for the function that citizens see, and the administration."""

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"function", "administration"}


class UserViewSet(WagtailUserViewSet):
    """Accounts in the admin."""

    def get_form_class(self, for_update: bool = False) -> Any:
        return SiteUserEditForm if for_update else SiteUserCreationForm
