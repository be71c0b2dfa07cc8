"""The one click for who works with a dialogue: nothing new yet, and what comes next."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from cms.people import signed_in
from participation.feedback.admin.views import ActionFormView
from participation.models.promise import STEP_MAX
from participation.promises.actions import say_nothing_new


class NothingNewForm(forms.Form):
    """What comes next, and by when."""

    next_step = forms.CharField(
        label=gettext_lazy("What comes next?"),
        max_length=STEP_MAX,
        help_text=gettext_lazy("Such as “The committee decides on the proposal”."),
    )
    next_by = forms.DateField(label=gettext_lazy("By when?"), widget=AdminDateInput, help_text=gettext_lazy("Such as 2026-05-06."))


class NothingNewView(ActionFormView):
    """Tells those who wait that nothing is new yet; it stands on the dialogue's page too."""

    form_class: type[forms.BaseForm] = NothingNewForm
    page_title = gettext_lazy("Nothing new yet")
    submit_label = gettext_lazy("Tell those who wait")
    explanation = gettext_lazy(
        "It is written on the dialogue's page, and told to everybody who follows it, or wrote in it and asked to be told."
    )

    def act(self, answers: dict[str, Any]) -> str:
        say_nothing_new(self.dialogue, signed_in(self.request), **answers)
        return _("Those who wait are told.")
