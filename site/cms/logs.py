"""What never stands in a log: the secret end of an address. Django logs the path of every answer of 400 or above."""

import logging
import re
from dataclasses import dataclass
from functools import cache

from cms.plugins.registry import Registry

OWN_PATHS = (
    *("_/folj/mina", "_/folj/bekrafta", "_/folj/sluta", "konto/inbjudan", "konto/confirm-email"),
    *("_/follow/mine", "_/follow/confirm", "_/follow/leave", "account/invitation", "account/confirm-email"),
)


@dataclass(frozen=True)
class SecretAddress:
    """Addresses that nobody else may read: what follows after `path` is a token or a code."""

    name: str
    path: str


secret_addresses: Registry[SecretAddress] = Registry("secret_addresses", SecretAddress)


def without_secrets(text: str) -> str:
    """An address whose token or receipt code is left out."""
    return _pattern((*OWN_PATHS, *(secret.path.strip("/") for secret in secret_addresses))).sub(r"\1…", text)


@cache
def _pattern(paths: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(/(?:{'|'.join(re.escape(path) for path in paths)})/)[^/\s?]+")


class LeaveSecretsOut(logging.Filter):
    """The filter that leaves secrets out; it stands on the handler, so that it holds for every logger."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = without_secrets(str(record.msg))
        if isinstance(record.args, tuple):
            record.args = tuple(without_secrets(value) if isinstance(value, str) else value for value in record.args)
        return True
