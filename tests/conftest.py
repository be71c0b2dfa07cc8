"""Fixtures that every test may ask for: the tree, a fixed cast, query counting."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from cms.catalogues import compile_catalogues
from cms.outbox.models import Job
from cms.setup import setup_site
from tests import factories, postgresql
from tests.kept import kept_database
from tests.populated import copy_of, migrated_database, shared_folder
from tests.signing_in import sign_in

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

# Playwright's synchronous interface runs an event loop in the thread that tests use the database in.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# No test depends on how fast the machine is.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")


def pytest_configure(config: pytest.Config) -> None:
    """Swedish is tested as people read it."""
    compile_catalogues()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what this machine cannot run; where CI=true nothing may be skipped."""
    reason = ""
    if item.get_closest_marker("postgresql") and connection.vendor != "postgresql":
        reason = "needs PostgreSQL: set DATABASE_URL"
    elif item.get_closest_marker("browser") and CHROMIUM is None:
        reason = "needs Chromium (Debian's package chromium)"
    elif item.get_closest_marker("search_node") and not os.environ.get("ELASTICSEARCH_URL"):
        reason = "needs a search node: export ELASTICSEARCH_URL=$(python -m tests.search_node start)"
    if reason and os.environ.get("CI") == "true":
        pytest.fail(f"{reason}; nothing is skipped where CI=true")
    if reason:
        pytest.skip(reason)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes minutes goes first, so that no worker ends alone with it."""
    items.sort(key=lambda item: not any(item.get_closest_marker(name) for name in ("whole_site", "browser")))


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """On SQLite the file is there already, migrated; it goes with the folder of the run."""
    return not postgresql.is_used()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The workers' databases are copies of one that was migrated once."""
    if postgresql.is_used():
        connection.settings_dict["TEST"]["TEMPLATE"] = postgresql.migrated(shared_folder(tmp_path_factory))
    else:
        connection.settings_dict["TEST"]["NAME"] = str(copy_of(migrated_database(), tmp_path_factory.getbasetemp() / "tests.sqlite3"))


@pytest.fixture(autouse=True)
def _clean_slate(settings: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An empty cache, Swedish, a media folder of its own and nobody erased yet."""
    settings.MEDIA_ROOT = str(tmp_path_factory.getbasetemp() / "media")
    settings.ERASURES_FILE = str(tmp_path_factory.getbasetemp() / "erasures.jsonl")
    Path(settings.ERASURES_FILE).unlink(missing_ok=True)
    cache.clear()
    with translation.override(django_settings.LANGUAGE_CODE):
        yield


# The tree


@pytest.fixture(scope="module")
def kept_tree(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """The tree below, made once for all tests of a module; not where they commit, since that would keep it for the others."""
    marker = request.node.get_closest_marker("django_db")
    if marker and marker.kwargs.get("transaction"):
        yield
        return
    with kept_database(django_db_blocker, tmp_path_factory):
        factories.site_tree()
        Job.objects.all().delete()  # no test shall find what it has not caused
        yield


@pytest.fixture
def site_tree(kept_tree: None, db: None) -> factories.SiteTree:
    """Locales, root, front page, site, dialogue index and one administration's section."""
    return factories.site_tree()


@pytest.fixture(scope="module")
def installed(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """What `setup_site` makes, once for all tests of a module; the start page."""
    with kept_database(django_db_blocker, tmp_path_factory):
        yield setup_site()


# The cast


@pytest.fixture
def astrid(db: None) -> Any:
    """Astrid, a resident with an account."""
    return factories.UserFactory(email="astrid@example.org", first_name="Astrid", last_name="Larsson")


@pytest.fixture
def bo(site_tree: factories.SiteTree) -> Any:
    """Bo, an official: edits and sorts in the section, and may not publish."""
    bo = factories.UserFactory(
        staff=True, email="bo@example.org", first_name="Bo", function="Trafikplanerare", administration=site_tree.administration
    )
    factories.editors_of(site_tree.section, bo, name="Handläggare", rights=("add_page", "change_page"))
    return bo


@pytest.fixture
def cecilia(site_tree: factories.SiteTree) -> Any:
    """Cecilia, who moderates and publishes everywhere."""
    cecilia = factories.UserFactory(
        staff=True, email="cecilia@example.org", first_name="Cecilia", function="Kommunikatör", administration=site_tree.administration
    )
    factories.editors_of(site_tree.front, cecilia, name="Publicerare")
    return cecilia


@pytest.fixture
def dag(site_tree: factories.SiteTree) -> Any:
    """Dag, an editor of one administration."""
    dag = factories.UserFactory(
        staff=True, email="dag@example.org", first_name="Dag", function="Redaktör", administration=site_tree.administration
    )
    factories.editors_of(site_tree.section, dag)
    return dag


@pytest.fixture
def client_of() -> Callable[[Any], Client]:
    """A test client that is signed in as somebody with both factors (None: nobody)."""
    return lambda person: sign_in(Client(), person) if person is not None else Client()


@pytest.fixture
def client_with_password() -> Callable[[Any], Client]:
    """A test client that is signed in as somebody with the password only."""
    return lambda person: sign_in(Client(), person, second_factor=False)


# Questions about a run


@pytest.fixture
def count_queries(db: None) -> Callable[[Callable[[], Any]], int]:
    """The number of queries that a call makes."""

    def count(call: Callable[[], Any]) -> int:
        with CaptureQueriesContext(connection) as captured:
            call()
        return len(captured)

    return count
