"""Old addresses: where what stood there is now, for those who may see it.

Wagtail follows a stored redirect blindly: to a draft's address, behind a wall, in a circle, without the query and
without what stands below a page. Here an address is followed step by step until something stands there that this
person may see; where nothing does, it answers as any address where nothing is.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from django.conf import settings
from django.db.models import Q
from django.db.models.functions import Lower
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.encoding import uri_to_iri
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from cms.http.spoken_addresses import in_own_words
from cms.pages.address_spellings import prefixes, spellings, with_query
from cms.visibility import is_visible

GetResponse = Callable[[HttpRequest], HttpResponse]

STEPS = 8
"""As far as a way through several redirects is followed."""
SAFE_SCHEMES = ("http", "https")
PAGES = "wagtail_serve"
IN_PATHS = "/~:@!$&'()*+,;="
READING = ("GET", "HEAD")


@dataclass(frozen=True)
class Address:
    """A path on one of the installation's sites, with the query that goes along."""

    site: Site
    path: str
    query: str = ""
    fragment: str = ""

    @property
    def key(self) -> tuple[int, str]:
        """What makes two addresses one: neither a query nor a slash nor a capital letter does."""
        return self.site.pk, self.path.rstrip("/").casefold()

    def url_for(self, site: Site | None) -> str:
        """As somebody on a site is sent there."""
        query, fragment = (f"?{self.query}" if self.query else ""), (f"#{self.fragment}" if self.fragment else "")
        root = "" if site is not None and self.site.pk == site.pk else self.site.root_url
        return f"{root}{quote(self.path, safe=IN_PATHS)}{query}{fragment}"


@dataclass(frozen=True)
class Target:
    """Where somebody is sent."""

    url: str
    is_permanent: bool
    is_outside: bool = False


@dataclass(frozen=True)
class Step:
    """Where one stored redirect leads on to: an address of the installation, or a URL outside."""

    row: Redirect
    address: Address | None
    url: str = ""

    @property
    def is_permanent(self) -> bool:
        return self.row.is_permanent

    @property
    def passed(self) -> set[tuple[Any, ...]]:
        """What nobody passes twice: a redirect that leads below itself would go on for ever, each time to another address."""
        return {("redirect", self.row.pk)} | ({self.address.key} if self.address else set())


class OldAddresses:
    """Lead from an address where nothing is to what stood there, inside the wall of restricted pages."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404:
            return response
        if own_words := in_own_words(request):
            return _lead(request, Target(own_words, is_permanent=True))
        target = target_of(request)
        if target is None or (target.is_outside and request.method not in READING):
            return response  # what somebody wrote is not carried outside
        return _lead(request, target)


def _lead(request: HttpRequest, target: Target) -> HttpResponse:
    """The redirect, kept by nobody: it depends on the person, and may be corrected tomorrow."""
    kind = HttpResponsePermanentRedirect if target.is_permanent else HttpResponseRedirect
    response = kind(target.url, preserve_request=request.method not in READING)
    add_never_cache_headers(response)
    return response


def target_of(request: HttpRequest) -> Target | None:
    """Where the address of a request leads, where nothing stands at it."""
    site = Site.find_for_request(request)
    if site is None or "\0" in request.path_info:
        return None
    here = Address(site, request.path_info, request.META.get("QUERY_STRING", ""))
    return Way(request).target(here)


def runs_in_circle(row: Redirect, request: HttpRequest) -> bool:
    """Whether a redirect that is not stored yet would lead to itself, at once or by others."""
    sites = [row.site] if row.site else list(Site.objects.all())
    for site in sites:
        way = Way(request, candidate=row)
        if way.target(Address(site, row.old_path)) is None and way.came_back:
            return True
    return False


class Way:
    """The way of one person from an old address; `candidate` is a redirect taken as if it were stored, and every page as seen."""

    def __init__(self, request: HttpRequest, candidate: Redirect | None = None) -> None:
        self.request = request
        self.candidate = candidate
        self.came_back = False
        self._steps_left = STEPS

    def target(self, here: Address) -> Target | None:
        """Where it leads from an address at which nothing stands."""
        arrived = self._arrive(here, frozenset([here.key]))
        lowered = replace(here, path=here.path.lower())
        if arrived is None and self.candidate is None and lowered.path != here.path and self._page_at(lowered):
            return Target(lowered.url_for(here.site), is_permanent=False)  # the capital letter of a telephone
        return arrived

    def _arrive(self, here: Address, visited: frozenset[tuple[Any, ...]]) -> Target | None:
        """The first end of a way on which nobody passes an address twice."""
        for step in self._steps(here):
            if step.address is None:
                return Target(step.url, step.is_permanent, is_outside=True)
            if visited & step.passed:
                self.came_back = True
            elif self._page_at(step.address):
                return self._arrived(step.address, step)
            elif further := self._arrive(step.address, visited | step.passed):
                return replace(further, is_permanent=step.is_permanent and further.is_permanent)
            elif _view_at(step.address) and not self._rows(step.address):
                return self._arrived(step.address, step)
        return None

    def _arrived(self, address: Address, step: Step) -> Target:
        return Target(address.url_for(Site.find_for_request(self.request)), step.is_permanent)

    def _page_at(self, address: Address) -> bool:
        """Whether a page serves the address that the person may see."""
        match = _match(address.path)
        if match is None or match.url_name != PAGES:
            return False
        with translation.override(_language(address.path)):
            front: Page = address.site.root_page.localized.specific
            try:
                page = front.route(self.request, [slug for slug in match.args[0].split("/") if slug]).page
            except Http404:
                return False
        return self.candidate is not None or is_visible(page, self.request.user)

    def _steps(self, here: Address) -> Iterator[Step]:
        """The stored redirects of an address, the nearest first: its own, then those of what stood above it."""
        for row, below, takes_query in self._rows(here):
            yield from steps_of(row, replace(here, query="" if takes_query else here.query), below, self.request)

    def _rows(self, here: Address) -> list[tuple[Redirect, tuple[str, ...], bool]]:
        """Redirects of an address and of the addresses above it, each with what is left below it, and whether the query was part of it."""
        if self._steps_left <= 0:
            return []
        self._steps_left -= 1
        wanted: dict[str, tuple[tuple[str, ...], bool]] = {}
        for written in with_query(here.path.rstrip("/"), here.query):
            wanted.setdefault(written, ((), True))
        for path, below in prefixes(here.path):
            for written in spellings(path):
                wanted.setdefault(written, (below, False))
        return _in_order(self._stored(here.site, wanted), wanted)

    def _stored(self, site: Site, wanted: Iterable[str]) -> list[Redirect]:
        written = Q(old_path__in=list(wanted)) | Q(lowered__in=[way.lower() for way in wanted])
        rows = Redirect.get_for_site(site).annotate(lowered=Lower("old_path")).filter(written).select_related("redirect_page", "site")
        if self.candidate is None:
            return list(rows)
        own = self.candidate
        is_meant = own.site_id in (None, site.pk) and own.old_path.lower() in {way.lower() for way in wanted}
        return [row for row in rows if row.pk != own.pk] + ([own] if is_meant else [])


def _in_order(rows: list[Redirect], wanted: dict[str, tuple[tuple[str, ...], bool]]) -> list[tuple[Redirect, tuple[str, ...], bool]]:
    """The nearest first, of one address the site's own before that of all sites, the very spelling before another."""
    lowered: dict[str, tuple[tuple[str, ...], bool]] = {}
    for way, meant in wanted.items():
        lowered.setdefault(way.lower(), meant)

    def far(row: Redirect) -> tuple[bool, int, bool, bool]:
        below, takes_query = wanted.get(row.old_path) or lowered[row.old_path.lower()]
        return not takes_query, len(below), row.site_id is None, row.old_path not in wanted

    return [(row, *(wanted.get(row.old_path) or lowered[row.old_path.lower()])) for row in sorted(rows, key=far)]


def steps_of(row: Redirect, here: Address, below: tuple[str, ...], request: HttpRequest) -> Iterator[Step]:
    """Where a stored redirect leads on to: with the query, and with what stood below its address."""
    rest = "".join(f"{part}/" for part in below)
    if row.redirect_page_id:
        parts = row.redirect_page.specific_deferred.get_url_parts(request)
        site = parts and Site.objects.filter(pk=parts[0]).first()
        if site:
            route = row.redirect_page_route_path.strip("/")
            for path in dict.fromkeys([f"{parts[2]}{route}/" if route else parts[2], parts[2]]):
                yield Step(row, Address(site, f"{path.rstrip('/')}/{rest}", here.query))
    elif row.redirect_link:
        step = _step_by_link(row, here, rest)
        if step is not None:
            yield step


def _step_by_link(row: Redirect, here: Address, rest: str) -> Step | None:
    """Along a written link: within the installation as to a page; outside as it is written, and from its very address only."""
    if not is_safe_link(row.redirect_link):
        return None
    link = urlsplit(row.redirect_link)
    query = "&".join(words for words in (link.query, here.query) if words)
    site = here.site if not link.netloc else site_at(link.netloc, link.scheme)
    if site is not None:
        path = uri_to_iri(link.path) or "/"
        return Step(row, Address(site, f"{path.rstrip('/')}/{rest}" if rest else path, query, link.fragment))
    return None if rest else Step(row, None, urlunsplit(link._replace(query=query)))


def is_safe_link(link: str) -> bool:
    """Whether a link leads within the site or to a web address, and nowhere that it does not show."""
    if "\\" in link or any(ord(letter) < 33 for letter in link):
        return False
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    if parts.netloc or parts.scheme:
        return parts.scheme in SAFE_SCHEMES and bool(parts.hostname) and "@" not in parts.netloc
    return link.startswith("/")


def site_at(netloc: str, scheme: str) -> Site | None:
    """The site of the installation that a link's host means."""
    host, _, port = netloc.lower().partition(":")
    wanted = int(port) if port.isdecimal() else {"https": 443}.get(scheme, 80)
    sites = list(Site.objects.filter(hostname__iexact=host).select_related("root_page"))
    return next((site for site in sites if site.port == wanted), sites[0] if sites and not port else None)


def _language(path: str) -> str:
    return translation.get_language_from_path(path) or settings.LANGUAGE_CODE


def _match(path: str) -> ResolverMatch | None:
    """What answers at a path, in its language; a slash that is forgotten is thought of."""
    with translation.override(_language(path)):
        for written in dict.fromkeys([path, f"{path.rstrip('/')}/"]):
            try:
                return resolve(written)
            except Resolver404:
                continue
    return None


def _view_at(address: Address) -> bool:
    """Whether something other than the pages has the address: it says itself what is there, and for whom."""
    match = _match(address.path)
    return match is not None and match.url_name != PAGES
