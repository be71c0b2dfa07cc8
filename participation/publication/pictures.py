"""What a picture of something done needs before it is public: a description and its day."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.media.descriptions import is_file_name
from participation.publication.missing import COMMITMENTS, Candidate, Missing

MOMENTS = ("before", "after")


def missing_of_pictures(candidate: Candidate, row: Any) -> Iterable[Missing]:
    """What is missing of the pictures of one commitment."""
    for moment in MOMENTS:
        for name, sentence in _picture(candidate, row, moment):
            yield Missing("commitments", COMMITMENTS, sentence, row, f"{moment}_{name}")
    if row.before_on and row.after_on and row.after_on < row.before_on:
        yield Missing("commitments", COMMITMENTS, _("The picture after was taken before the other one. Check the days."), row, "after_on")


def _picture(candidate: Candidate, row: Any, moment: str) -> Iterable[tuple[str, Any]]:
    image, day, words = (getattr(row, f"{moment}_{name}") for name in ("image", "on", "description"))
    if image is None:
        if day or words.strip():
            yield "image", _("Choose the picture, or take away its day and description.")
        return
    if not words.strip():
        yield "description", _("Write what the picture shows: it is read to those who do not see it.")
    elif is_file_name(words, image.filename):
        yield "description", _("This is the name of a file. Write what the picture shows.")
    if day is None:
        yield "on", _("Write the day on which the picture was taken.")
    elif day > candidate.today:
        yield "on", _("This day lies ahead. Write the day on which the picture was taken.")
