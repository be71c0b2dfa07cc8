"""What the site holds about a person, as JSON and as a page to read: made when it is asked for, and kept nowhere."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import translation
from django.utils.formats import localize
from django.utils.translation import gettext as _

from cms import clock
from cms.accounts.personal_data import Person, Section, Value, export_of
from cms.templatetags.dates import written, written_time

FORMAT = "gensvar-own-data-1"


def as_json(person: Person, language: str) -> Iterator[str]:
    """A JSON object in pieces, one row at a time; docs/own-data.md describes it."""
    with translation.override(language):
        head = {"format": FORMAT, "made_at": clock.now(), "language": language}
        yield _dump(head)[:-1] + ', "sections": ['
        for number, section in enumerate(export_of(person)):
            yield (",\n" if number else "\n") + "".join(_section(section))
        yield "\n]}\n"


def _section(section: Section) -> Iterator[str]:
    columns = {name: str(label) for name, label in section.columns.items()}
    yield _dump({"name": section.name, "label": str(section.label), "note": str(section.note), "columns": columns})[:-1] + ', "rows": ['
    for number, row in enumerate(section.rows):
        yield (",\n  " if number else "\n  ") + _dump(row)
    yield "]}"


def _dump(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)


@dataclass(frozen=True)
class ReadableSection:
    """A section as a page shows it: each row as terms and values, empty ones left out."""

    label: str
    note: str
    rows: list[list[dict[str, str]]]


def as_readable(person: Person) -> list[ReadableSection]:
    """Every section that holds something."""
    sections = [ReadableSection(str(told.label), str(told.note), list(_readable_rows(told))) for told in export_of(person)]
    return [section for section in sections if section.rows]


def _readable_rows(section: Section) -> Iterator[list[dict[str, str]]]:
    for row in section.rows:
        told = [(label, _words(row.get(name))) for name, label in section.columns.items()]
        yield [{"term": capitalised(str(label)), "value": value} for label, value in told if value]


def capitalised(words: str) -> str:
    """The text with a capital first letter; the rest as it is."""
    return words[:1].upper() + words[1:]


def _words(value: Value) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return str(written_time(value))
    if isinstance(value, date):
        return str(written(value))
    return str(localize(value)) if isinstance(value, float) else str(value)
