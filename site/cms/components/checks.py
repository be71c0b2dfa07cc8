"""Start-up check of the components (`manage.py check`)."""

from typing import Any

from django.core.checks import Tags, Warning, register

from cms.components.calls import templates, wrong_calls


@register(Tags.templates)
def components_know_what_they_are_given(app_configs: Any, **kwargs: Any) -> list[Warning]:
    """A component draws what it knows and passes over the rest, so a misspelt name would be noticed by visitors only."""
    return [
        Warning(wrong, hint=f"The first comment of its template says what it takes ({path}).", id="cms_components.W001")
        for path in templates()
        for wrong in wrong_calls(path.read_text())
    ]
