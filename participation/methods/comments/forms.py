from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from participation.api import TellMeForm


class CommentForm(TellMeForm):
    """A comment or a reply. Those who work with the dialogue may mark it as the administration's answer."""

    official = forms.BooleanField(
        required=False, label=_("Answer for the administration"), help_text=_("It is marked as an official answer.")
    )

    field_order = ("text", "author_name", "address", "tell_me", "official")

    def __init__(self, *args: Any, may_answer: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_answer:
            del self.fields["official"]
