"""The mails that a demonstration writes to files, read again for the page that shows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, cast

from django.conf import settings

FILE_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
SEPARATOR = b"\n" + b"-" * 79 + b"\n"  # Django's file backend writes it after each mail
SHOWN = 100


@dataclass(frozen=True)
class StoredMail:
    """One mail in a file; `name` is the file's, with its place in it."""

    name: str
    subject: str
    to: str
    sent_from: str
    sent_at: datetime | None
    text: str
    html: str


def is_open() -> bool:
    """Whether this installation shows its mails: a demonstration that writes them to files."""
    return bool(settings.GENSVAR_SHOW_MAIL) and settings.EMAIL_BACKEND == FILE_BACKEND


def newest(number: int = SHOWN) -> list[StoredMail]:
    """The last mails, the newest first."""
    mails: list[StoredMail] = []
    for path in _files():
        mails += reversed(list(_mails_in(path)))
        if len(mails) >= number:
            break
    return mails[:number]


def find(name: str) -> StoredMail | None:
    """The mail of that name."""
    stem = name.rpartition(".")[0]
    for path in _files():
        if path.stem == stem:
            return next((mail for mail in _mails_in(path) if mail.name == name), None)
    return None


def _files() -> list[Path]:
    """Newest first: Django names the files by their time."""
    return sorted(Path(getattr(settings, "EMAIL_FILE_PATH", "")).glob("*.log"), reverse=True)


def _mails_in(path: Path) -> Iterator[StoredMail]:
    for place, part in enumerate(part for part in path.read_bytes().split(SEPARATOR) if part.strip()):
        yield _read(f"{path.stem}.{place}", cast(EmailMessage, message_from_bytes(part, policy=cast(Any, default))))


def _read(name: str, message: EmailMessage) -> StoredMail:
    return StoredMail(
        name=name,
        subject=str(message["Subject"] or ""),
        to=str(message["To"] or ""),
        sent_from=str(message["From"] or ""),
        sent_at=_moment(str(message["Date"] or "")),
        text=_content(message, "plain"),
        html=_content(message, "html"),
    )


def _content(message: EmailMessage, kind: str) -> str:
    part: Any = message.get_body(preferencelist=(kind,))
    return str(part.get_content()) if part is not None else ""


def _moment(date: str) -> datetime | None:
    """The time of a Date header; one that names no zone ("-0000") is in UTC."""
    if not date:
        return None
    moment = parsedate_to_datetime(date)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
