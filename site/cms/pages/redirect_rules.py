"""Redirects as they are stored: what a form may say, and the one that Wagtail forgets when a page moves to another site."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page, Site

from cms.pages.old_addresses import is_safe_link, runs_in_circle

NOWHERE = _("Choose the page that it leads to, or write an address.")
UNSAFE = _("Write an address that begins with https:// or http://, without a name or a password in it.")
CIRCLE = _("It would lead in a circle, back to where it begins. Choose another page or address.")


def check_redirect(form: Any) -> None:
    """Add what is wrong with a redirect to its form, where it is wrong."""
    if form.errors:
        return
    page, link = form.cleaned_data.get("redirect_page"), form.cleaned_data.get("redirect_link") or ""
    where = "redirect_page" if page else "redirect_link"
    if not page and not link:
        form.add_error(where, NOWHERE)
    elif not page and not is_safe_link(link):
        form.add_error(where, UNSAFE)
    elif runs_in_circle(_meant(form, page, link), _anybody()):
        form.add_error(where, CIRCLE)


def _meant(form: Any, page: Page | None, link: str) -> Redirect:
    """The redirect of a form, not stored."""
    path = Redirect.normalise_path(form.cleaned_data["old_path"])
    return Redirect(pk=form.instance.pk, old_path=path, site=form.cleaned_data.get("site"), redirect_page=page, redirect_link=link)


def _anybody() -> HttpRequest:
    request: HttpRequest = get_dummy_request(site=Site.objects.order_by("-is_default_site").first())
    return request


def keep_way_to_other_site(instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any) -> None:
    """Wagtail keeps the way within a site only. What stands below the page is found by the page's own."""
    for site in Site.objects.select_related("root_page"):
        for front in Page.objects.filter(translation_key=site.root_page.translation_key, locale=instance.locale_id):
            if url_path_before.startswith(front.url_path) and not url_path_after.startswith(front.url_path):
                with translation.override(instance.locale.language_code):
                    old = reverse("wagtail_serve", args=[url_path_before.removeprefix(front.url_path)])
                _keep_way(site, Redirect.normalise_path(old), instance)


def _keep_way(site: Site, old_path: str, page: Page) -> None:
    stored = Redirect.objects.filter(site=site, old_path=old_path)
    stored.filter(automatically_created=True).delete()
    if not stored.exists():
        Redirect.objects.create(site=site, old_path=old_path, redirect_page=page, automatically_created=True)
