"""A mail server in a thread of the test: it keeps what it is given, and answers as it is told."""

import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from typing import Any

from aiosmtpd.controller import Controller

OK = "250 OK"
Answer = Callable[[str], str]


class Sink:
    """What came, and how to answer `RCPT TO` and `DATA` for a recipient."""

    def __init__(self) -> None:
        self.mails: list[Message] = []
        self.connections = 0
        self.answer_rcpt: Answer = lambda address: OK
        self.answer_data: Answer = lambda address: OK
        self.came = threading.Semaphore(0)

    @property
    def ids(self) -> Counter[tuple[str, str]]:
        """How often each (recipient, Message-ID) came."""
        return Counter((str(mail["To"]), str(mail["Message-ID"])) for mail in self.mails)

    async def handle_EHLO(self, server: Any, session: Any, envelope: Any, hostname: str, responses: list[str]) -> list[str]:
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        answer = self.answer_rcpt(address)
        if answer == OK:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        answer = self.answer_data(envelope.rcpt_tos[0])
        if answer == "hang up":
            server.transport.close()
        elif answer == OK:
            self.mails.append(message_from_bytes(envelope.content))
            self.came.release()
        return answer


@contextmanager
def mail_server(settings: Any = None) -> Iterator[tuple[Sink, int]]:
    """The sink and its port; with `settings`, this process sends its mails there."""
    sink = Sink()
    controller = Controller(sink, hostname="127.0.0.1", port=_free_port())
    controller.start()
    try:
        if settings is not None:
            settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
            settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
            settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
            settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        yield sink, controller.port
    finally:
        controller.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
