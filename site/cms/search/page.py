"""The page of results: what the address asks for, and everything that is shown of the answer."""

from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.context import identity_of
from cms.search.asking.highlighting import Highlighter
from cms.search.asking.question import Sort, read_typed
from cms.search.asking.searching import MOST_PAGES, PAGE_SIZE, ResultPage, Wish, find, heading_of_group
from cms.search.narrowing import FacetOptions, read_narrowing
from cms.search.presenting import hit_url, presented_comments, presented_results
from cms.text.plain import one_line


class SearchPage:
    """One page of results."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.typed = read_typed(request.GET.get("q", ""))
        self.narrowing = read_narrowing(request.GET)
        self.sort = Sort.DATE if request.GET.get("sort") == Sort.DATE.value else Sort.RELEVANCE
        self.below = one_line(request.GET.get("in", ""))[:120]

    @cached_property
    def heading(self) -> Any:
        """The dialogue whose contributions are searched. Raises Http404 where the reader may not see it."""
        hit = heading_of_group(self.below, self.request.user)
        if hit is None:
            raise Http404
        return hit

    @cached_property
    def result_page(self) -> ResultPage:
        """The results; a page after the last one is the last one."""
        number = _number(self.request.GET.get("page", ""))
        page = find(self._wish(number), self.request.user)
        last = self._pages(page.total).num_pages
        return find(self._wish(last), self.request.user) if not page.results and page.total and number > last else page

    @property
    def found_nothing(self) -> bool:
        return not self.result_page.results

    @property
    def is_narrowed(self) -> bool:
        return bool(self.narrowing.chosen or self.below)

    def context(self) -> dict[str, Any]:
        """The variables of `cms_search/search.html`."""
        heading = self.heading if self.below else None
        page = self.result_page
        options = self.narrowing.options(page.answer.facets)
        shown = page.corrected or page.typed
        highlighter = Highlighter(shown.in_languages(second_chance=True))
        return {
            "text": self.typed.text,
            "heading": heading.document if heading else None,
            "heading_url": self._heading_url(),
            "kept": self._kept("q", "page"),
            "form": self._form(options),
            "active": self._active(options),
            "clear_url": self._url_without(*self.narrowing.chosen, "page"),
            "ignored": self.narrowing.ignored[:5],
            "result": self._sentence(),
            "sorts": self._sorts(),
            "results": self._results(page, highlighter),
            "page_of": self._page(page.total),
            "result_page": page,
            "only_stop_words": bool(self.typed.words) and not self.typed.in_languages(),
            "corrected_url": self._url_with(q=page.corrected.text) if page.corrected else "",
            "everywhere_url": self._url_without("in", "page"),
            "identity": identity_of(self.request),
        }

    def _results(self, page: ResultPage, highlighter: Highlighter) -> list[dict[str, Any]]:
        if self.below:
            return presented_comments(page.results, highlighter, self.request)
        return presented_results(page.results, highlighter, self.request, self._inside_url)

    def _wish(self, number: int) -> Wish:
        return Wish(self.typed, self.narrowing.chosen, self.below, self.sort, number)

    def _pages(self, total: int) -> Paginator[int]:
        return Paginator(range(min(total, MOST_PAGES * PAGE_SIZE)), PAGE_SIZE)

    def _page(self, total: int) -> Page[int]:
        return self._pages(total).get_page(_number(self.request.GET.get("page", "")))

    def _form(self, options: dict[str, FacetOptions]) -> forms.Form:
        """The lists to choose from; what else the address says goes with them."""
        ticked = {name: [label.slug for label in facet.chosen_labels().values()] for name, facet in options.items()}
        hidden = {name: self.request.GET[name] for name in ("q", "sort", "in") if self.request.GET.get(name)}
        form = forms.Form(initial=ticked | hidden, auto_id="filter_%s")
        form.fields.update({name: facet.field() for name, facet in options.items()})
        form.fields.update({name: forms.CharField(widget=forms.HiddenInput) for name in hidden})
        return form

    def _active(self, options: dict[str, FacetOptions]) -> list[dict[str, str]]:
        """Each chosen value, with the address of the page without it."""
        return [
            {"label": f"{facet.facet.label}: {label.words}", "url": self._without_value(name, facet, value)}
            for name, facet in options.items()
            for value, label in facet.chosen_labels().items()
        ]

    def _sorts(self) -> list[dict[str, Any]]:
        if self.typed.is_blank or self.found_nothing:
            return []
        labels = {Sort.RELEVANCE: _("Best match"), Sort.DATE: _("Newest first")}
        return [{"label": label, "url": self._url_with(sort=sort.value), "current": sort is self.sort} for sort, label in labels.items()]

    def _sentence(self) -> str:
        results, documents = self.result_page.total, self.result_page.answer.total_documents
        if not results:
            return ""
        sentence = ngettext("%(number)d result", "%(number)d results", results) % {"number": results}
        if documents == results or self.below:
            return sentence
        return _("%(results)s, with %(number)d texts that match") % {"results": sentence, "number": documents}

    def _heading_url(self) -> str:
        return hit_url(self.heading, self.request) if self.below else ""

    def _inside_url(self, group: str) -> str:
        """The search for these words inside one dialogue."""
        query = QueryDict(mutable=True)
        query.update({"q": (self.result_page.corrected or self.typed).text, "in": group})
        return f"{self.request.path}?{query.urlencode()}"

    def _kept(self, *dropped: str) -> list[tuple[str, str]]:
        """What the address says beside some names: the form for new words carries it on."""
        known = {"sort", "in", *self.narrowing.chosen} - set(dropped)
        return [(name, value[:120]) for name in known for value in dict.fromkeys(self.request.GET.getlist(name)[:20])]

    def _url_with(self, **values: str) -> str:
        query = self.request.GET.copy()
        for name in ("page", *values):
            query.pop(name, None)
        query.update(values)
        return f"{self.request.path}?{query.urlencode()}"

    def _url_without(self, *names: str) -> str:
        query = self.request.GET.copy()
        for name in names:
            query.pop(name, None)
        return f"{self.request.path}?{query.urlencode()}" if query else self.request.path

    def _without_value(self, name: str, facet: FacetOptions, value: str) -> str:
        query = self.request.GET.copy()
        query.pop("page", None)
        query.setlist(name, facet.without(query.getlist(name), value))
        return f"{self.request.path}?{query.urlencode()}"


def _number(text: str) -> int:
    """A page's number; the first one for anything else."""
    return min(int(text), MOST_PAGES) if text.isascii() and text.isdecimal() and len(text) < 10 and int(text) else 1
