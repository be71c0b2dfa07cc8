"""A visitor's browser, as cheap as one can be, so that the measurement is of the site: a socket, cookies, forms."""

import re
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

PATIENCE = 60  # seconds for one answer
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
COOKIE = re.compile(r"^set-cookie: ([^=]+)=([^;]*)", re.IGNORECASE | re.MULTILINE)
LOCATION = re.compile(r"^location: (\S+)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Answer:
    """A status, the headers and the page."""

    status: int
    headers: str
    body: bytes

    @property
    def location(self) -> str:
        found = LOCATION.search(self.headers)
        return found[1] if found else ""


@dataclass
class Browser:
    """One visitor; it keeps its cookies."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        return self._send(f"GET {path} HTTP/1.1\r\n{self._headers()}\r\n".encode())

    def form(self, path: str) -> dict[str, str]:
        """What a form holds when it is opened."""
        answer = self.get(path)
        if answer.status != 200:
            raise RuntimeError(f"{path} answers {answer.status}")
        return dict(HIDDEN.findall(answer.body.decode()))

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        body = urlencode(fields).encode()
        kind = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
        return self._send(f"POST {path} HTTP/1.1\r\n{self._headers()}{kind}\r\n".encode() + body)

    def _headers(self) -> str:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return "Host: 127.0.0.1\r\nConnection: close\r\n" + (f"Cookie: {cookies}\r\n" if cookies else "")

    def _send(self, request: bytes) -> Answer:
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
            connection.sendall(request)
            parts = []
            while part := connection.recv(65536):
                parts.append(part)
        head, _blank, body = b"".join(parts).partition(b"\r\n\r\n")
        headers = head.decode("latin-1").replace("\r\n", "\n")
        self.cookies.update(COOKIE.findall(headers))
        return Answer(int(headers.split(" ", 2)[1]), headers, body)


def at_once(hands: int, seconds: float, act: Callable[[int, int], Any]) -> tuple[list[Any], float]:
    """Let so many hands act again and again for so long; what each act returned, and the seconds until the last had ended."""
    started = time.monotonic()

    def work(hand: int) -> list[Any]:
        done: list[Any] = []
        while time.monotonic() < started + seconds:
            done.append(act(hand, len(done)))
        return done

    with ThreadPoolExecutor(hands) as pool:
        results = [result for own in pool.map(work, range(hands)) for result in own]
    return results, time.monotonic() - started
