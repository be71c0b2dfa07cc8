"""Where Wagtail is changed in places that it does not offer for it. Each function names its reason, and has a test that a new Wagtail would break."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.workflows import WorkflowPageForm
from django import forms
from django.db import models
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.admin.views.pages.edit import EditView
from wagtail.contrib.redirects.forms import RedirectForm
from wagtail.images.forms import ImageInsertionForm
from wagtail.images.views import chooser
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from cms.admin import editing, translation_saving
from cms.export.cells import xlsx_cell
from cms.export.files import BYTE_ORDER_MARK, csv_line, spoken
from cms.media.descriptions import is_file_name
from cms.pages.redirect_rules import check_redirect
from cms.text.addresses import same_address
from cms.text.characters import clean_line, clean_lines, clean_link, trimmed

ONE_LINE = {"text", "search", "tel", "url", "email"}  # inputs into which no browser lets a line break


def make_spreadsheets_harmless() -> None:
    """Wagtail's reports write what people wrote into CSV as it is, formulas too, and fail on characters that XLSX cannot hold."""
    SpreadsheetExportMixin.stream_csv = _stream_csv
    SpreadsheetExportMixin.generate_xlsx_row = _xlsx_row


def _stream_csv(view: Any, queryset: Any) -> Iterator[bytes]:
    """Every report's CSV, as our own lists give it."""

    def pieces() -> Iterator[bytes]:
        yield (BYTE_ORDER_MARK + csv_line(view.get_heading(queryset, field) for field in view.list_export)).encode()
        for item in queryset:
            row = view.to_row_dict(item)
            yield csv_line(view.preprocess_field_value(field, value, view.FORMAT_CSV) for field, value in row.items()).encode()

    return spoken(pieces())


def _xlsx_row(view: Any, worksheet: Any, row_dict: dict[str, Any], date_format: str | None = None) -> Iterator[Any]:
    """Every report's row of a sheet, as our own lists give it."""
    for field, value in row_dict.items():
        yield xlsx_cell(worksheet, view.preprocess_field_value(field, value, view.FORMAT_XLSX))


def hide_drafts() -> None:
    """Wagtail's lists and the explorer fail on the draft of a page whose plugin is off, so it has none while its class is away."""
    Page.is_previewable = _unless_resting(Page.is_previewable, lambda page: False)
    Page.get_latest_revision_as_object = _unless_resting(Page.get_latest_revision_as_object, lambda page: page)


def _unless_resting(asked: Callable[[Page], Any], instead: Callable[[Page], Any]) -> Callable[[Page], Any]:
    @wraps(asked)
    def answer(page: Page) -> Any:
        return instead(page) if page.specific_class is None else asked(page)

    return answer


def ask_for_descriptions() -> None:
    """Wagtail ticks “decorative” by itself for an image without a description that is put into a text, and takes a file's name for one."""
    chooser.ImageInsertionForm = _DescribedInsertion
    chooser.viewset.select_format_view_class = _AskingSelectFormat


class _DescribedInsertion(ImageInsertionForm):
    """How an image stands in a text, with words for those who do not see it."""

    def clean_alt_text(self) -> str:
        words: str = super().clean_alt_text() or ""
        if is_file_name(words):
            self.add_error("alt_text", _("This is the name of a file. Write what the picture shows."))
        return words


class _AskingSelectFormat(chooser.ImageSelectFormatView):
    """The question how an image shall stand in a text; nothing is ticked unless somebody said so."""

    def get(self, request: HttpRequest, image_id: int) -> HttpResponse:
        if "alt_text" in request.GET:  # an image that stands in the text is asked about again
            return super().get(request, image_id)
        image = self.get_object(image_id)
        initial = {"alt_text": image.default_alt_text, "image_is_decorative": image.is_decorative}
        form = _DescribedInsertion(initial=initial | request.GET.dict(), prefix="image-chooser-insertion")
        return self.render_select_format_response(image, form)


def check_redirects() -> None:
    """Wagtail stores a redirect that leads nowhere, to itself, in a circle or to an address that no browser shows as it is."""
    RedirectForm.clean = _with_check(RedirectForm.clean)


def _with_check(clean: Callable[[RedirectForm], Any]) -> Callable[[RedirectForm], Any]:
    @wraps(clean)
    def checked(form: RedirectForm) -> Any:
        cleaned = clean(form)
        check_redirect(form)
        return cleaned

    return checked


def keep_translations_drafts() -> None:
    """wagtail-localize publishes a translation as nobody and after the commit, and writes drafts into the row that visitors read."""
    Translation.save_target = translation_saving.save_target


def keep_restrictions_of_translations() -> None:
    """wagtail-localize opens a translation that was closed by itself at each saving; ours follow their original by signals."""
    TranslationSource.sync_view_restrictions = lambda source, original, translation_page: None


def name_workflow_page() -> None:
    """Wagtail's form of a workflow names its field by the code's word, in English."""
    WorkflowPageForm.base_fields["page"].label = _("Page")


def keep_newer_versions() -> None:
    """Wagtail asks its autosave alone whether a newer version has come, and counts neither a publishing nor a first version as one."""
    asked, post = EditView.is_out_of_date.func, EditView.post

    def is_out_of_date(view: Any) -> bool:
        if not view.latest_revision:
            return False
        return asked(view) or editing.knows_no_version(view) or (view.expects_json_response and editing.is_late(view))

    @wraps(post)
    def guarded(view: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = None if view.page.alias_of_id else editing.conflict(view)
        return answer or editing.kept_when_refused(view, lambda: post(view, request, *args, **kwargs))

    EditView.is_out_of_date = cached_property(is_out_of_date)
    EditView.is_out_of_date.__set_name__(EditView, "is_out_of_date")
    EditView.post = guarded
def clean_all_text() -> None:
    """Django and Wagtail keep every character that comes, in forms, drafts and rows: each of their text fields asks `cms.text` first."""
    forms.CharField.to_python = _cleaned(forms.CharField.to_python, _typed)
    models.CharField.to_python = _cleaned(models.CharField.to_python, _kept_line)
    models.TextField.to_python = _cleaned(models.TextField.to_python, lambda field, text: clean_lines(text))


def _cleaned(asked: Callable[[Any, Any], Any], clean: Callable[[Any, str], Any]) -> Callable[[Any, Any], Any]:
    @wraps(asked)
    def to_python(field: Any, value: Any) -> Any:
        text = asked(field, value)
        return clean(field, text) if isinstance(text, str) and text else text

    return to_python


def _typed(field: forms.CharField, text: str) -> Any:
    """What somebody typed or pasted into a field; a password is taken as it is."""
    if isinstance(field.widget, forms.PasswordInput):
        return text
    if isinstance(field, forms.EmailField):
        return same_address(text) or field.empty_value
    if isinstance(field, forms.URLField):
        return clean_link(text) or field.empty_value
    text = (clean_line if getattr(field.widget, "input_type", "") in ONE_LINE else clean_lines)(text)
    return (trimmed(text) if field.strip else text) or field.empty_value


def _kept_line(field: models.CharField[Any, Any], text: str) -> str:
    """What a column of one line keeps."""
    if isinstance(field, models.EmailField):
        return same_address(text)
    return clean_link(text) if isinstance(field, models.URLField) else clean_line(text)
