"""What every template knows: the municipality, the navigation, the languages and the footer's links."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from cms.http.request_memo import per_request
from cms.models import SiteIdentity
from cms.pages.sharing import sharing_of, translations_of_served
from cms.plugins.home_sections import offered_instead
from cms.plugins.navigation import navigation_items
from cms.theme.style_sheet import theme_of
from cms.visibility import visible_to

LANGUAGE_NAMES = {"sv": "Svenska", "en": "English"}


def house(request: HttpRequest) -> dict[str, Any]:
    """The context processor. Everything is lazy: an error page or a JSON answer asks nothing."""
    return {
        "site_identity": SimpleLazyObject(lambda: identity_of(request)),
        "theme": SimpleLazyObject(lambda: theme_of(identity_of(request))),
        "sharing": SimpleLazyObject(lambda: sharing_of(request)),
        "navigation": SimpleLazyObject(lambda: navigation_of(request)),
        "language_links": SimpleLazyObject(lambda: language_links_of(request)),
        "footer_links": SimpleLazyObject(lambda: footer_links_of(request)),
        "edit_url": SimpleLazyObject(lambda: edit_url_of(request)),
        "offered_instead": SimpleLazyObject(lambda: offered_instead(request)),
    }


def identity_of(request: HttpRequest) -> SiteIdentity:
    """The municipality's name, logo, colour and contact centre."""
    return SiteIdentity.for_request(request)


def front_of(request: HttpRequest) -> Page | None:
    """The site's front page in the reader's language."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    if get_language() == settings.LANGUAGE_CODE:
        return site.root_page
    return per_request(("front", site.pk, get_language()), lambda: _translated_front(site.root_page))


def _translated_front(front: Page) -> Page:
    return Page.objects.filter(translation_key=front.translation_key, locale__language_code=get_language(), live=True).first() or front


def navigation_of(request: HttpRequest) -> list[dict[str, Any]]:
    """Pages shown in menus below the front that this person may see, then the plugins' entries."""
    front = front_of(request)
    links: list[dict[str, Any]] = []
    if front is not None:
        for page in visible_to(Page.objects.child_of(front).filter(show_in_menus=True), request.user):
            links.append({"label": page.title, "url": page.get_url(request)})
    links += _items(in_footer=False)
    for link in links:
        link["current"] = bool(link["url"]) and request.path.startswith(link["url"])
    return links


def _items(*, in_footer: bool) -> list[dict[str, Any]]:
    """The plugins' entries, in order."""
    shown = sorted((item for item in navigation_items if item.in_footer == in_footer), key=lambda item: item.order)
    return [{"label": item.label, "url": reverse(item.url_name)} for item in shown]


def language_links_of(request: HttpRequest) -> list[dict[str, Any]]:
    """This page in each language; where it has no translation, that language's front."""
    urls = _language_urls(request)
    return [{"code": code, "label": name, "url": urls[code], "current": code == get_language()} for code, name in LANGUAGE_NAMES.items()]


def edit_url_of(request: HttpRequest) -> str:
    """Where the page that is served is edited, for a person who may; empty for everybody else."""
    page, person = getattr(request, "served_page", None), request.user
    if page is None or getattr(request, "is_preview", False) or not person.has_perm("wagtailadmin.access_admin"):
        return ""
    return reverse("wagtailadmin_pages:edit", args=[page.pk]) if page.permissions_for_user(person).can_edit() else ""


def _language_urls(request: HttpRequest) -> dict[str, str]:
    page = getattr(request, "served_page", None)
    if page is None:
        return {code: translate_url(request.get_full_path(), code) for code in LANGUAGE_NAMES}
    fronts = {code: "/" if code == settings.LANGUAGE_CODE else f"/{code}/" for code in LANGUAGE_NAMES}
    pages = [row for row in translations_of_served(request, page, request.user) if row.alias_of_id is None]
    return fronts | {translation.locale.language_code: translation.get_url(request) or "/" for translation in pages}


def footer_links_of(request: HttpRequest) -> list[dict[str, Any]]:
    """The statement pages that the municipality has chosen, in the reader's language, then the plugins' entries."""
    return [*_statement_links(request), *_items(in_footer=True)]


def _statement_links(request: HttpRequest) -> list[dict[str, Any]]:
    identity = identity_of(request)
    labels = {
        "accessibility_page": _("Accessibility statement"),
        "privacy_page": _("Privacy"),
        "rules_page": _("Rules for contributions"),
        "about_page": _("About the site"),
    }
    chosen = {getattr(identity, f"{name}_id"): label for name, label in labels.items() if getattr(identity, f"{name}_id")}
    if not chosen:
        return []
    keys = Page.objects.filter(pk__in=chosen).values("translation_key")
    pages = list(visible_to(Page.objects.filter(translation_key__in=keys), request.user).select_related("locale"))
    originals = {page.translation_key: page.pk for page in pages if page.pk in chosen}
    best: dict[int, Page] = {}
    for page in pages:
        original = originals.get(page.translation_key)
        if original is not None and (page.locale.language_code == get_language() or original not in best):
            best[original] = page
    return [{"label": label, "url": best[pk].get_url(request) or ""} for pk, label in chosen.items() if pk in best]
