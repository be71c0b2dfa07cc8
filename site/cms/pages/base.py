"""Bases of every page type: privacy by groups only, fronts and the top sections of plugins."""

from collections.abc import Sequence
from typing import Any, ClassVar, Self

from django.apps import apps
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction

from cms.pages.forms import SitePageForm
from cms.pages.views import shown_by
from cms.tenancy.known_pages import title_for_reader
from cms.text.slugs import OTHERWISE, slug_of
from cms.visibility import page_restrictions
from cms.wagtail_internals import slug_beside

PRIVACY_OPTIONS = ["groups"]


class SitePage(Page):
    """A page of this site.

    Only group privacy is offered: with "login" any citizen's account would open a staff page, and a
    shared password has no person behind it.
    """

    private_page_options = PRIVACY_OPTIONS
    base_form_class = SitePageForm
    is_site_front: ClassVar[bool] = False
    read_with_page: ClassVar[tuple[str, ...]] = ()
    """Foreign keys that the page follows when it is shown: they are read with it."""
    pages_above: Sequence[Page] | None = None
    """The pages from the front to the parent, where the page was found by its address."""

    class Meta:
        abstract = True

    @property
    def canonical(self) -> Self:
        """The page in the default language that owns all facts; a translation holds words only."""
        known = self.__dict__.get("_canonical")
        if known is None:
            known = self.__dict__["_canonical"] = self._find_canonical()
        return known

    @property
    def is_canonical(self) -> bool:
        """Whether this page is its own canonical page."""
        return self.canonical.pk == self.pk

    def _find_canonical(self) -> Self:
        if self.locale.language_code == settings.LANGUAGE_CODE:
            return self
        originals = type(self).objects.filter(translation_key=self.translation_key, locale__language_code=settings.LANGUAGE_CODE)
        return originals.select_related("locale", *self.read_with_page).first() or self

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """A page without a slug gets one of its title, in whatever script that is."""
        page: Any = self
        page.slug = page.slug or slug_beside(self, slug_of(self.title, OTHERWISE))
        super().full_clean(*args, **kwargs)

    def get_admin_display_title(self) -> str:
        """The title of an unpublished edit is for those who work with the page."""
        return title_for_reader(self, super().get_admin_display_title())

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Wagtail's answer; without a query where no page on the way is restricted or an alias."""
        along = [*self.pages_above, self] if self.pages_above else []
        if along and not any(page.alias_of_id for page in along):
            restricted = tuple(restriction.page.path for restriction in page_restrictions())
            if not self.path.startswith(restricted):
                return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Wagtail's variables, the canonical page, and what the page type's view gives (`cms.pages.views`)."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["canonical"] = self.canonical
        return context | shown_by(self, request)


class TopSection(SitePage):
    """The top page of a plugin: stands below a site front when one is installed, else below the root.

    Naming `home.HomePage` as its parent would break the site where `home` is left out.
    """

    class Meta:
        abstract = True

    @classmethod
    def clean_parent_page_models(cls) -> list[type[Page]]:
        return site_fronts() or [Page]


def site_fronts() -> list[type[Page]]:
    """Page types that are marked as the front of a site."""
    return [model for model in apps.get_models() if issubclass(model, SitePage) and model.is_site_front]
