"""What of participation can be followed: a dialogue, a conversation in it, and what dialogues concern."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from cms.following.registry import Followable, followables
from cms.organisation.models import Administration, Body, Place, Topic
from cms.organisation.succession import merged_pairs, succeeded_pairs
from cms.people import Person
from cms.visibility import is_visible
from participation.choices import ContributionState
from participation.dialogues.place_map import place_url
from participation.events import names
from participation.models import Contribution, DialogueIndexPage, DialoguePage
from participation.news.subjects import dialogue_url, title_of_dialogue
from participation.registry import get_method


def register() -> None:
    """Called when the app is ready."""
    for followable in (
        Followable(names.THREAD, gettext_lazy("Conversation"), _find_thread, _thread_title, _thread_url, _sees_thread, breadth=10),
        Followable(names.DIALOGUE, gettext_lazy("Dialogue"), _find_dialogue, title_of_dialogue, dialogue_url, _sees_dialogue, breadth=20),
        _concern(names.PLACE, gettext_lazy("Place"), Place, place_url, 30, merged_pairs),
        _concern(names.TOPIC, gettext_lazy("Topic"), Topic, _list_url("topic"), 40, merged_pairs),
        _concern(names.BODY, gettext_lazy("Committee"), Body, _body_url, 50, succeeded_pairs),
        _concern(names.ADMINISTRATION, gettext_lazy("Administration"), Administration, _list_url("administration"), 60, succeeded_pairs),
        Followable(names.NEW_DIALOGUES, gettext_lazy("All dialogues"), _find_all, _all_title, _all_url, _everybody, breadth=90),
    ):
        followables.register(followable)


def _concern(name: str, label: Any, model: Any, url: Callable[[Any], str], breadth: int, pairs: Callable[[Any], Any]) -> Followable:
    """A row of the organisation; others of its kind may carry it on."""

    def succession() -> list[tuple[int, tuple[str, int]]]:
        return [(old, (name, new)) for old, new in pairs(model)]

    return Followable(name, label, _finder(model), _name, url, _everybody, breadth=breadth, succession=succession)


def _finder(model: Any) -> Callable[[int], Any]:
    return lambda number: model.objects.filter(pk=number).first()


def _name(row: Any, language: str) -> str:
    with override(language):
        return str(row)


def _list_url(facet: str) -> Callable[[Any], str]:
    """The list of dialogues with this filter chosen."""

    def url(row: Any) -> str:
        index_url = _index_url()
        return f"{index_url}?{urlencode({facet: row.slug})}" if index_url else "/"

    return url


def _index_url() -> str:
    index = DialogueIndexPage.objects.filter(alias_of=None, live=True).order_by("pk").first()
    return str(index.localized.get_url() or "") if index is not None else ""


def _everybody(row: Any, person: Person | None) -> bool:
    return True


def _body_url(body: Body) -> str:
    return reverse("participation:body", args=[body.slug])


# Dialogues


def _find_dialogue(number: int) -> Any:
    return DialoguePage.objects.canonical().filter(pk=number).select_related("locale").first()


def _sees_dialogue(page: DialoguePage, person: Person | None) -> bool:
    return is_visible(page, person)


# Conversations


def _find_thread(number: int) -> Any:
    return Contribution.objects.filter(pk=number, thread_root=None).select_related("dialogue__locale").first()


def _thread_title(root: Contribution, language: str) -> str:
    with override(language):
        is_named = root.state == ContributionState.PUBLISHED and root.author_name
        sentence = _("The conversation begun by %(name)s") % {"name": root.author_name} if is_named else _("A conversation")
        return f"{sentence}: {title_of_dialogue(root.dialogue, language)}"


def _thread_url(root: Contribution) -> str:
    method = get_method(root.method)
    return (method.contribution_url(root) if method else "") or dialogue_url(root.dialogue)


def _sees_thread(root: Contribution, person: Person | None) -> bool:
    """While its first contribution takes a place on the page."""
    return root.state != ContributionState.PENDING and is_visible(root.dialogue, person)


# All of them


def _find_all(number: int) -> Any:
    """What opens anywhere is one thing, which needs no row."""
    return names.NEW_DIALOGUES if number == names.ALL else None


def _all_title(everything: Any, language: str) -> str:
    with override(language):
        return _("Every new dialogue")


def _all_url(everything: Any) -> str:
    return _index_url() or "/"
