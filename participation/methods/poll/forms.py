"""The form of a poll in the admin, and the form by which people vote."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.http.public_forms import PublicForm
from participation.api import ActivityForm
from participation.methods.poll.requirements import OPTIONS_STAY, options_changed


class PollForm(ActivityForm):
    """The form of a poll: what people have voted about stays, in a draft too."""

    def check_rows(self) -> None:
        if "options" in self.formsets and options_changed(self.instance, self.rows_of("options")):
            self.refuse_rows("options", OPTIONS_STAY)


class VoteForm(PublicForm):
    """Choose one option."""

    option = forms.TypedChoiceField(
        label=_("Your choice"),
        coerce=UUID,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one of the options."),
            "invalid_choice": _("The option that you chose is not in this poll. Choose again."),
        },
    )

    def __init__(self, *args: Any, choices: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        option: Any = self.fields["option"]
        option.choices = list(choices)
