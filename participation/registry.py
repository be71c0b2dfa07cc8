"""The methods that are installed. The host asks here and names none of them."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise
from wagtail.models import Page

from cms.accounts.personal_data import personal_data
from cms.following.registry import followables, news_kinds
from cms.plugins.registry import Registry, is_stated
from cms.search.registry import findables
from participation.choices import Channel
from participation.contract import Commentable, Kind, ParticipationMethod

_methods: Registry[ParticipationMethod] = Registry("participation_methods", ParticipationMethod)
commentables: Registry[Commentable] = Registry("commentables", Commentable)

STAFF_CHANNELS = tuple(channel for channel in Channel.values if channel != Channel.WEB)


def register(method_class: type[ParticipationMethod]) -> type[ParticipationMethod]:
    """Class decorator: announce a method. Raises ImproperlyConfigured for nonsense, at start-up."""
    if not (isinstance(method_class, type) and issubclass(method_class, ParticipationMethod)):
        raise ImproperlyConfigured(f"{method_class!r} is no ParticipationMethod; inherit participation.contract.ParticipationMethod.")
    _refuse_incomplete(method_class)
    _methods.register(method_class())
    return method_class


def _refuse_incomplete(method_class: type[ParticipationMethod]) -> None:
    for attribute in ("name", "label", "summary", "icon", "rights"):
        if not is_stated(getattr(method_class, attribute, None)):
            raise ImproperlyConfigured(f"{method_class.__name__} has no {attribute}; every method states it.")
    kind = getattr(method_class, "kind", None)
    if not isinstance(kind, Kind):
        raise ImproperlyConfigured(f"{method_class.__name__} has no kind; it is Kind.ACTIVITY or Kind.ATTACHMENT.")
    needed = "page_type" if kind is Kind.ACTIVITY else "section_template"
    if not getattr(method_class, needed):
        raise ImproperlyConfigured(f"{method_class.__name__} is an {kind.value} and needs {needed}.")
    silent = sorted(set(method_class.rights) - set(method_class.imperatives))
    if silent:
        raise ImproperlyConfigured(
            f"{method_class.__name__} has no imperatives for {', '.join(silent)}; each right says what it asks people to do."
        )
    unknown = sorted(set(method_class.staff_channels) - set(STAFF_CHANNELS))
    if unknown:
        raise ImproperlyConfigured(
            f"{method_class.__name__} names staff_channels {', '.join(unknown)}; staff enter what came by {', '.join(STAFF_CHANNELS)}."
        )


def register_declarations() -> None:
    """Register what the methods declare with the search, with following and with personal data; called once, when the apps are ready."""
    for method in _methods:
        for findable in method.findables():
            findables.register(findable)
        for followable in method.followables():
            followables.register(followable)
        for kind in method.news_kinds():
            news_kinds.register(kind)
        for entry in method.personal_data():
            personal_data.register(entry)
        for commentable in method.commentables():
            commentables.register(commentable)


def all_methods() -> Iterable[ParticipationMethod]:
    """Every method that is installed."""
    return iter(_methods)


def get_method(name: str) -> ParticipationMethod | None:
    """A method by its stored name, or None when its plugin is off."""
    return _methods.get(name)


def unregister(name: str) -> None:
    """Take a method away again (tests)."""
    _methods.unregister(name)


def attachments() -> list[ParticipationMethod]:
    """Methods that have a section on every dialogue."""
    return [method for method in _methods if method.kind is Kind.ATTACHMENT]


def activity_types() -> list[type[Page]]:
    """The page types that methods offer below a dialogue."""
    return [apps.get_model(method.page_type) for method in _methods if method.kind is Kind.ACTIVITY]


def method_of(page: Page | type[Page]) -> ParticipationMethod | None:
    """The method whose activity a page (or a type of page) is, or None."""
    model: Any = page if isinstance(page, type) else type(page)
    if model is Page:
        model = page.specific_class or Page
    label = model._meta.label_lower
    return next((method for method in _methods if method.kind is Kind.ACTIVITY and method.page_type.lower() == label), None)


def get_commentable(name: str) -> Commentable | None:
    """A kind of thing that can be commented on by its stored name, or None when its plugin is off."""
    return commentables.get(name)


def right_choices() -> list[tuple[str, str | Promise]]:
    """All rights that a phase may open, as stored value and words."""
    return [(method.right(verb), words) for method in _methods for verb, words in method.rights.items()]
