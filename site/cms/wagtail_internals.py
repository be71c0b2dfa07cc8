"""Where Wagtail is changed in places that it does not offer for it. Each function names its reason, and has a test that a new Wagtail would break."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import wraps
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.signals import connection_created
from django.db.models.expressions import Col, OrderBy, Ref
from django.db.models.functions import Collate
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.workflows import WorkflowPageForm
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput
from wagtail.contrib.redirects.forms import RedirectForm
from wagtail.images.forms import ImageInsertionForm
from wagtail.images.views import chooser
from wagtail.models import Page, PagePermissionTester
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation, TranslationSource

from cms import clock
from cms.admin import created_pages, editing, opened_rows, translation_saving
from cms.export.cells import xlsx_cell
from cms.export.files import BYTE_ORDER_MARK, csv_line, spoken
from cms.media.descriptions import is_file_name
from cms.pages.redirect_rules import check_redirect
from cms.text.addresses import canonical_address
from cms.text.alphabet import COLLATION, compare
from cms.text.characters import clean_line, clean_lines, clean_link, trimmed
from cms.text.days import read_day, read_moment, read_time

NAMES = {"name", "title"}
NO_WORDS = (models.SlugField, models.EmailField, models.URLField)
TREE = {"path", "url_path"}
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


def show_history_to_editors() -> None:
    """Wagtail's lists and headers offer the history of any page to everybody who sees its row, and its view then refuses."""
    _replace(PagePermissionTester, "can_view_revisions", _if_edited)


def _if_edited(asked: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda tester: asked(tester) and (tester.can_edit() or tester.can_publish())


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


def make_pages_once() -> None:
    """Wagtail makes a page each time that its form comes: a late autosave of what was sent left a second draft."""
    post, get = CreateView.post, CreateView.get
    CreateView.post = lambda view, request: created_pages.made_once(view, request, lambda: post(view, request))
    CreateView.get = lambda view, request: created_pages.opened(get(view, request))


def keep_newer_rows() -> None:
    """Django saves a form over whatever has come since it was opened: forms of the admin hold what they were opened with."""
    _replace(forms.BaseModelForm, "__init__", _then, opened_rows.watch_model_form)
    _replace(forms.BaseForm, "full_clean", _then, opened_rows.check)


def _then(asked: Callable[..., Any], after: Callable[[Any], None]) -> Callable[..., Any]:
    @wraps(asked)
    def done(form: Any, *args: Any, **kwargs: Any) -> None:
        asked(form, *args, **kwargs)
        after(form)

    return done


def _replace(owner: Any, name: str, wrap: Callable[..., Any], *given: Any) -> None:
    """Put a method of a framework's class behind one of ours."""
    setattr(owner, name, wrap(getattr(owner, name), *given))


def clean_all_text() -> None:
    """Django and Wagtail keep every character that comes, in forms, drafts and rows: each of their text fields asks `cms.text` first."""
    _replace(forms.CharField, "to_python", _cleaned, _typed)
    _replace(models.CharField, "to_python", _cleaned, _kept_line)
    _replace(models.TextField, "to_python", _cleaned, lambda field, text: clean_lines(text))


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
        return canonical_address(text) or field.empty_value
    if isinstance(field, forms.URLField):
        return clean_link(text) or field.empty_value
    text = (clean_line if getattr(field.widget, "input_type", "") in ONE_LINE else clean_lines)(text)
    return (trimmed(text) if field.strip else text) or field.empty_value


def _kept_line(field: models.CharField[Any, Any], text: str) -> str:
    """What a column of one line keeps."""
    if isinstance(field, models.EmailField):
        return canonical_address(text)
    return clean_link(text) if isinstance(field, models.URLField) else clean_line(text)


def keep_time_of_the_municipality() -> None:
    """Wagtail shows and reads times on the clock that an account chose once: saved from another zone, a phase moved by hours."""
    UserProfile.get_current_time_zone = lambda profile: settings.TIME_ZONE


def read_days_as_written() -> None:
    """Django reads few ways to write a day, `5/3/2026` as the third of May; Wagtail's picker makes today, or NaN, of what it cannot read."""
    _replace(forms.DateField, "to_python", _read, lambda typed: read_day(typed, clock.today))
    _replace(forms.TimeField, "to_python", _read, read_time)
    _replace(forms.DateTimeField, "to_python", _read, _moment)
    for widget in (AdminDateInput, AdminDateTimeInput, AdminTimeInput):
        _replace(widget, "get_config", _leaving_words)


def _read(asked: Callable[[Any, Any], Any], read: Callable[[str], Any]) -> Callable[[Any, Any], Any]:
    @wraps(asked)
    def to_python(field: Any, value: Any) -> Any:
        return read(value) if isinstance(value, str) and value.strip() else asked(field, value)

    return to_python


def _moment(typed: str) -> datetime:
    """The instant that somebody means on the municipality's clock; one that never comes, or comes twice, is refused."""
    try:
        exact = parse_datetime(typed.strip())
    except ValueError:
        exact = None
    if exact is not None and timezone.is_aware(exact):
        return exact
    local = read_moment(typed, clock.today)
    moment, other = (timezone.make_aware(local.replace(fold=fold)) for fold in (0, 1))
    if moment.utcoffset() == other.utcoffset():
        return moment
    exists = timezone.localtime(moment.astimezone(UTC)).replace(tzinfo=None) == local
    sentence = _("That night the clock goes back, and %(time)s comes twice. Choose another time.")
    if not exists:
        sentence = _("That night the clock goes forward, and %(time)s never comes. Choose another time.")
    raise ValidationError(sentence, code="invalid", params={"time": f"{local:%H:%M}"})


def _leaving_words(asked: Callable[[Any], dict[str, Any]]) -> Callable[[Any], dict[str, Any]]:
    """A picker's settings; what was typed is left for the form to read, or to refuse."""

    @wraps(asked)
    def get_config(widget: Any) -> dict[str, Any]:
        return {**asked(widget), "validateOnBlur": False}

    return get_config


def sort_words_as_swedish() -> None:
    """Django sorts words as the database was set up, and so do Wagtail's lists: here å, ä and ö stand last, whatever its locale."""
    _replace(OrderBy, "as_sql", _in_swedish)
    connection_created.connect(_teach_alphabet, dispatch_uid="cms_teach_alphabet")


def _teach_alphabet(connection: Any, **kwargs: Any) -> None:
    if connection.vendor == "sqlite":
        connection.connection.create_collation(COLLATION, compare)


def _in_swedish(asked: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(asked)
    def as_sql(order: OrderBy, compiler: Any, connection: Any, *args: Any, **kwargs: Any) -> Any:
        is_named = isinstance(order.expression, Ref)
        of_result = compiler.query.combinator or (is_named and (compiler.query.distinct or getattr(compiler, "qualify", None)))
        words = None if of_result else _words_in(order.expression)  # the columns of a result take no collation
        if words is not None:
            order = order.copy()
            order.set_source_expressions([Collate(words, COLLATION)])
        return asked(order, compiler, connection, *args, **kwargs)

    return as_sql


def _words_in(expression: Any) -> Any:
    """What is sorted, where it is words: no key that its index sorts, no address, no code of a closed list."""
    if isinstance(expression, Ref):
        expression = expression.get_source_expressions()[0]  # an alias takes no collation either
    field: Any = getattr(expression, "_output_field_or_none", None)
    if not isinstance(field, models.CharField | models.TextField) or isinstance(field, NO_WORDS) or isinstance(expression, Collate):
        return None
    if isinstance(expression, Col):
        column: Any = expression.target
        is_key = (column.unique or column.db_index) and column.name not in NAMES
        return None if is_key or column.choices or column.name in TREE else expression
    return expression
