"""What other sites are told of a page: its one address, its address in each language. Of what not everybody may see: nothing."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.http import urlencode
from wagtail.models import Page, Site

from cms.http.request_memo import per_request
from cms.people import Person
from cms.visibility import visible_to


@dataclass(frozen=True)
class Sharing:
    """Absolute addresses: of the page, of the site, and by language."""

    canonical: str
    root: str
    languages: dict[str, str] = field(default_factory=dict)

    @property
    def default(self) -> str:
        """Where whoever reads another language is sent."""
        return self.languages.get(settings.LANGUAGE_CODE, "")


def translations_of_served(request: HttpRequest, page: Page, person: Person | None) -> list[Page]:
    """The page in every language in which this person may see it, aliases too; asked once."""
    is_anybody = person is None or not person.is_authenticated
    rows = Page.objects.filter(translation_key=page.translation_key).select_related("locale")
    return per_request(
        ("translations of", page.translation_key, None if is_anybody or person is None else person.pk),
        lambda: list(visible_to(rows, None if is_anybody else person)),
    )


def sharing_of(request: HttpRequest) -> Sharing | None:
    """What is told of what this request answers; None for a draft and for what is not open to everybody."""
    page = getattr(request, "served_page", None)
    if getattr(request, "is_preview", False):
        return None
    return _without_page(request) if page is None else _of_page(request, page)


def _of_page(request: HttpRequest, page: Page) -> Sharing | None:
    rows = translations_of_served(request, page, None)
    own = next((row for row in rows if row.pk == page.pk), None)
    if own is None:
        return None
    originals = [row for row in rows if row.alias_of_id is None]
    best = next((row for row in rows if row.pk == (own.alias_of_id or own.pk)), own)
    languages = {row.locale.language_code: _full(row, request) for row in originals}
    return Sharing(_full(best, request) + _page_number(request), _root(request), languages)


def _without_page(request: HttpRequest) -> Sharing:
    root = _root(request)
    languages = {code: root + translate_url(request.path, code) for code, _name in settings.LANGUAGES}
    return Sharing(root + request.path + _page_number(request), root, languages)


def _page_number(request: HttpRequest) -> str:
    """The second page of a list is another page; its filters and order are the list still."""
    number = request.GET.get("page", "")
    return f"?{urlencode({'page': number})}" if number.isdigit() and number != "1" else ""


def _full(page: Page, request: HttpRequest) -> str:
    return page.get_full_url(request) or ""


def _root(request: HttpRequest) -> str:
    site: Any = Site.find_for_request(request)
    return str(site.root_url) if site else settings.BASE_URL.rstrip("/")
