"""Forms of the organisation's rows in the admin."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

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
