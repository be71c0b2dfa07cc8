"""Dates as a letter writes them: "torsdag 12 mars, om 9 dagar"; builtin, so no template loads them.

Days are the municipality's (Europe/Stockholm); today is what `cms.clock` says.
"""

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language, gettext, ngettext

from cms import clock

register = template.Library()

Moment = date | datetime


def local_day(value: Moment) -> date:
    """The day of a moment in the municipality's time zone."""
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value


@register.filter
def written(value: Moment | None) -> str:
    """ "torsdag 12 mars", with the year when it is not this year."""
    return _with_year(value, "l j F") if value else ""


@register.filter
def short(value: Moment | None) -> str:
    """ "12 mars", with the year when it is not this year."""
    return _with_year(value, "j F") if value else ""


@register.filter
def written_time(value: Moment | None) -> str:
    """ "torsdag 12 mars kl. 14.30"; a day without a time is written as a day."""
    if not isinstance(value, datetime):
        return written(value)
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    clock_time = f"{local:%H.%M}" if get_language() == "sv" else f"{local:%H:%M}"
    return gettext("%(day)s at %(time)s") % {"day": written(value), "time": clock_time}


@register.filter
def days_until(value: Moment | None) -> int | None:
    """Whole days from today; negative when past."""
    return (local_day(value) - clock.today()).days if value else None


@register.filter
def days_left(value: Moment | None) -> str:
    """ "9 dagar kvar", "sista dagen i dag"; a past day is told as `from_now` tells it."""
    days = days_until(value)
    if days is None:
        return ""
    if days < 0:
        return from_now(value)
    if days == 0:
        return gettext("last day today")
    return ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days}


@register.filter
def from_now(value: Moment | None) -> str:
    """ "om 9 dagar", "i morgon", "i dag", "i går", "för 3 dagar sedan"."""
    days = days_until(value)
    if days is None:
        return ""
    near = {-1: gettext("yesterday"), 0: gettext("today"), 1: gettext("tomorrow")}
    if days in near:
        return near[days]
    if days > 0:
        return ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days}
    return ngettext("%(days)d day ago", "%(days)d days ago", -days) % {"days": -days}


@register.simple_tag
def day(value: Moment | None, style: str = "written") -> str:
    """A `<time>` element; styles: written, short, time."""
    if not value:
        return ""
    text = {"written": written, "short": short, "time": written_time}[style](value)
    machine = value.isoformat() if style == "time" else local_day(value).isoformat()
    return format_html('<time datetime="{}">{}</time>', machine, text)


def _with_year(value: Moment, style: str) -> str:
    on = local_day(value)
    text = date_format(on, style)
    return text if on.year == clock.today().year else f"{text} {on.year}"
