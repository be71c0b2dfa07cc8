"""Who may choose the partners of a dialogue."""

from typing import Any

from wagtail.models import Page

from cms.people import Person


def may_choose_partners(person: Person | None, dialogue: Any, section: Page | None = None) -> bool:
    """Whoever may edit in the section that the dialogue stands in."""
    parent = section or (dialogue.get_parent() if dialogue.pk else None)
    return person is not None and parent is not None and parent.permissions_for_user(person).can_edit()
