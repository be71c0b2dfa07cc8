"""What the documents show runs: every fenced block is claimed by the test that runs it, with stand-ins for what is the reader's own."""

import json
import re
import sys
import tomllib
from collections.abc import Callable
from types import ModuleType, SimpleNamespace
from typing import Any
from unittest.mock import MagicMock

import pytest
from django.conf import settings as django_settings
from django.db.models import F
from django.template import engines
from django.utils.translation import gettext_lazy
from wagtail.admin.views.generic import IndexView
from wagtail.permission_policies import ModelPermissionPolicy

from cms.accounts.export import as_json
from cms.accounts.personal_data import Person
from cms.components.calls import wrong_calls
from cms.following.models import NewsItem
from cms.following.registry import Reader
from cms.following.stories import told
from cms.organisation.models import Place
from cms.outbox.registry import mail_kinds
from cms.plugins import ENTRY_POINT_GROUP, discover_plugins
from cms.plugins.registry import REGISTRIES
from cms.search import pages as search_pages
from cms.search.registry import findables
from participation.contract import Kind, ParticipationMethod
from participation.models import OutcomePage
from participation.registry import get_method, register
from participation.testing import MethodSuite
from tests.docs.reading import ROOT, Shown, docstring_spans, fenced_blocks, spans
from tests.factories import DialogueFactory, ParticipantFactory, PlaceFactory
from tests.outbox_tools import work_off

pytestmark = pytest.mark.django_db

BLOCKS = fenced_blocks()
SHELL = ("", "sh")  # tests/docs/test_commands.py
PICTURES = ("text",)
TEMPLATES = ("html", "html+django")
CLAIMED: list[str] = []
TAGS = [shown for shown in [*spans(), *docstring_spans()] if shown.text.startswith("{%")]


def shows(line: str) -> Callable[[Any], Any]:
    """The test runs the one block that holds this line."""
    found = [block for block in BLOCKS if line in block.text]
    assert len(found) == 1, f"{len(found)} blocks hold {line!r}"
    CLAIMED.append(line)
    return pytest.mark.parametrize("block", found, ids=str)


def run(block: Shown, **known: Any) -> dict[str, Any]:
    """The names that a block of Python leaves behind."""
    namespace = {"_": gettext_lazy, **known}
    exec(compile(block.text, block.document, "exec"), namespace)  # noqa: S102
    return namespace


@pytest.fixture(autouse=True)
def _nothing_stays_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    for registry in REGISTRIES:
        monkeypatch.setattr(registry, "_entries", dict(registry._entries))
    monkeypatch.setattr(search_pages, "_kinds", dict(getattr(search_pages, "_kinds", {})), raising=False)


@pytest.mark.parametrize("block", [block for block in BLOCKS if block.language not in (*SHELL, *TEMPLATES, *PICTURES)], ids=str)
def test_every_block_is_run_by_a_test(block: Shown) -> None:
    claims = [line for line in CLAIMED if line in block.text]
    assert len(claims) == 1, f"claim it with @shows(...) in {__name__}"


@shows("class PetitionPlugin(SitePlugin):")
def test_the_plugin_is_accepted(block: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("shown_petition")
    module.PetitionPlugin = run(block)["PetitionPlugin"]  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    path = "shown_petition.PetitionPlugin"
    assert discover_plugins([*django_settings.GENSVAR_PLUGINS, path], []).count(path) == 1


@shows('[project.entry-points."gensvar.plugins"]')
def test_the_plugin_is_announced_as_the_petition_is(block: Shown) -> None:
    petition = tomllib.loads((ROOT / "tests/outside_method/petition/pyproject.toml").read_text())
    shown = tomllib.loads(block.text)["project"]["entry-points"]
    assert shown == petition["project"]["entry-points"]
    assert list(shown) == [ENTRY_POINT_GROUP]


@shows("mail_kinds.register(MailKind(")
def test_the_mail_is_sent_once(block: Shown, settings: Any, tmp_path: Any, mailoutbox: list[Any]) -> None:
    folder = tmp_path / "gensvar_petition" / "mail"
    folder.mkdir(parents=True)
    for kind in ("txt", "html"):
        (folder / f"thanks.{kind}").write_text(
            f'{{% extends "cms/mail/base.{kind}" %}}{{% block content %}}Tack! {{{{ url }}}}{{% endblock %}}'
        )
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [*settings.TEMPLATES[0]["DIRS"], tmp_path]}]
    signature, signatures = MagicMock(pk=7, address="astrid@example.org", language="sv"), MagicMock()
    signature.get_absolute_url.return_value = "/skrivelser/7/"
    rows = signatures.objects.visible.return_value.filter.return_value
    rows.first.return_value = signature
    run(block, Signature=signatures, signature=signature)
    [mail] = work_off(sweep=False)
    assert (mail.to, mail.subject) == (["astrid@example.org"], "Thank you")
    assert "Tack! http://testserver/skrivelser/7/" in mail.body
    rows.first.return_value = None
    kind = mail_kinds.get("gensvar_petition.thanks")
    assert kind is not None and kind.compose({"signature": 7}) is None


@shows("register_pages(")
def test_the_search_reads_the_page(block: Shown, site_tree: Any) -> None:
    page = site_tree.front
    page.demand, page.place_id = "Ställ en bänk vid hållplatsen.", 3
    run(block, PetitionPage=type(page))
    findable = findables.get("gensvar_petition.petition")
    assert findable is not None
    [entry] = findable.describe([page])[page.pk]
    assert (entry.title, entry.text, entry.facets["place"]) == (page.title, page.demand, ["3"])


@shows("class Petition(ParticipationMethod):")
def test_the_method_is_registered(block: Shown) -> None:
    run(block, Kind=Kind, ParticipationMethod=ParticipationMethod, register=register)
    method = get_method("petition")
    assert method is not None
    assert method.right("sign") == "petition.sign"


@shows("class TestPetition(MethodSuite):")
def test_the_suite_of_a_method_makes_its_activity(block: Shown, site_tree: Any) -> None:
    suite = run(block, PetitionPage=lambda demand, **words: OutcomePage(**words))["TestPetition"]
    assert issubclass(suite, MethodSuite)
    dialogue = DialogueFactory()
    assert suite().make_activity(dialogue).get_parent().pk == dialogue.pk


class SignatureListView(IndexView):
    """A list of places in the stead of one of signatures; what is asked of a row is its name."""

    model = Place
    permission_policy = ModelPermissionPolicy(Place)

    def get_base_queryset(self) -> Any:
        return Place.objects.annotate(town=F("name")).order_by("pk")


@shows("class SignatureExportView(ExportView):")
def test_the_list_becomes_a_file(block: Shown, rf: Any, admin_user: Any) -> None:
    PlaceFactory(name="Smygehamn")
    view = run(block, SignatureListView=SignatureListView)["SignatureExportView"]
    request = rf.post("/export/", {"format": "csv", "purpose": "Diarieföring"})
    request.user = admin_user
    answer = view.as_view(list_view=SignatureListView.as_view())(request)
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert (len(lines), lines[-1]) == (1 + Place.objects.count(), "Smygehamn")


def tell_news(block: Shown, author: Any) -> None:
    """Follow and tell of a petition, number 7, that everybody may see."""
    petition = SimpleNamespace(pk=7, author=author)
    run(
        block,
        petition=petition,
        find_petition=lambda number: petition if number == petition.pk else None,
        title_in=lambda petition, language: "En bänk",
        url_of=lambda petition: "/skrivelser/7/",
        may_see=lambda petition, person: True,
        merged_petitions=lambda: [],
        compose_answered=lambda item, reader: None,
    )


NEWS = "followables.register("


@shows(NEWS)
def test_the_news_is_told(block: Shown, site_tree: Any, astrid: Any) -> None:
    tell_news(block, astrid)
    item = NewsItem.objects.get(kind="gensvar_petition.answered")
    assert list(item.targets.values_list("kind", "object_id")) == [("gensvar_petition.petition", 7)]
    assert told(item, Reader(None, "sv")) is None


@pytest.mark.parametrize("shown", [tag for tag in TAGS if '"follow_link"' in tag.text], ids=str)
def test_the_link_to_follow_leads_to_its_form(shown: Shown, site_tree: Any, astrid: Any, client: Any) -> None:
    tell_news(next(block for block in BLOCKS if NEWS in block.text), astrid)
    html = engines["django"].from_string(shown.text).render({"petition": SimpleNamespace(pk=7)})
    [address] = re.findall(r'<a [^>]*href="([^"]+)"', html)
    answer = client.get(address)
    assert answer.status_code == 200
    assert "En bänk" in answer.content.decode()


@pytest.mark.parametrize("shown", [*TAGS, *(block for block in BLOCKS if block.language in TEMPLATES)], ids=str)
def test_template_code_draws_something(shown: Shown) -> None:
    assert list(wrong_calls(shown.text)) == []
    html = engines["django"].from_string(shown.text).render({"petition": SimpleNamespace(pk=7), "title": "Följ"})
    assert "<" in html


@shows('"gensvar-own-data-1"')
def test_the_copy_of_ones_own_data_has_this_form(block: Shown, astrid: Any) -> None:
    person = Person(user=astrid, participant=ParticipantFactory(user=astrid))
    shown, made = json.loads(block.text), json.loads("".join(as_json(person, "sv")))
    assert list(shown) == list(made)
    assert shown["format"] == made["format"]
    [section] = shown["sections"]
    real = next(each for each in made["sections"] if each["name"] == section["name"])
    assert list(section) == list(real)
    assert set(section["columns"]) <= set(real["columns"])
