"""Forms of the organisation's rows in the admin."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from cms.maps.outlines import lies_near
from cms.models import SiteIdentity
from cms.organisation.circles import refuse_circle
from cms.text.characters import has_letter
from cms.text.slugs import OTHERWISE, free_slug, slug_of


class NamedForm(WagtailAdminModelForm):
    """A name, and an address that is made of it where none is written, in whatever script the name is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False  # made of the name

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "slug" in cleaned and not has_letter(cleaned["slug"]):
            others = type(self.instance)._default_manager.exclude(pk=self.instance.pk)
            cleaned["slug"] = free_slug(slug_of(cleaned.get("name") or "", OTHERWISE), lambda slug: others.filter(slug=slug).exists())
        return cleaned


class SuccessorsForm(NamedForm):
    """A row that others may continue, which is asked here: a model's own check runs before its successors are known."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.instance.pk and "successors" in cleaned:
            refuse_circle(self.instance, list(cleaned["successors"]), field="successors")
        return cleaned


class PlaceForm(NamedForm):
    """A place and where it lies; its degrees are written as people write numbers, with a comma or a point."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("latitude", "longitude"):
            if name in self.fields:
                field = self.fields[name]
                field.localize, field.widget = True, forms.TextInput(attrs={"inputmode": "decimal"})
                field.widget.is_localized = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        position = self.instance.position_of(cleaned.get("latitude"), cleaned.get("longitude"))
        borders = [border for border in SiteIdentity.objects.values_list("map_outline", flat=True) if border]
        if position and position.is_in_sweden and borders and not any(lies_near(position, border) for border in borders):
            self.add_error("latitude", _("This lies outside the municipality. Look at both numbers again."))
        return cleaned
