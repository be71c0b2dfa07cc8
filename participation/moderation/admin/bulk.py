"""Actions on many contributions at once: first a page that says what will happen to each, then one transaction."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise, classproperty
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.bulk_action import BulkAction

from cms.accounts.models import User
from cms.people import Person
from cms.refusals import ActionRefused
from participation.models import Contribution
from participation.moderation.admin.addresses import action_url, list_url
from participation.moderation.admin.rows import excerpt
from participation.moderation.admin.selection import chosen_contributions
from participation.permissions import dialogues_open_to

SHOWN_MOST = 100


@dataclass(frozen=True)
class Consequence:
    """What an action will do to a contribution; `stays` says why nothing happens to it."""

    contribution: Contribution
    happens: str | Promise
    stays: str | Promise = ""
    details: Sequence[str] = ()

    @property
    def excerpt(self) -> str:
        return excerpt(self.contribution)


class ContributionBulkAction(BulkAction):
    """Base: a subclass names the action, its form, which contributions it leaves alone, and what it does."""

    models: ClassVar[list[Any]] = [Contribution]
    template_name = "participation/moderation/admin/confirm.html"
    guards_itself: ClassVar[bool] = True
    """What is not the person's is looked for and not found (`chosen_contributions`): `cms.tenancy` need not ask."""
    right: ClassVar[str] = "moderate"
    question: ClassVar[str | Promise] = ""
    undo: ClassVar[str | Promise] = ""

    def __init__(self, request: HttpRequest, model: Any) -> None:
        super().__init__(request, model)
        self.next_url = get_valid_next_url_from_request(request) or list_url()

    @classmethod
    def is_offered_to(cls, person: Person) -> bool:
        """Whether the person may take it with some contribution."""
        return dialogues_open_to(person, cls.right).exists()

    @classproperty
    def aria_label(cls) -> str | Promise:  # read from the class
        return cls.display_name

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        chosen = chosen_contributions(request, self.right, self.next_url)
        self.consequences = [self._consequence(row) for row in chosen]
        return super().dispatch(request, *args, **kwargs)

    def _consequence(self, row: Contribution) -> Consequence:
        person = self.request.user
        return Consequence(row, self.happens(row, person), self.why_not(row, person), self.details(row))

    @staticmethod
    def stays(contribution: Contribution) -> str | Promise:
        """Why the action leaves this contribution as it is; empty where it does something."""
        return ""

    @classmethod
    def why_not(cls, contribution: Contribution, person: User) -> str | Promise:
        """Why this person may not take the action here: it would do nothing, or it is for another person to do."""
        return cls.stays(contribution)

    @classmethod
    def happens(cls, contribution: Contribution, person: User) -> str | Promise:
        """What the action does to this contribution when this person takes it."""
        return cls.label_for(contribution)

    @classmethod
    def details(cls, contribution: Contribution) -> list[str]:
        """What the person reads before deciding, beside the beginning of the text."""
        return []

    @classmethod
    def label_for(cls, contribution: Contribution) -> str | Promise:
        """What the action is called for this contribution."""
        return cls.display_name

    @abstractmethod
    def run(self, contributions: Sequence[Contribution], answers: dict[str, Any]) -> int:
        """Do it; returns how many contributions changed."""

    @property
    def changing(self) -> list[Contribution]:
        return [row.contribution for row in self.consequences if not row.stays]

    def get_actionable_objects(self) -> tuple[list[Contribution], dict[str, list[Any]]]:
        return self.changing, {"items_with_no_access": []}

    def get_execution_context(self) -> dict[str, Any]:
        return {"action": self}

    @classmethod
    def execute_action(cls, objects: Sequence[Contribution], *, action: Any = None, **kwargs: Any) -> tuple[int, int]:
        return action.run(objects, action.cleaned_form.cleaned_data), 0

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """A refusal keeps the form as it was filled in, and nothing has changed."""
        try:
            return super().form_valid(form)
        except ActionRefused as refusal:
            form.add_error(None, [str(message) for message in refusal.messages])
            return self.form_invalid(form)

    @abstractmethod
    def done(self, number: int) -> str:
        """What has happened, with its number."""

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return f"{self.done(num_parent_objects)} {self.undo}".strip()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        changing, number = self.changing, len(self.consequences)
        return super().get_context_data(**kwargs) | {
            "action": self,
            "consequences": self.consequences[:SHOWN_MOST],
            "more": max(number - SHOWN_MOST, 0),
            "changing": len(changing),
            "staying": number - len(changing),
            "chosen": ",".join(str(row.contribution.pk) for row in self.consequences),
            "submit_url": action_url(self.action_type, back=self.next_url),
            "header_title": self.display_name,
            "header_icon": "comment",
            "breadcrumbs_items": [{"url": list_url(), "label": gettext_lazy("Contributions")}, {"url": "", "label": self.display_name}],
        }


def require_one_dialogue(contributions: Sequence[Contribution], back: str) -> Any:
    """The dialogue of all of them: themes belong to one."""
    dialogues = {row.dialogue_id: row.dialogue for row in contributions}
    if len(dialogues) > 1:
        names = ", ".join(quoted(page.title) for page in dialogues.values())
        sentence = _("Themes belong to one dialogue, and you chose contributions of several: %(dialogues)s. Filter by dialogue first.")
        raise ActionRefused(sentence % {"dialogues": names}, return_url=back)
    return next(iter(dialogues.values()))


def quoted(name: str) -> str:
    """A name between the quotation marks of the reader's language."""
    return _("“%(name)s”") % {"name": name}
