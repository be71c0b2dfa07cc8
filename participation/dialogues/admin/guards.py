"""What an editor may not do with a dialogue's pages, each with a sentence that says what to do instead."""

from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from cms.refusals import ActionRefused
from participation.activities.models import ActivityPage
from participation.models import AdministrationSectionPage, Contribution, DialoguePage, FollowUpPage, OutcomePage
from participation.publication.publish import PublicationRefused
from participation.publication.requirements import is_checked, missing_for_publication
from participation.registry import all_methods

NEW_DIALOGUE = "participation_dialogues:new"


def refuse_to_delete(request: HttpRequest, page: Page) -> None:
    """Hook: what people gave, and what they were answered, is a public record."""
    sentence = reason_to_keep(page)
    if sentence:
        raise ActionRefused(sentence, return_url=_explorer(page))


def refuse_to_delete_many(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> None:
    """Hook: the same for many at once."""
    for page in objects if action_type == "delete" else ():
        if isinstance(page, Page):
            refuse_to_delete(request, page)


def reason_to_keep(page: Page) -> str:
    """Why a page (with all below it) is not deleted; empty when nothing speaks against it."""
    dialogues = DialoguePage.objects.filter(path__startswith=page.path)
    given = Contribution.objects.filter(Q(dialogue__in=dialogues) | Q(activity__path__startswith=page.path))
    records = [
        _count(ngettext, "%d contribution", "%d contributions", given.count()),
        _count(ngettext, "%d theme", "%d themes", sum(dialogue.themes.count() for dialogue in dialogues)),
        _count(ngettext, "%d decision", "%d decisions", sum(dialogue.decisions.count() for dialogue in dialogues)),
    ]
    kept = ", ".join(record for record in records if record)
    if kept:
        return _("“%(page)s” has %(records)s, which are public records. Unpublish it instead.") % {"page": page.title, "records": kept}
    if any(model.objects.filter(path__startswith=page.path, first_published_at__isnull=False).exists() for model in ANSWERS):
        return _("“%(page)s” has been published as an answer to people. Unpublish it instead.") % {"page": page.title}
    return next((str(sentence) for method in all_methods() if (sentence := method.reason_to_keep(page))), "")


ANSWERS = (OutcomePage, FollowUpPage)


def _count(plural: Any, one: str, many: str, number: int) -> str:
    return plural(one, many, number) % number if number else ""


def guide_creation(request: HttpRequest, parent: Page, page_class: type[Page]) -> HttpResponse | None:
    """Hook: a dialogue begins in the default language, with a choice of where to start from."""
    if page_class not in (DialoguePage, *ANSWERS) and not issubclass(page_class, ActivityPage):
        return None
    if parent.locale.language_code != settings.LANGUAGE_CODE:
        raise ActionRefused(_("Write it in Swedish first, then translate that page."), return_url=_explorer(parent, inside=True))
    return HttpResponseRedirect(_new_dialogue(section=parent.pk)) if page_class is DialoguePage else None


def guide_copy(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Hook: a copy of a dialogue takes over its plan, never its promise, its mandate or what people gave."""
    page = page.specific
    if isinstance(page, DialoguePage):
        source = page.canonical
        return HttpResponseRedirect(_new_dialogue(section=source.get_parent().pk, start="copy", source=source.pk))
    if isinstance(page, ANSWERS):
        raise ActionRefused(_("An answer belongs to its own dialogue and is not copied."), return_url=_explorer(page))
    if DialoguePage.objects.filter(path__startswith=page.path).exists():
        raise ActionRefused(_("A section with dialogues is not copied. Start new dialogues instead."), return_url=_explorer(page))
    return None


def refuse_to_move(request: HttpRequest, page: Page, destination: Page) -> None:
    """Hook: an answer and an activity stay below their dialogue."""
    kept, stays = page.specific, not page.is_child_of(destination)
    if isinstance(kept, ANSWERS) and stays:
        raise ActionRefused(_("An answer belongs to its own dialogue and is not moved."), return_url=_explorer(page))
    if isinstance(kept, ActivityPage) and stays:
        raise ActionRefused(_("What people take part in belongs to its own dialogue and is not moved."), return_url=_explorer(page))


def refuse_early_translation(request: HttpRequest, page: Page) -> None:
    """Hook: publishing a translation from the translator's view asks the gate, which has no form to show it in."""
    publishing = request.method == "POST" and request.POST.get("action") == "publish"
    if publishing and is_checked(page) and not page.is_canonical:
        missing = missing_for_publication(page)
        if missing:
            raise PublicationRefused(page, missing)


def _new_dialogue(**choices: Any) -> str:
    return f"{reverse(NEW_DIALOGUE)}?{urlencode(choices)}"


def _explorer(page: Page, *, inside: bool = False) -> str:
    section = page if inside or isinstance(page.specific, AdministrationSectionPage) else page.get_parent()
    return reverse("wagtailadmin_explore", args=[section.pk])
