"""A running site with the demonstration, as a municipality serves it: gunicorn, production settings, compressed files."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_WITHIN = 30  # seconds


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def demo_server(folder: Path) -> Iterator[str]:
    """The site's address, while it runs."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = production_settings(folder, address)
    for command in (["migrate", "-v0"], ["load_demo", "-v0"], ["collectstatic", "--noinput", "-v0"]):
        subprocess.run([sys.executable, "site/manage.py", *command], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    with gunicorn(environment, port, workers=1):
        yield address


@contextmanager
def gunicorn(environment: dict[str, str], port: int, *, workers: int) -> Iterator[None]:
    """Gunicorn with its plain workers, until this ends."""
    arguments = [
        "-m",
        "gunicorn",
        "cms.wsgi",
        "--preload",
        "--bind",
        f"127.0.0.1:{port}",
        "--workers",
        str(workers),
        "--log-level",
        "error",
    ]
    with subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=environment) as process:
        try:
            wait_for(f"http://127.0.0.1:{port}/_/health/")
            yield
        finally:
            process.terminate()


def production_settings(folder: Path, address: str) -> dict[str, str]:
    """The environment of a site as a municipality runs it, on SQLite in this folder."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "SECRET_KEY": "only-for-a-measurement-" * 3,
        "ALLOWED_HOSTS": "127.0.0.1",
        "BASE_URL": address,
        "DATABASE_URL": f"sqlite:///{folder / 'bench.sqlite3'}",
        "GENSVAR_VAR_DIR": str(folder),
        "GENSVAR_SSL_REDIRECT": "0",
        "GENSVAR_SECURE_COOKIES": "0",
        "GENSVAR_BEHIND_TLS_PROXY": "0",
        "GENSVAR_HSTS_SECONDS": "0",
    }


def wait_for(address: str) -> None:
    """Until it answers."""
    until = time.monotonic() + START_WITHIN
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own address
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("The server did not start.")
