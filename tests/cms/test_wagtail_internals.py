"""What is changed in Wagtail: a new Wagtail that works otherwise fails here."""

import ast
import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
import wagtail.admin
import wagtail_localize
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.admin.forms.workflows import WorkflowPageForm, WorkflowPagesFormSet
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.log_actions import log
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import Translation, TranslationSource

import cms
from cms import clock
from cms.admin import translation_saving
from cms.media.models import SiteImage
from tests import factories
from tests.architecture.test_arrows import FOLDERS, modules
from tests.cms.media.files import picture
from tests.raw_rows import put_raw

pytestmark = pytest.mark.django_db

HISTORY = reverse("wagtailadmin_reports:site_history")
AGING = reverse("wagtailadmin_reports:aging_pages")
EVIL = '=HYPERLINK("https://example.org";"Klicka")'
As = Callable[[Any], Client]


def every_view(view: type = SpreadsheetExportMixin) -> set[type]:
    return {view}.union(*(every_view(below) for below in view.__subclasses__()))


def downloaded(client: Client, address: str, kind: str) -> bytes:
    response = client.get(address, {"export": kind})
    assert response.status_code == 200 and response.streaming
    return b"".join(response.streaming_content)


def test_no_view_of_the_admin_writes_its_spreadsheets_in_another_way() -> None:
    assert len(every_view()) > 20
    for view in every_view():
        for method in ("stream_csv", "generate_xlsx_row", "write_xlsx", "write_csv_response"):
            assert getattr(view, method) is getattr(SpreadsheetExportMixin, method), f"{view} has a {method} of its own"


@pytest.mark.parametrize("address", [HISTORY, AGING])
def test_a_report_as_csv_calculates_nothing(site_tree: Any, cecilia: Any, client_of: As, address: str) -> None:
    page = factories.DialogueFactory(title=EVIL, last_published_at=clock.now())
    log(instance=page, action="wagtail.edit", user=cecilia)
    file = downloaded(client_of(cecilia), address, "csv")
    assert file.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(StringIO(file.decode("utf-8-sig")), delimiter=";"))
    assert any(f"'{EVIL}" in line for line in lines)
    assert not any(EVIL in line for line in lines)
    assert len({len(line) for line in lines}) == 1


def test_a_report_as_xlsx_holds_what_anybody_wrote(site_tree: Any, cecilia: Any, client_of: As) -> None:
    entry: Any = log(instance=factories.DialogueFactory(), action="wagtail.edit", user=cecilia)
    put_raw(entry, label=f"{EVIL}\x0b#")
    sheet = load_workbook(BytesIO(downloaded(client_of(cecilia), HISTORY, "xlsx"))).active
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value == f"{EVIL}\ufffd#"} == {"s"}
    assert any(cell.is_date for cell in cells)


def test_the_history_of_a_page_is_offered_to_those_who_edit_it(site_tree: Any, bo: Any) -> None:
    assert factories.DialogueFactory().permissions_for_user(bo).can_view_revisions()
    assert not site_tree.front.permissions_for_user(bo).can_view_revisions()


def test_the_draft_of_a_page_without_its_class_is_the_page_itself(site_tree: Any) -> None:
    dialogue = factories.DialogueFactory(title="Som den står")
    dialogue.save_revision()
    gone = ContentType.objects.create(app_label="gensvar_gone", model="gonepage")
    Page.objects.filter(pk=dialogue.pk).update(content_type=gone)
    page = Page.objects.get(pk=dialogue.pk)
    assert page.specific_class is None
    assert page.get_latest_revision_as_object() is page
    assert page.is_previewable() is False


def test_other_pages_have_their_drafts(site_tree: Any) -> None:
    page = factories.DialogueFactory(title="Som den står")
    page.title = "Som den blir"
    page.save_revision()
    assert Page.objects.get(pk=page.pk).get_latest_revision_as_object().title == "Som den blir"
    assert page.is_previewable()


@pytest.mark.parametrize("name", ["cms", "home", "participation", "knowledge_hub"])
def test_no_other_module_writes_into_wagtail(name: str) -> None:
    """An attribute of a class of Wagtail that is set from outside, wherever it stands."""
    found = [
        f"{path}:{node.lineno}"
        for path in modules(FOLDERS[name])
        if path.name != "wagtail_internals.py"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name) and target.value.id[0].isupper()
    ]
    assert found == []


@pytest.fixture
def undescribed(site_tree: Any) -> SiteImage:
    return SiteImage.objects.create(title="IMG_2034", file=ContentFile(picture(), name="IMG_2034.jpg"))


def test_an_image_in_a_text_is_asked_about_and_nothing_is_ticked(client_of: As, undescribed: SiteImage) -> None:
    client = client_of(factories.UserFactory(admin=True))
    address = reverse("wagtailimages_chooser:select_format", args=[undescribed.pk])
    form = client.get(address).context["form"]
    assert (form["alt_text"].value(), form["image_is_decorative"].value()) == ("", False)
    assert client.get(address, {"alt_text": ""}).context["form"]["image_is_decorative"].value() is True  # it was ticked before
    undescribed.is_decorative = True
    undescribed.save()
    assert client.get(address).context["form"]["image_is_decorative"].value() is True


@pytest.mark.parametrize("words", ["", "IMG_2034", "torget.jpg"])
def test_an_image_in_a_text_is_not_called_by_its_file(client_of: As, undescribed: SiteImage, words: str) -> None:
    client = client_of(factories.UserFactory(admin=True))
    address = reverse("wagtailimages_chooser:select_format", args=[undescribed.pk])
    fields = {"image-chooser-insertion-format": "left", "image-chooser-insertion-alt_text": words}
    assert "alt_text" in client.post(address, fields).context["form"].errors
    fields["image-chooser-insertion-alt_text"] = "Torget"
    assert client.post(address, fields).json()["result"]["alt"] == "Torget"


@pytest.mark.parametrize(
    "address",
    [
        "/admin/images/",
        "/admin/images/?layout=list",
        "/admin/images/chooser/",
        "/admin/images/chooser/chosen/{}/",
        "/admin/images/{}/",
        "/admin/images/{}/delete/",
        "/admin/images/chooser/{}/select_format/",
        "/admin/api/main/images/",
        "/admin/api/main/images/{}/",
    ],
)
def test_a_damaged_image_takes_no_page_of_the_admin_away(client_of: As, undescribed: SiteImage, address: str) -> None:
    Path(undescribed.file.path).write_bytes(picture()[:300])
    response = client_of(factories.UserFactory(admin=True)).get(address.format(undescribed.pk))
    assert response.status_code == 200


def test_translations_are_saved_by_the_rule_of_the_house() -> None:
    """By each road of wagtail-localize: none of its views publishes in another way."""
    assert Translation.save_target is translation_saving.save_target
    package = Path(wagtail_localize.__file__).parent
    saving = [path.name for path in package.rglob("*.py") if "create_or_update_translation(" in path.read_text()]
    assert sorted(saving) == ["models.py"]


def test_a_translation_that_is_closed_by_itself_stays_so_when_it_is_saved(site_tree: Any) -> None:
    factories.translated(site_tree.section)
    page = factories.DialogueFactory()
    source, _is_new = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=factories.locale("en"))
    translation.save_target()
    copy = Page.objects.get(translation_key=page.translation_key, locale=factories.locale("en"))
    PageViewRestriction.objects.create(page=copy, restriction_type=PageViewRestriction.GROUPS)
    translation.save_target()
    source.update_target_view_restrictions(copy.locale)
    assert copy.view_restrictions.exists() and not page.view_restrictions.exists()


def test_the_field_of_a_workflow_has_a_name() -> None:
    assert all(form.base_fields["page"].label == "Sida" for form in (WorkflowPageForm, WorkflowPagesFormSet.form))


# Copies of Wagtail's templates that say a word in English, or lead nowhere: the lines in which they differ.
OUR_COPIES = {
    "home.html": 4,
    "shared/header.html": 1,
    "shared/headers/_actions.html": 2,
    "shared/side_panel_toggle.html": 1,
    "shared/user_avatar.html": 1,
}


@pytest.mark.parametrize(("name", "lines"), OUR_COPIES.items())
def test_a_copy_of_a_template_differs_in_few_lines(name: str, lines: int) -> None:
    theirs = Path(wagtail.admin.__file__).parent / "templates" / "wagtailadmin" / name
    ours = Path(cms.__file__).parent / "templates" / "wagtailadmin" / name
    changed = [pair for pair in zip(theirs.read_text().splitlines(), ours.read_text().splitlines(), strict=True) if len(set(pair)) > 1]
    assert len(changed) == lines, "Wagtail's template has changed: copy it again"
