"""Activities as the search reads and shows them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.functional import Promise

from cms.search.pages import PageWords, page_findable
from cms.search.registry import Findable
from participation.search.pages import DIALOGUE, children_of, facets_of, joined, show_children


def activity_findable(
    name: str, label: str | Promise, model: type[Any], texts: Callable[[Any], Sequence[str]], *, order: int = 100
) -> Findable:
    """The pages of a method's type as something that is found, narrowed by what narrows their dialogues.

    `texts(page)` gives the paragraphs that a page shows, and nothing else: never who gave what.
    """

    def read(pages: Sequence[Any]) -> Mapping[int, PageWords]:
        dialogues = {page.pk: page.dialogue for page in pages}
        facets = facets_of(list(dialogues.values()))
        return {page.pk: PageWords(joined(texts(page)), facets[dialogues[page.pk].pk]) for page in pages}

    return page_findable(
        name,
        label,
        model,
        read,
        show=show_children,
        depends_on=DIALOGUE,
        dependents=lambda dialogues: children_of(model, dialogues),
        order=order,
    )
