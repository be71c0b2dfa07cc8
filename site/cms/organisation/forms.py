"""Forms of the organisation's rows in the admin."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

from cms.organisation.circles import refuse_circle


class SuccessorsForm(WagtailAdminModelForm):
    """A row that others may continue, which is asked here: a model's own check runs before its successors are known."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if self.instance.pk and "successors" in cleaned:
            refuse_circle(self.instance, list(cleaned["successors"]), field="successors")
        return cleaned
