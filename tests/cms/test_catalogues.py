"""Message catalogues are compiled where they are older than their words, and collected so that they differ only by them."""

import os
from pathlib import Path
from typing import Any

import polib
import pytest

from cms import catalogues
from cms.catalogues import CATALOGUE, PACKAGES, collect, compile_catalogues, main


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A catalogue of two words in a tree of its own."""
    path = tmp_path / PACKAGES[0] / CATALOGUE
    path.parent.mkdir(parents=True)
    words = polib.POFile()
    words.metadata = {"Content-Type": "text/plain; charset=utf-8", "POT-Creation-Date": "2026-03-01 12:00+0100"}
    words += [polib.POEntry(msgid="Street", msgstr="Gata"), polib.POEntry(msgid="Bus", msgstr="Buss")]
    words.save(str(path))
    return path


def test_only_what_is_older_than_its_words_is_compiled(source: Path, tmp_path: Path) -> None:
    compiled = source.with_suffix(".mo")
    assert compile_catalogues(tmp_path) == [compiled] and compile_catalogues(tmp_path) == []
    assert {entry.msgid: entry.msgstr for entry in polib.mofile(str(compiled))} == {"Street": "Gata", "Bus": "Buss"}
    os.utime(source, (compiled.stat().st_mtime + 1,) * 2)
    assert compile_catalogues(tmp_path) == [compiled]
    assert sorted(path.name for path in source.parent.iterdir()) == ["django.mo", "django.po"], "nothing half-written is left"


def test_collecting_leaves_the_words_in_order_and_no_moment(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogues.subprocess, "run", lambda *args, **kwargs: None)
    collect(tmp_path)
    words = polib.pofile(str(source))
    assert [entry.msgid for entry in words] == ["Bus", "Street"] and "POT-Creation-Date" not in words.metadata


@pytest.mark.parametrize("lacking, status, told", [({}, 0, ""), ({"home": {"month\x04May"}}, 1, "home lacks: 'May'\n")])
def test_the_check_names_the_words_that_are_missing(lacking: Any, status: int, told: str, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.setattr(catalogues, "missing_words", lambda: lacking)
    assert (main("check"), capsys.readouterr().out) == (status, told)
