"""The dialogues a person works with, read once for all panels of the dashboard."""

from cms import clock
from cms.http.request_memo import per_request
from cms.organisation.models import Administration
from cms.organisation.roles import is_coordinator
from cms.people import Person
from participation.dialogues.queries import DialogueRow, administrations_of, rows_for
from participation.permissions import dialogues_open_to


def own_rows(person: Person) -> list[DialogueRow]:
    """Every dialogue that the person edits or moderates, drafts included, the most urgent promise first."""
    return per_request(("dashboard rows", person.pk), lambda: _read(person))


def own_administrations(person: Person) -> dict[str, Administration]:
    """The administration of each of them, by tree path."""
    return per_request(("dashboard administrations", person.pk), lambda: administrations_of([row.page for row in own_rows(person)]))


def edited_rows(person: Person) -> list[DialogueRow]:
    """Those whose page the person edits: who only moderates has no way into themes, lists and editors."""
    return per_request(("dashboard edited", person.pk), lambda: _edited(person))


def _edited(person: Person) -> list[DialogueRow]:
    edited = set(dialogues_open_to(person, "sort").values_list("pk", flat=True))
    return [row for row in own_rows(person) if row.page.pk in edited]


def works_with_dialogues(person: Person) -> bool:
    """Whether the dashboard has anything to do with dialogues: coordinators have it before the first one too."""
    return bool(own_rows(person)) or is_coordinator(person)


def _read(person: Person) -> list[DialogueRow]:
    pages = dialogues_open_to(person, "view").select_related("locale", "body", "feedback_responsible").prefetch_related("phases")
    return rows_for(pages.order_by("feedback_due_on", "title", "pk"), clock.now())
