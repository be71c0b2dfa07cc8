"""The choice of what a phase opens: the methods, each with its icon and what it is for, and their rights."""

from typing import Any

from django import forms

from participation.registry import all_methods


class RightsWidget(forms.CheckboxSelectMultiple):
    """Boxes to tick, gathered under their methods."""

    template_name = "participation/editing/rights.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        options = {option["value"]: option for _group, rows, _index in context["widget"]["optgroups"] for option in rows}
        context["methods"] = [
            (method, [options[method.right(verb)] for verb in method.rights if method.right(verb) in options]) for method in all_methods()
        ]
        return context
