"""Leaving any plugin out leaves a working site, also on a database that holds its pages."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.populated import copy_of, made_once, populated_database, run_well, shared_folder

NOTHING = ""
HOME, COMMENTS, POLL, HUB = "home", "participation_comments", "participation_poll", "knowledge_hub"
PARTICIPATION = f"participation,{COMMENTS},{POLL}"
WITH_PAGES = (HOME, PARTICIPATION, POLL, HUB)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shared_folder(tmp_path_factory)


@pytest.fixture(scope="session", params=[NOTHING, HOME, PARTICIPATION, COMMENTS, POLL, HUB], ids=lambda left_out: left_out or "nothing")
def left_out(request: pytest.FixtureRequest) -> str:
    """The plugins that this installation leaves out."""
    return str(request.param)


@pytest.fixture(scope="session")
def found(folder: Path, left_out: str) -> dict[str, Any]:
    """What a visit to the installation found."""

    def visit(target: Path) -> None:
        database = copy_of(populated_database(folder), target.with_suffix(".sqlite3"))
        target.write_text(run_well("-m", "tests.installations.probe", database=database, GENSVAR_DISABLED_PLUGINS=left_out))

    name = left_out.replace(",", "-") or "nothing"
    return json.loads(made_once(folder / f"without-{name}.json", visit).read_text())  # type: ignore[no-any-return]


def statuses(looks: dict[str, Any]) -> dict[str, int]:
    return {address: look["status"] for address, look in looks.items()}


def others_than(status: int, looks: dict[str, Any]) -> dict[str, int]:
    return {address: got for address, got in statuses(looks).items() if got != status}


def test_django_is_content_and_no_migration_is_missing(found):
    assert found["check"] == ""
    assert found["migrations"] == ""


def test_the_front_answers_in_both_languages(found):
    assert others_than(200, found["fronts"]) == {}
    assert all(look["styled"] for look in found["fronts"].values())


def test_every_page_of_a_plugin_that_is_on_answers(found):
    assert len(found["living"]) > 5
    assert others_than(200, found["living"]) == {}


def test_a_page_of_a_plugin_that_is_off_answers_with_the_error_page(found, left_out):
    assert bool(found["missing"]) == (left_out in WITH_PAGES)
    assert others_than(404, found["missing"]) == {}
    assert all(look["styled"] for look in found["missing"].values())


def test_no_list_names_a_page_of_a_plugin_that_is_off(found):
    assert found["listed"] == []


def test_addresses_of_a_plugin_go_with_it(found, left_out):
    expected = 404 if left_out == PARTICIPATION else 200
    own = {address: look for address, look in found["addresses"].items() if not address.startswith("/konto/")}
    assert others_than(expected, own) == {}
    assert found["addresses"]["/konto/login/"]["status"] == 200


def test_a_dialogue_shows_its_comments_only_with_the_method_and_receipts_always(found, left_out):
    if left_out == PARTICIPATION:
        assert found["dialogue"] == {}
    else:
        assert found["dialogue"] == {"status": 200, "has_comments": left_out != COMMENTS, "receipt": 200}


def test_the_admin_lists_and_reports_answer(found):
    assert {name: status for name, status in found["admin"].items() if status != 200} == {}
    assert {title: status for title, status in found["explored"].items() if status != 200} == {}


def test_changing_a_page_of_a_plugin_that_is_off_is_refused_with_its_name(found, left_out):
    assert bool(found["refused"]) == (left_out in WITH_PAGES)
    for page in found["refused"]:
        assert page["unchanged"], page["page"]
        for name, answer in page["tries"].items():
            assert answer["status"] == 302, (page["page"], name, answer)
            # A parent may belong to a plugin that is off as well, and is refused with the name of its own.
            plugins = left_out.split(",") if name == "delete parent" else [page["plugin"]]
            assert any(f"”{plugin}”" in message for plugin in plugins for message in answer["messages"]), (page["page"], name, answer)
