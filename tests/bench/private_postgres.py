"""A PostgreSQL of our own for a measurement, from Debian's package, gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.bench.server import free_port

OPTIONS = "-c listen_addresses=127.0.0.1 -c max_connections=300 -c fsync=off -c full_page_writes=off"


def binaries() -> Path | None:
    """Where PostgreSQL's programs are, the newest first."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]), reverse=True)
    return found[0].parent if found else None


@contextmanager
def database_url() -> Iterator[str | None]:
    """The address of a PostgreSQL: that of DATABASE_URL, else a private one while this lasts, else None."""
    given = os.environ.get("DATABASE_URL", "")
    programs = binaries()
    if given.startswith("postgres"):
        yield given
    elif programs is None:
        yield None
    else:
        with _private(programs) as address:
            yield address


@contextmanager
def _private(programs: Path) -> Iterator[str]:
    folder = Path(tempfile.mkdtemp())
    cluster, port = folder / "cluster", free_port()
    folder.chmod(0o755)
    cluster.mkdir()
    if os.getuid() == 0:
        shutil.chown(cluster, "postgres")
    _run(folder, [str(programs / "initdb"), "-D", str(cluster), "-U", "gensvar", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"])
    control = [str(programs / "pg_ctl"), "-D", str(cluster), "-w", "-s"]
    try:
        _run(folder, [*control, "-l", str(cluster / "log"), "-o", f"-p {port} -k {cluster} {OPTIONS}", "start"])
        yield f"postgres://gensvar@127.0.0.1:{port}/postgres"
    finally:
        _run(folder, [*control, "-m", "immediate", "stop"], check=False)
        shutil.rmtree(folder, ignore_errors=True)


def _run(folder: Path, command: Sequence[str], *, check: bool = True) -> None:
    """As the user postgres where we are root: PostgreSQL refuses to run as root."""
    become = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    subprocess.run([*become, *command], cwd=folder, check=check, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
