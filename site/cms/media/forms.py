"""Forms of images and documents in the admin."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from cms.media.descriptions import is_file_name
from cms.media.fields import PictureUploadField
from cms.media.former_addresses import ADDRESS, orphaned, take_over

DESCRIBE = _("Write what the picture shows, for those who do not see it, or tick that it only decorates.")


class PictureForm(BaseImageForm):
    """The form of an image: the picture is read to its end and cleaned, and what it shows is asked for."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = PictureUploadField(label=given.label, required=given.required, widget=given.widget)
        if "description" in self.fields:
            self.fields["description"].help_text = DESCRIBE

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if "description" in self.fields and "description" not in self.errors:
            self._check_description(cleaned)
        return cleaned

    def _check_description(self, cleaned: dict[str, Any]) -> None:
        description = (cleaned.get("description") or "").strip()
        if cleaned.get("is_decorative"):
            cleaned["description"] = ""
        elif not description:
            self.add_error("description", DESCRIBE)
        elif is_file_name(description, self._file_name(cleaned)):
            self.add_error("description", _("This is the name of a file. Write what the picture shows."))

    def _file_name(self, cleaned: dict[str, Any]) -> str:
        file = cleaned.get("file") or self.instance.file
        return PurePath(file.name).name if file and file.name else ""


class DocumentForm(BaseDocumentForm):
    """The form of a document, which may take the place of one that was deleted."""

    replaces = forms.CharField(
        label=_("Takes the place of"),
        required=False,
        max_length=500,
        help_text=_("The address of a document that was deleted, such as /_/documents/5/protokoll.pdf. Links to it will lead here."),
    )

    def __init__(self, *args: Any, user: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        self.user = user

    def clean_replaces(self) -> int | None:
        """The number of the document whose place is taken."""
        written = self.cleaned_data["replaces"].strip()
        if not written:
            return None
        address = ADDRESS.search(written)
        if address is None:
            raise forms.ValidationError(_("Write the whole address of the document, such as /_/documents/5/protokoll.pdf."))
        number = int(address["number"])
        if self._meta.model.objects.filter(pk=number).exists():
            raise forms.ValidationError(_("That document is still there. Change its file instead; its address then leads to the new one."))
        allowed = self.permission_policy.collections_user_has_permission_for(self.user, "add")
        if not orphaned(number).filter(collection__in=allowed).exists():
            raise forms.ValidationError(_("No document that you may replace has had this address."))
        return number

    def save(self, commit: bool = True) -> Any:
        document = super().save(commit=commit)
        number = self.cleaned_data.get("replaces")
        if number and document.pk:
            take_over(document, number)
        return document
