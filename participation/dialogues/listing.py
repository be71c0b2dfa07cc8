"""Lists of dialogues: all with filters, those of a section, and as JSON."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms import clock
from cms.pages.breadcrumbs import breadcrumbs_of
from cms.pages.views import page_view
from participation.dialogues.answers import published_answers
from participation.dialogues.cards import cards_for, in_first_screen
from participation.dialogues.filters import Filters, read_filters
from participation.dialogues.open_data import dialogue_document
from participation.dialogues.queries import rows_for, visible_dialogues
from participation.models import AdministrationSectionPage, DialogueIndexPage, DialoguePage
from participation.models.dialogue_queryset import DialogueQuerySet

PER_PAGE = 20
JSON_PER_PAGE = 100


def ordered_dialogues(request: HttpRequest) -> DialogueQuerySet:
    """Every dialogue the reader may see, with its state, the most urgent first."""
    dialogues = visible_dialogues(request.user).with_state(clock.now()).with_administration()
    return _ordered(dialogues)


def _ordered(dialogues: DialogueQuerySet) -> DialogueQuerySet:
    return dialogues.by_urgency().select_related("locale", "body").prefetch_related("phases")


def filtered_dialogues(request: HttpRequest) -> tuple[DialogueQuerySet, Filters]:
    """The dialogues that the address asks for, and what it asks."""
    filters = read_filters(request, visible_dialogues(request.user).with_state(clock.now()).with_administration())
    return _ordered(filters.matching()), filters


@page_view("participation.DialogueIndexPage")
def listing_context(request: HttpRequest, index: DialogueIndexPage) -> dict[str, Any]:
    """The variables of the index of dialogues."""
    dialogues, filters = filtered_dialogues(request)
    page = Paginator(dialogues, PER_PAGE).get_page(request.GET.get("page"))
    index_url, query = index.get_url(request) or "", filters.query()
    active = filters.active(request)
    return {
        "breadcrumbs": breadcrumbs_of(index, request),
        "cards": cards_of(page, request),
        "dialogues": page,
        "form": filters.form(),
        "active": active,
        "clear_url": request.path,
        "followable": filters.followable(),
        "ignored": filters.ignored[:5],
        "result": result_sentence(page.paginator.count, filtered=bool(active)),
        "feed_url": f"{index_url}atom/" + (f"?{query}" if query else ""),
        "json_url": f"{index_url}json/" + (f"?{query}" if query else ""),
    }


@page_view("participation.AdministrationSectionPage")
def section_context(request: HttpRequest, section: AdministrationSectionPage) -> dict[str, Any]:
    """The variables of an administration's section: its dialogues, in the same order."""
    dialogues = ordered_dialogues(request).child_of(section.canonical)
    page = Paginator(dialogues, PER_PAGE).get_page(request.GET.get("page"))
    breadcrumbs = breadcrumbs_of(section, request)
    return {
        "breadcrumbs": breadcrumbs,
        "cards": cards_of(page, request),
        "dialogues": page,
        "result": result_sentence(page.paginator.count, filtered=False),
        "index_url": breadcrumbs[1]["url"] if len(breadcrumbs) > 2 else "",
    }


def cards_of(page: Page[DialoguePage], request: HttpRequest) -> list[Any]:
    """The cards of one page of a list."""
    return in_first_screen(cards_for(rows_for(page.object_list, clock.now()), request))


def result_sentence(count: int, *, filtered: bool) -> str:
    """How many dialogues there are, as a sentence."""
    if filtered:
        return ngettext("%(count)d dialogue matches.", "%(count)d dialogues match.", count) % {"count": count}
    if not count:
        return _("There are no dialogues yet.")
    return ngettext("%(count)d dialogue.", "%(count)d dialogues.", count) % {"count": count}


@page_view("participation.DialogueIndexPage", "json")
def listing_json(request: HttpRequest, index: DialogueIndexPage) -> JsonResponse:
    """The filtered dialogues as public data, 100 a page; the shape is in docs/open-data.md."""
    dialogues, filters = filtered_dialogues(request)
    page = Paginator(dialogues.prefetch_related("places", "target_groups", "topic_links__tag"), JSON_PER_PAGE).get_page(
        request.GET.get("page")
    )
    query = request.GET.copy()
    query["page"] = str(page.number + 1)
    following = request.build_absolute_uri(f"{request.path}?{query.urlencode()}") if page.has_next() else None
    rows = rows_for(page.object_list, clock.now())
    answers = published_answers(rows, request.user)
    answer = {
        "version": 1,
        "count": page.paginator.count,
        "page": page.number,
        "pages": page.paginator.num_pages,
        "next": following,
        "ignored_filters": filters.ignored,
        "dialogues": [
            dialogue_document(row, card, request, answers.get(row.page.pk))
            for row, card in zip(rows, cards_for(rows, request), strict=True)
        ],
    }
    return JsonResponse(answer, headers={"Access-Control-Allow-Origin": "*"}, json_dumps_params={"ensure_ascii": False})
