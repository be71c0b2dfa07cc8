"""The border of the municipality in the admin: chosen as a GeoJSON file, kept simplified."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm

from cms.maps.outlines import read_outline

LARGEST = 20 * 1024 * 1024  # a border with every corner of its plots


class MapForm(WagtailAdminModelForm):
    """A setting that holds a border: a file replaces the one there is, a tick takes it away."""

    map_file = forms.FileField(
        label=gettext_lazy("Border"),
        required=False,
        help_text=gettext_lazy("A GeoJSON file in WGS84. It is simplified and kept; without one the map shows the places alone."),
    )
    map_clear = forms.BooleanField(label=gettext_lazy("Take the border away"), required=False)

    def clean_map_file(self) -> Any:
        """The rings of the border in the file; None where none was chosen."""
        file = self.cleaned_data.get("map_file")
        if not file:
            return None
        if file.size > LARGEST:
            raise ValidationError(_("The file is larger than 20 MB. Save the border with fewer points."))
        return read_outline(file.read())

    def save(self, commit: bool = True) -> Any:
        rings = self.cleaned_data.get("map_file")
        if rings:
            self.instance.map_outline = rings
        elif self.cleaned_data.get("map_clear"):
            self.instance.map_outline = []
        return super().save(commit)
