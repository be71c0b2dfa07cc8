"""What a poll needs before it may be published, and what may not change once somebody has voted."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

FEWEST, MOST = 2, 8
OPTIONS_STAY = _("People have voted, so no option can be removed or added. You can still correct the words.")


def missing_of(poll: Any) -> Iterable[str | Promise]:
    """Sentences about a canonical poll as it would be published."""
    options = list(poll.options.all())
    if not poll.question.strip():
        yield _("Write the question.")
    yield from _number(options)
    yield from _words(options)
    yield from _images(options)
    if options_changed(poll, options):
        yield OPTIONS_STAY


def options_changed(poll: Any, options: Iterable[Any]) -> bool:
    """Whether these are not the options that people have voted about."""
    if poll.pk is None or not poll.has_votes:
        return False
    stored = poll.stored_options().values_list("translation_key", flat=True)
    return set(stored) != {option.translation_key for option in options}


def _number(options: Sequence[Any]) -> Iterable[str | Promise]:
    if len(options) < FEWEST:
        yield _("A poll has at least two options. Add what is missing.")
    if len(options) > MOST:
        yield format_lazy(_("A poll has at most eight options, and this one has {number}. Remove some."), number=len(options))


def _words(options: Sequence[Any]) -> Iterable[str | Promise]:
    words = {" ".join(option.text.split()).casefold() for option in options}
    if len(words) < len(options):
        yield _("Two options have the same words. Nobody can tell them apart.")


def _images(options: Sequence[Any]) -> Iterable[str | Promise]:
    """A picture draws the eye: all options have one, or none."""
    images = [option.image for option in options if option.image]
    if images and len(images) < len(options):
        yield _("Only some options have an image, and those are chosen more often. Give every option one, or none.")
    if not all(image.description.strip() for image in images):
        yield _("An image has no description. Write it at the image: it is read to those who do not see it.")
