"""The button by which a guide is confirmed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cms.people import signed_in
from cms.refusals import ActionRefused
from cms.templatetags.dates import written
from cms.visibility import visible_to
from knowledge_hub.confirming import confirm_guide
from knowledge_hub.models import GuidePage


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm a guide that the person may read; back to it with what happened."""
    guide = get_object_or_404(visible_to(GuidePage.objects.all(), request.user), pk=pk)
    try:
        day = confirm_guide(guide, signed_in(request))
    except ActionRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The guide is confirmed. It is read again by %(day)s.") % {"day": written(day)})
    return HttpResponseRedirect(guide.get_url(request) or "/")
