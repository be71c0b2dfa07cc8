"""What every installation needs of `home`: sections on the start page, and the statement pages in both languages."""

from typing import Any

from wagtail.models import Page, Site

from cms.models import SiteIdentity
from cms.plugins.home_sections import home_sections
from cms.setup import ensure_page
from home.models import AccessibilityStatementPage, HomePage, HomeSectionRow, StandardPage
from home.statements import FRONT, STATEMENTS

PAGE_TYPES: dict[str, type[Page]] = {"accessibility_page": AccessibilityStatementPage}


def setup_home(front: Page) -> None:
    """Idempotent: what people have changed or taken away stays so."""
    home = front.specific
    if not isinstance(home, HomePage):
        return
    _fill_front(home)
    identity = SiteIdentity.for_site(Site.objects.get(is_default_site=True))
    for setting, words in STATEMENTS.items():
        if getattr(identity, f"{setting}_id"):
            continue
        model = PAGE_TYPES.get(setting, StandardPage)
        slug = words["sv"].slug
        page = model.objects.child_of(home).filter(slug=slug).first()
        setattr(identity, setting, Page.objects.get(pk=ensure_page(home, model, words, page=page).pk))
    identity.save()


def _fill_front(home: HomePage) -> None:
    if home.heading or home.sections.exists():
        return
    for order, section in enumerate(home_sections):
        home.sections.add(HomeSectionRow(section=section.name, sort_order=order))
    for page in home.get_translations(inclusive=True):
        front: Any = home if page.pk == home.pk else page
        for name, value in FRONT[page.locale.language_code].items():
            setattr(front, name, value)
        front.save_revision().publish()
