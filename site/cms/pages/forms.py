"""The form of every page in the admin, and of its rows."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import Model, Q
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

from cms.organisation.staff import staff_members
from cms.tenancy import choosers
from cms.text.characters import has_letter, names_something
from cms.text.slugs import OTHERWISE, free_slug, slug_of


class SitePageForm(WagtailAdminPageForm):
    """Refuses an address that the site itself uses, and what others have not published; of people it offers staff only."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.named_before = choosers.references_of(self.instance)
        if "slug" in self.fields:
            self.fields["slug"].required = False  # made of the title
        offer_staff(self)

    def save(self, commit: bool = True) -> Any:
        page = super().save(commit)
        self.refuse_foreign()
        return page

    def refuse_foreign(self) -> None:
        """Raise ActionRefused where the page names what the person may not know; drawn again, the form would tell its name."""
        choosers.refuse_foreign(choosers.references_of(self.instance) - self.named_before, self.for_user)

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        if title and not names_something(title):
            raise ValidationError(_("Write a title with at least one letter."))
        return title

    def clean(self) -> dict[str, Any]:
        if "slug" in self.cleaned_data and not has_letter(self.cleaned_data["slug"]):
            self.cleaned_data["slug"] = self._slug_of_title()
        cleaned = super().clean()
        slug = cleaned.get("slug")
        if slug and self.parent_page is not None and self.parent_page.depth == 2 and slug in reserved_slugs():
            self.add_error("slug", _("“%(slug)s” is an address that the site itself uses. Choose another.") % {"slug": slug})
        return cleaned

    def _slug_of_title(self) -> str:
        """A slug of the title that neither the site nor a page beside this one has."""
        reserved = reserved_slugs() if self.parent_page is not None and self.parent_page.depth == 2 else set()
        beside = self.parent_page.get_children().exclude(pk=self.instance.pk) if self.parent_page is not None else Page.objects.none()
        taken = reserved | set(beside.values_list("slug", flat=True))
        return free_slug(slug_of(self.cleaned_data.get("title") or "", OTHERWISE), taken.__contains__)


def offer_staff(form: Any) -> None:
    """In each list of people, only those who work for the municipality, and who was chosen before: accounts are citizens' too."""
    for name, field in form.fields.items():
        if isinstance(field, forms.ModelChoiceField) and field.queryset is not None and field.queryset.model is get_user_model():
            field.queryset = field.queryset.filter(Q(pk__in=staff_members().values("pk")) | Q(pk__in=_chosen(form.instance, name)))


def _chosen(row: Any, name: str) -> list[int]:
    value = getattr(row, name, None)
    if value is None or isinstance(value, Model):
        return [value.pk] if value else []
    return [person.pk for person in value.all()]


def reserved_slugs() -> set[str]:
    """First segments of addresses that the urls or a language claim; derived, so that it is never stale."""
    claimed = {code for code, _name in settings.LANGUAGES}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            claimed |= {_first_segment(pattern) for pattern in _flat(get_resolver().url_patterns)}
    return claimed - {""}


def _flat(patterns: list[Any]) -> list[URLPattern | URLResolver]:
    """Patterns, with those included at the empty path opened."""
    flat: list[URLPattern | URLResolver] = []
    for pattern in patterns:
        if isinstance(pattern, URLResolver) and _first_segment(pattern) == "":
            flat += _flat(pattern.url_patterns)
        else:
            flat.append(pattern)
    return flat


def _first_segment(pattern: URLPattern | URLResolver) -> str:
    route = getattr(pattern.pattern, "_route", "")
    segment = str(route).split("/", 1)[0]
    return "" if "<" in segment else segment
