"""What never stands in a log: the secret end of an address. Django logs the path of every answer of 400 or above."""

import logging
import re

SECRET_PATHS = re.compile(r"(/(?:_/folj/(?:mina|bekrafta|sluta)|_/contributions/told|konto/inbjudan|konto/confirm-email|kvitto)/)[^/\s?]+")


def without_secrets(text: str) -> str:
    """An address whose token or receipt code is left out."""
    return SECRET_PATHS.sub(r"\1…", text)


class LeaveSecretsOut(logging.Filter):
    """The filter that leaves secrets out; it stands on the handler, so that it holds for every logger."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = without_secrets(str(record.msg))
        if isinstance(record.args, tuple):
            record.args = tuple(without_secrets(value) if isinstance(value, str) else value for value in record.args)
        return True
