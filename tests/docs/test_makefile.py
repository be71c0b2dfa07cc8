"""What make does is done once: nothing is installed again that is installed, and each step of the demo is told."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.docs.reading import ROOT


def dry_run(target: str, venv: Path) -> str:
    """What make would do, with an environment of its own."""
    return subprocess.run(["make", "-n", target, f"VENV={venv}"], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def installed(venv: Path, *lists: str) -> Path:
    """An environment in which lock files have been installed."""
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").touch()
    for name in lists:
        stamp = dry_run(name, venv).partition("touch ")[2].split()[0]
        Path(stamp).touch()
    return venv


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
@pytest.mark.parametrize("target", ["demo", "test"])
def test_nothing_is_installed_twice(tmp_path: Path, target: str) -> None:
    assert "pip install" in dry_run(target, tmp_path / "new")
    venv = installed(tmp_path / "venv", target)
    for stamp in venv.glob(".*"):
        os.utime(stamp, (0, 0))  # git gave the lock file a newer date, with the words it had
    assert "pip install" not in dry_run(target, venv)


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_the_demo_tells_its_steps_and_ends_with_the_address(tmp_path: Path) -> None:
    told = [line for line in dry_run("demo", tmp_path).splitlines() if "echo" in line]
    assert [line for line in told if "of 5" in line] == [line for number in "12345" for line in told if f'"{number} of 5' in line]
    assert sum("http://" in line for line in told) == 1 and "http://" in told[-1]
