"""Polls as pages, forms, news and one's own page draw them: options in the reader's language, and the result."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from cms.export.columns import Export, per_row
from cms.pages.translated_words import TranslatedRows, TranslatedText
from participation.methods.poll.models import PollOption, PollPage
from participation.methods.poll.queries import Result

PICTURE = "fill-240x180"


@dataclass(frozen=True)
class OptionView:
    """An option in words, with its picture."""

    key: UUID
    words: TranslatedText
    picture: SafeString

    @property
    def label(self) -> SafeString:
        """What stands beside the radio button."""
        return format_html("{}<span>{}</span>", self.picture, self.words.html)


def option_views(shown: PollPage, poll: PollPage) -> list[OptionView]:
    """The options of a canonical poll in the words of the page that is shown."""
    texts = TranslatedRows(shown, poll, "options")
    return [OptionView(option.translation_key, texts.of(option, "text"), picture_of(option)) for option in poll.options.all()]


def picture_of(option: PollOption) -> SafeString:
    """The option's image with its description, which is in Swedish."""
    if option.image is None:
        return SafeString("")
    rendition = option.image.get_rendition(PICTURE)
    lang = "" if get_language() == settings.LANGUAGE_CODE else format_html(' lang="{}"', settings.LANGUAGE_CODE)
    return format_html(
        '<img class="choice__picture" src="{}" width="{}" height="{}" alt="{}"{} loading="lazy">',
        rendition.url,
        rendition.width,
        rendition.height,
        option.image.description,
        lang,
    )


def words_of_option(shown: PollPage, poll: PollPage, key: UUID) -> TranslatedText:
    """An option by its key; empty when it is no longer there."""
    return next((view.words for view in option_views(shown, poll) if view.key == key), TranslatedText())


def result_figures(result: Result, shown: PollPage, poll: PollPage) -> dict[str, Any]:
    """The result for the component `figures`: a sentence, then the table with its bars."""
    texts = TranslatedRows(shown, poll, "options")
    rows = [[texts.of(row.option, "text").html, percent(row.share), row.votes] for row in result.options]
    return {
        "sentence": voted_sentence(result.people),
        "caption": _("The result of the poll"),
        "columns": [_("Option"), _("Share"), _("Votes")],
        "rows": rows if result.people else [],
    }


def result_export(result: Result, shown: PollPage, poll: PollPage) -> Export:
    """The result as a list for a file: options with shares and votes. Totals only: a secret vote has no row."""
    texts = TranslatedRows(shown, poll, "options")
    columns = [
        per_row("option", _("Option"), lambda row: str(texts.of(row.option, "text"))),
        per_row("share_percent", _("Share, per cent"), lambda row: row.share),
        per_row("votes", _("Votes"), lambda row: row.votes),
    ]
    return Export(shown.title, columns, len(result.options), [result.options])


def voted_sentence(people: int) -> str:
    """ "34 people have voted." """
    if not people:
        return _("Nobody has voted yet.")
    return ngettext("%(number)d person has voted.", "%(number)d people have voted.", people) % {"number": people}


def percent(share: int) -> str:
    """A share as it is written: “34 %” in Swedish, “34%” in English."""
    return _("%(number)d%%") % {"number": share}
