"""Dialogues and contributions as news speaks of them: plain words in the reader's language, and addresses."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms import clock
from cms.following.models import NewsItem
from cms.following.registry import News, Reader
from cms.pages.translated_words import TranslatedRows, page_url, translated_text, translations_of
from cms.people import Person
from cms.visibility import is_visible
from participation.dialogues.queries import DialogueRow, rows_for
from participation.models import Contribution, DialoguePage

QUOTED_WORDS = 80


@dataclass(frozen=True)
class Subject:
    """A dialogue that a reader may see, with its page in the reader's language."""

    row: DialogueRow
    shown: DialoguePage
    reader: Reader

    @property
    def page(self) -> DialoguePage:
        return self.row.page

    @property
    def title(self) -> str:
        return str(translated_text(self.shown, self.page, "title"))

    @property
    def url(self) -> str:
        return page_url(self.shown, None)

    def says(self, field: str) -> str:
        """The words of a field."""
        return str(translated_text(self.shown, self.page, field))

    def child(self, relation: str, row: Any, field: str) -> str:
        """The words of a child row."""
        return str(TranslatedRows(self.shown, self.page, relation).of(row, field))

    def news(self, item: NewsItem, heading: str, *paragraphs: str, url: str = "", at: datetime | None = None) -> News:
        """News that belongs to this dialogue."""
        text = "\n\n".join(paragraph.strip() for paragraph in paragraphs if paragraph and paragraph.strip())
        return News(heading, text, url or self.url, self.title, self.url, at or item.happened_at)


def subject_of(item: NewsItem, reader: Reader) -> Subject | None:
    """The dialogue of a news item; None for a reader who may not see it (any more)."""
    page = DialoguePage.objects.canonical().filter(pk=item.data.get("dialogue")).select_related("locale", "feedback_responsible").first()
    if page is None or not is_visible(page, reader.person):
        return None
    return Subject(rows_for([page], clock.now())[0], shown_to(page, reader.person), reader)


def shown_to(page: Any, person: Person | None) -> Any:
    """The page in the active language where a visible translation exists."""
    return translations_of([page], type(page).objects.all(), person).get(page.translation_key, page)


def title_of_dialogue(page: DialoguePage, language: str) -> str:
    """The title that anybody reads in a language."""
    with override(language):
        return str(translated_text(shown_to(page, None), page, "title"))


def dialogue_url(page: DialoguePage) -> str:
    """The page that anybody reads in the active language."""
    return page_url(shown_to(page, None), None)


def quoted(contribution: Contribution) -> str:
    """The first words of what somebody wrote, on one line, in quotation marks."""
    shortened = Truncator(" ".join(contribution.text.split())).words(QUOTED_WORDS, truncate=" …")
    return _("“%(words)s”") % {"words": shortened}
