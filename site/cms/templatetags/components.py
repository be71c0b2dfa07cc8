"""Template tags that render the shared components (cms/components); builtin, so no template loads them.

`{% component "chip" state="open" %}` renders one. `{% wrap "panel" title=title %}...{% endwrap %}`
renders one around a body, which it receives as `content`. A component sees only what it is given,
the request and the CSRF token: it can stand anywhere.
"""

from functools import lru_cache
from typing import Any

from django import template
from django.forms import BoundField
from django.forms.widgets import CheckboxInput, ClearableFileInput
from django.template import Context, Engine
from django.urls import NoReverseMatch, reverse
from django.utils.html import conditional_escape, linebreaks
from django.utils.safestring import SafeString

register = template.Library()

PASSED_ON = ("request", "csrf_token")
SIGN = "icon"  # draws nothing but its variables, and stands on a page a hundred times


@register.simple_tag(takes_context=True)
def component(context: Context, called: str, **variables: Any) -> SafeString:
    """Render the component `called` with these variables and nothing else."""
    engine = context.template.engine  # type: ignore[union-attr]
    if called == SIGN and not engine.debug and all(isinstance(value, str) for value in variables.values()):
        return _sign(engine, tuple((name, conditional_escape(value)) for name, value in variables.items()))
    for key in PASSED_ON:
        variables.setdefault(key, context.get(key))
    return engine.get_template(f"components/{called}/{called}.html").render(context.new(variables))


@lru_cache(maxsize=1024)
def _sign(engine: Engine, variables: tuple[tuple[str, str], ...]) -> SafeString:
    """A sign, drawn once for a process."""
    return engine.get_template(f"components/{SIGN}/{SIGN}.html").render(Context(dict(variables)))


@register.simple_block_tag(takes_context=True)
def wrap(context: Context, content: str, called: str, **variables: Any) -> SafeString:
    """Render the component `called` around the body of the tag."""
    return component(context, called, content=content, **variables)


@register.simple_tag(takes_context=True)
def page_url(context: Context, number: int, param: str = "page", anchor: str = "") -> str:
    """The present address with another page number, every filter kept."""
    request = context.get("request")
    query = request.GET.copy() if request else None
    if query is None:
        return f"?{param}={number}"
    query.pop(param, None)
    if number > 1:
        query[param] = str(number)
    return f"?{query.urlencode()}" + (f"#{anchor}" if anchor else "")


@register.simple_tag
def title_of(title: Any, belongs_to: Any) -> str:
    """The title of a page with what it belongs to, which is not said again where the title says it."""
    return str(title) if str(belongs_to).casefold() in str(title).casefold() else f"{title}: {belongs_to}"


@register.filter
def said(text: str) -> SafeString:
    """What somebody wrote: each paragraph runs in the direction of its own words, whatever language stands beside it."""
    return SafeString(linebreaks(text, autoescape=True).replace("<p>", '<p dir="auto">'))


@register.simple_tag
def url_if_any(name: str, *args: Any) -> str:
    """The address called `name`, or nothing when its plugin is off."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


@register.simple_tag
def control(field: BoundField, has_hint: bool = False) -> SafeString:
    """The field's control, told which hint and which error describe it."""
    described = [f"{field.auto_id}_hint"] if has_hint else []
    if field.errors:
        described.append(f"{field.auto_id}_error")
    attrs: dict[str, str | bool] = {}
    if described and not field.use_fieldset:
        attrs["aria-describedby"] = " ".join(described)
    return field.as_widget(attrs=attrs)


@register.filter
def control_kind(field: BoundField) -> str:
    """How the label stands: `group` (a fieldset), `tick` (label after the box), `file` or `line`."""
    widget = field.field.widget
    if field.use_fieldset:
        return "group"
    if isinstance(widget, CheckboxInput):
        return "tick"
    return "file" if isinstance(widget, ClearableFileInput) else "line"


@register.filter
def errors_in(forms: Any) -> bool:
    """Whether any of the forms has an error."""
    return any(form is not None and form.is_bound and form.errors for form in forms)


@register.filter
def as_list(value: Any) -> list[Any]:
    """One thing as a list of it, so that a template can loop."""
    return [] if value is None else [value]


@register.filter
def share_of_largest(value: Any, rows: list[list[Any]]) -> str:
    """The number's share of the largest last cell, in per cent, for its bar."""
    numbers = [row[-1] for row in rows if isinstance(row[-1], int | float)]
    largest = max(numbers, default=0)
    return f"{100 * value / largest:.1f}%" if largest and isinstance(value, int | float) else "0%"


@register.simple_tag(takes_context=True)
def render_component(context: Context, called: str, variables: dict[str, Any]) -> SafeString:
    """Render a component with variables kept in a dictionary (the pattern page)."""
    return component(context, called, **variables)
