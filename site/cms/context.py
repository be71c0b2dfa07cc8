"""What every template knows: the municipality, the navigation, the languages and the footer's links."""

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Site

from cms.models import SiteIdentity
from cms.navigation import navigation_items
from cms.visibility import visible_to

LANGUAGE_NAMES = {"sv": "Svenska", "en": "English"}


def house(request: HttpRequest) -> dict[str, Any]:
    """The context processor. Everything is lazy: an error page or a JSON answer asks nothing."""
    return {
        "site_identity": SimpleLazyObject(lambda: identity_of(request)),
        "navigation": SimpleLazyObject(lambda: navigation_of(request)),
        "language_links": SimpleLazyObject(lambda: language_links_of(request)),
        "footer_links": SimpleLazyObject(lambda: footer_links_of(request)),
    }


def identity_of(request: HttpRequest) -> SiteIdentity:
    """The municipality's name, logo, colour and contact centre."""
    return SiteIdentity.for_request(request)


def front_of(request: HttpRequest) -> Page | None:
    """The site's front page in the reader's language."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    locale = Locale.objects.filter(language_code=get_language()).first()
    return site.root_page.get_translation_or_none(locale) or site.root_page if locale else site.root_page


def navigation_of(request: HttpRequest) -> list[dict[str, Any]]:
    """Pages shown in menus below the front that this person may see, then the plugins' entries."""
    front = front_of(request)
    links: list[dict[str, Any]] = []
    if front is not None:
        for page in visible_to(Page.objects.child_of(front).filter(show_in_menus=True), request.user):
            links.append({"label": page.title, "url": page.get_url(request)})
    for item in sorted(navigation_items, key=lambda item: item.order):
        links.append({"label": item.label, "url": reverse(item.url_name)})
    for link in links:
        link["current"] = bool(link["url"]) and request.path.startswith(link["url"])
    return links


def language_links_of(request: HttpRequest) -> list[dict[str, Any]]:
    """This page in each language; where it has no translation, that language's front."""
    return [
        {"code": code, "label": name, "url": _address_in(request, code), "current": code == get_language()}
        for code, name in LANGUAGE_NAMES.items()
    ]


def _address_in(request: HttpRequest, code: str) -> str:
    page = getattr(request, "served_page", None)
    if page is not None:
        translation = visible_to(
            Page.objects.filter(translation_key=page.translation_key, locale__language_code=code, alias_of=None), request.user
        ).first()
        if translation:
            return translation.get_url(request) or "/"
        return "/" if code == "sv" else f"/{code}/"
    return translate_url(request.get_full_path(), code)


def footer_links_of(request: HttpRequest) -> list[dict[str, str]]:
    """The statement pages that the municipality has chosen, in the reader's language."""
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
    keys = dict(Page.objects.filter(pk__in=chosen).values_list("translation_key", "pk"))
    pages = visible_to(Page.objects.filter(translation_key__in=keys), request.user).select_related("locale")
    best: dict[int, Page] = {}
    for page in pages:
        if page.locale.language_code == get_language() or keys[page.translation_key] not in best:
            best[keys[page.translation_key]] = page
    return [{"label": label, "url": best[pk].get_url(request) or ""} for pk, label in chosen.items() if pk in best]


def url_or_empty(name: str, *args: Any) -> str:
    """The address of a url, or nothing when its plugin is off."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
