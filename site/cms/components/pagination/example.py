"""Examples of the pagination."""

from django.core.paginator import Paginator

EXAMPLES = {
    "in the middle": {"page": Paginator(range(200), 20).page(4)},
    "first": {"page": Paginator(range(200), 20).page(1), "label": "Pages of contributions"},
}
