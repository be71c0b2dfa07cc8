"""`/_/mail/`: what a demonstration has sent. Anywhere else these addresses do not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.outbox import demo_mailbox

View = Callable[..., HttpResponse]

# The HTML part stands alone: its own styles and nothing else, no script, no form, in no frame.
MAIL_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; "
    "sandbox allow-top-navigation-by-user-activation"
)


def only_in_a_demonstration(view: View) -> View:
    """404 where mails are not shown; nothing of it is kept by a cache or found by a search engine."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not demo_mailbox.is_open():
            raise Http404
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    return require_safe(never_cache(wrapped))


@only_in_a_demonstration
def mails(request: HttpRequest) -> HttpResponse:
    """The newest mails."""
    return render(request, "cms_outbox/mails.html", {"mails": demo_mailbox.newest(), "breadcrumbs": [_home()]})


@only_in_a_demonstration
def mail(request: HttpRequest, name: str) -> HttpResponse:
    """One mail, as text."""
    return render(request, "cms_outbox/mail.html", {"mail": _find(name), "breadcrumbs": [_home(), _mails()]})


@only_in_a_demonstration
def mail_html(request: HttpRequest, name: str) -> HttpResponse:
    """Its HTML part, as a reader's mail program shows it."""
    stored = _find(name)
    if not stored.html:
        raise Http404
    response = HttpResponse(stored.html)
    response["Content-Security-Policy"] = MAIL_POLICY
    return response


def _find(name: str) -> demo_mailbox.StoredMail:
    stored = demo_mailbox.find(name)
    if stored is None:
        raise Http404
    return stored


def _home() -> dict[str, str]:
    return {"label": _("Start"), "url": "/"}


def _mails() -> dict[str, str]:
    return {"label": _("Mails"), "url": reverse("cms_outbox:mails")}
