"""What may be missing for publication, how it is told, and the parts of the form where it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

Rows = Mapping[str, Sequence[Any]]

# The parts of the editor's form; each panel bears one of these names.
QUESTION, INFLUENCE, WHOM, MANDATE = _("The question"), _("What can be influenced"), _("Who it concerns"), _("Mandate")
PHASES, WAYS, PROMISE, PUBLISHING = _("Phases"), _("Contact and other ways"), _("The promise"), _("Publishing")
RECORD, ANSWERS, COMMITMENTS, WHOLE = _("Short record"), _("Answers"), _("Commitments"), _("The page")
STEP, UPDATES, CANCELLED = _("How far it has come"), _("Updates"), _("Cancelled")

PUBLISH_DIALOGUE = _("Publish the dialogue first.")


@dataclass(frozen=True)
class Missing:
    """One thing that is missing: the field or rows of the form, the part of the form, and what to do.

    Of one row among several, `row` is that row and `row_field` its field.
    """

    where: str
    part: str | Promise
    message: str | Promise
    row: Any = field(default=None, compare=False)
    row_field: str = ""

    @property
    def sentence(self) -> str | Promise:
        """What and where in one line, for a reader who does not have the form open."""
        if self.row is None or not str(self.row):
            return format_lazy("{part}: {message}", part=self.part, message=self.message)
        return format_lazy("{part}, “{row}”: {message}", part=self.part, row=str(self.row), message=self.message)


@dataclass(frozen=True)
class Candidate:
    """A page as it would be published: its fields, its rows (which a form has not stored yet), its parent, the instant."""

    page: Any
    rows: Rows
    parent: Any
    at: datetime

    @property
    def today(self) -> date:
        """The day of publication, in the municipality's time zone."""
        return timezone.localtime(self.at).date()
