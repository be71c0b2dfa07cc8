"""Writing down the decisions of a dialogue."""

from typing import Any

from django import forms
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.people import signed_in
from participation.feedback import actions
from participation.feedback.admin.forms import DecisionForm
from participation.feedback.admin.views import ActionFormView
from participation.models import Decision


class NewDecisionView(ActionFormView):
    """Records a decision."""

    form_class: type[forms.BaseForm] = DecisionForm
    page_title = gettext_lazy("New decision")

    def get_initial(self) -> dict[str, Any]:
        return {"body": self.dialogue.body_id}

    def act(self, answers: dict[str, Any]) -> str:
        decision = actions.record_decision(self.dialogue, signed_in(self.request), **answers)
        return _("%(decision)s is recorded. Answers in the outcome can cite it now.") % {"decision": decision.citation}


class DecisionMixin(ActionFormView):
    """One decision of the dialogue."""

    @cached_property
    def decision(self) -> Decision:
        return get_object_or_404(Decision.objects.select_related("body"), pk=self.kwargs["decision"], dialogue=self.dialogue)


class EditDecisionView(DecisionMixin):
    """Changes what is written of a decision."""

    form_class: type[forms.BaseForm] = DecisionForm
    page_title = gettext_lazy("Edit decision")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.decision}

    def act(self, answers: dict[str, Any]) -> str:
        decision = actions.edit_decision(self.decision, signed_in(self.request), **answers)
        return _("%(decision)s is saved.") % {"decision": decision.citation}


class DeleteDecisionView(DecisionMixin):
    """Takes a decision away that no answer cites."""

    form_class: type[forms.BaseForm] = forms.Form
    page_title = gettext_lazy("Delete decision")
    submit_label = gettext_lazy("Delete")

    @property
    def explanation(self) -> str:
        return _("%(decision)s is deleted here. The minutes are not touched.") % {"decision": self.decision.citation}

    def act(self, answers: dict[str, Any]) -> str:
        actions.delete_decision(self.decision, signed_in(self.request))
        return _("%(decision)s is deleted.") % {"decision": self.decision.citation}
