"""What the editor of a page sends back with the form."""

from django import template
from wagtail.models import Page

from cms.admin import editing

register = template.Library()


@register.simple_tag
def loaded_state(page: Page) -> str:
    """The state of the page when its form was drawn."""
    return editing.state_of(page)
