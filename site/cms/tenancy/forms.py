"""Forms of the admin that break when they are made by hand: answered as what they are, a bad request."""

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest

NEEDED = {
    "wagtailadmin_choose_page_external_link": "external-link-chooser-url",
    "wagtailredirects:process_import": "input_format",
}
SNIPPET_CHOOSER, MAKES_ROWS = "wagtailsnippetchoosers_", ":create"


def refuse_incomplete(request: HttpRequest) -> None:
    """Raise BadRequest for a form without the field that its view reads, Http404 where no chooser makes rows."""
    view = request.resolver_match.view_name if request.resolver_match else ""
    if request.method != "POST":
        return
    if view in NEEDED and NEEDED[view] not in request.POST:
        raise BadRequest(f"The form lacks {NEEDED[view]}.")
    if view.startswith(SNIPPET_CHOOSER) and view.endswith(MAKES_ROWS):
        raise Http404
