"""Each table stands in the documentation: with its rule and its sweep, or as one that does not grow by itself."""

import re

import pytest
from django.apps import apps

from cms.outbox.registry import sweeps
from tests.architecture.test_arrows import ROOT

PAGE = (ROOT / "docs" / "operations.md").read_text()
CHAPTER = PAGE.split("## What grows, and for how long it is kept\n", 1)[1].split("\n## ", 1)[0]
NAMED = re.findall(r"`([a-z_]+\.[A-Z]\w+)`", CHAPTER)
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in CHAPTER.splitlines() if line.startswith("| ")][1:]

IN_PART = {"participation.Contribution", "cms_accounts.User"}  # its keys are forgotten, itself is kept; those that nobody confirmed
OF_SQLITE = {"wagtailsearch.SQLiteFTSIndexEntry"}  # Wagtail makes it there only


def test_every_model_is_named_once() -> None:
    ours = {model._meta.label for model in apps.get_models()}
    assert ours - set(NAMED) == set(), "say in docs/operations.md how long it is kept, or what it goes with"
    assert set(NAMED) - ours - OF_SQLITE == set(), "no such model"
    told = [name for name in NAMED if name not in IN_PART]
    assert [name for name in set(told) if told.count(name) > 1] == []


@pytest.mark.parametrize("row", [row for row in ROWS if row[4].startswith("`")], ids=lambda row: row[0])
def test_what_is_swept_has_its_sweep(row: list[str]) -> None:
    assert row[4].strip("`") in {sweep.name for sweep in sweeps}


def test_every_sweep_that_forgets_stands_in_the_table() -> None:
    forgetting = {sweep.name for sweep in sweeps if "forget" in sweep.name}
    assert forgetting <= {row[4].strip("`") for row in ROWS}
