"""The promise that a participation method makes to its host, one page long.

A method is a Django app with a `method.py` that holds one registered class. An *activity* is a page
type of its own below a dialogue; an *attachment* is rows that hang on the dialogue's page. Whatever
people give through it is a `Contribution`; a method keeps beside it only what is its own.
"""

import enum
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.functional import Promise

from cms.export.columns import Column


class Kind(enum.Enum):
    """How a method lives in the site."""

    ACTIVITY = "activity"  # a page type below a dialogue
    ATTACHMENT = "attachment"  # rows that point at a dialogue


class ParticipationMethod:
    """Base of a method's declaration. Attributes are read at start-up and never change while running."""

    name: ClassVar[str] = ""
    """Stored with every contribution; never changes."""

    label: ClassVar[str | Promise] = ""
    """Its name for people: "Comments"."""

    summary: ClassVar[str | Promise] = ""
    """One sentence for the editor who chooses it."""

    icon: ClassVar[str] = ""
    """Name of a Wagtail icon."""

    kind: ClassVar[Kind]

    page_type: ClassVar[str] = ""
    """Activities: "app_label.Model" of the page type."""

    rights: ClassVar[Mapping[str, str | Promise]] = {}
    """What a phase may open, with its words: {"comment": _("comment")}; stored as "comments.comment"."""

    section_template: ClassVar[str] = ""
    """Attachments: the template that draws the method's section on the dialogue's page."""

    def section_context(self, request: HttpRequest, dialogue: Any) -> dict[str, Any]:
        """Attachments: variables of `section_template`. The page is cached: links and GET forms only."""
        return {}

    def contribution_url(self, contribution: Any) -> str:
        """The address that shows one contribution in its place; empty where it has none."""
        return ""

    def export_columns(self) -> Sequence[Column]:
        """Columns beside the register's own where contributions go into a file; names begin with the method's."""
        return ()

    @classmethod
    def right(cls, verb: str) -> str:
        """A right as it is stored: "comments.comment"."""
        return f"{cls.name}.{verb}"
