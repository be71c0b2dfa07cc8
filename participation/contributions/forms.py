"""Forms of those who take part. What is wrong is said in words, and what was written stays."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.accounts.models import User
from cms.http.public_forms import PlainTextField, PublicForm
from cms.refusals import ActionRefused
from cms.text.facts import with_facts
from participation.choices import ReportReason
from participation.contributions.actions import DETAILS_MAX, clean_name, clean_text
from participation.contributions.contacts import TellMe
from participation.models.contribution import TEXT_MAX
from participation.models.moderation import WORDS_MAX

AT_MOST = _("At most %(most)s characters.")
AT_MOST_FOR_REVIEWERS = _("At most %(most)s characters. Only those who review read it.")
TELL_BY_ADDRESS = _("You wanted to be told. Without an account, write an e-mail address for it, or leave the field empty, and send again.")
TELL_BY_ACCOUNT = _("You wanted to be told by e-mail. With an account it goes to the account's address: leave the tick or take it away.")


class WordsForm(PublicForm):
    """A name or alias, and a text."""

    author_name = PlainTextField(
        label=_("Name or alias"),
        help_text=_("Shown beside your text. An alias is fine."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
        error_messages={"required": _("Write a name or an alias.")},
    )
    text = PlainTextField(
        label=_("Your text"),
        help_text=with_facts(AT_MOST, most=TEXT_MAX),
        most=TEXT_MAX,
        widget=forms.Textarea(attrs={"rows": 8, "data-focus": True}),
        error_messages={"required": _("Write something first.")},
    )

    def clean_author_name(self) -> str:
        return _as_refused(clean_name, self.cleaned_data["author_name"])

    def clean_text(self) -> str:
        return _as_refused(clean_text, self.cleaned_data["text"])


class TellMeForm(WordsForm):
    """Words, and how the one who writes wants to hear what becomes of them: an address, or for an account a tick."""

    address = forms.EmailField(
        label=_("Do you want to know what happens? E-mail"),
        required=False,
        max_length=254,
        help_text=_(
            "Never shown. You get an e-mail with your code and a link that confirms the address; without your yes we send nothing more."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Write an e-mail address such as name@example.org, or leave the field empty.")},
    )
    tell_me = forms.BooleanField(
        label=_("Tell me by e-mail what becomes of it"),
        required=False,
        initial=True,
        help_text=_(
            "At your account's address: when somebody answers, and at every turn until it is known what it led to and what was done."
        ),
    )

    def __init__(self, *args: Any, account: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account
        del self.fields["address" if account is not None else "tell_me"]

    def clean(self) -> dict[str, Any]:
        """A form that is sent by another than it was opened for asks in its own way how to tell: a wish is not dropped in silence."""
        cleaned = super().clean()
        if self.account is None and self.data.get("tell_me") and not self.data.get("address"):
            self.add_error("address", TELL_BY_ADDRESS)
        elif self.account is not None and self.data.get("address") and "tell_me" not in self.data:
            self.add_error("tell_me", TELL_BY_ACCOUNT)
        return cleaned

    def show_again(self, *, new_key: bool = False) -> None:
        super().show_again(new_key=new_key)
        if self.has_error("tell_me"):
            self.data["tell_me"] = "on"

    def how_to_tell(self) -> TellMe:
        """What was chosen."""
        if self.account is not None:
            return TellMe(account=self.account, wanted=self.cleaned_data["tell_me"])
        return TellMe(address=self.cleaned_data["address"])


def _as_refused(clean: Any, words: str) -> str:
    """What the action will say of the words, said beside the field."""
    try:
        cleaned: str = clean(words)
    except ActionRefused as refused:
        raise ValidationError([str(message) for message in refused.messages]) from refused
    return cleaned


class ConfirmForm(PublicForm):
    """Nothing to fill in."""


class SupportForm(PublicForm):
    """Agree, or take it back. Where the browser agreed before somebody logged in, it is asked who that was: one person counts once."""

    MINE, SOMEBODY_ELSES = "mine", "somebody-elses"

    take_back = forms.BooleanField(required=False, widget=forms.HiddenInput)
    browser = forms.ChoiceField(
        label=_("Who agreed?"),
        choices=[(MINE, _("I did: move it to my account")), (SOMEBODY_ELSES, _("Somebody else did: count me too"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who agreed, so that nobody counts twice.")},
    )

    def __init__(self, *args: Any, asks_who: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_who:
            del self.fields["browser"]


class ReportForm(PublicForm):
    """What is wrong with a contribution."""

    reason = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=ReportReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a reason from the list.")},
    )
    details = PlainTextField(
        label=_("Describe it"),
        required=False,
        help_text=with_facts(AT_MOST_FOR_REVIEWERS, most=DETAILS_MAX),
        most=DETAILS_MAX,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_details(self) -> str:
        words: str = self.cleaned_data["details"]
        if len(words) > DETAILS_MAX:
            raise ValidationError(_("The description is too long: at most %(most)s characters."), params={"most": DETAILS_MAX})
        return words


class SecondLookAskForm(PublicForm):
    """Why what was hidden should be shown."""

    words = PlainTextField(
        label=_("Why should it be shown?"),
        help_text=with_facts(AT_MOST_FOR_REVIEWERS, most=WORDS_MAX),
        most=WORDS_MAX,
        widget=forms.Textarea(attrs={"rows": 6, "data-focus": True}),
        error_messages={"required": _("Write why it should be shown.")},
    )
