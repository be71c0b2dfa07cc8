"""What may be stored and logged of an error: its kind, its code and where it happened, never its words, which may be a person's."""

from traceback import format_tb

from django.db import DatabaseError, connection


def described(error: Exception) -> str:
    """The kind of an error, and the mail server's code if there is one."""
    return f"{type(error).__name__} {getattr(error, 'smtp_code', '')}".strip()[:200]


def place_of(error: Exception) -> str:
    """The lines of code that led to an error."""
    return "".join(format_tb(error.__traceback__)).rstrip()


def is_database_away(error: Exception) -> bool:
    """Whether the connection is lost, rather than one statement refused."""
    return isinstance(error, DatabaseError) and not connection.in_atomic_block and not connection.is_usable()
