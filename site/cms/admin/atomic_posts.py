"""Wagtail's admin: behind the second factor, with every POST in one transaction and refusals shown where the editor was."""

from collections.abc import Callable
from contextlib import nullcontext
from functools import wraps
from types import ModuleType
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import SimpleTemplateResponse
from django.urls import reverse
from django.utils.datastructures import MultiValueDictKeyError
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cms import notices
from cms.accounts.second_factor import ask_for_second_factor
from cms.admin import editing, kept_posts, opened_rows, protected_rows, translation_rights
from cms.pages import missing_plugins
from cms.refusals import ActionRefused
from cms.tenancy import guard
from cms.tenancy.known_pages import reader

View = Callable[..., HttpResponse]


def atomic_posts(urls: ModuleType) -> tuple[list[Any], Any]:
    """Wagtail's admin urls with `atomic_post` around each view."""
    return decorate_urlpatterns(list(urls.urlpatterns), atomic_post), getattr(urls, "app_name", None)


def atomic_post(view: View) -> View:
    """Ask for the second factor, then run a POST in one transaction; an ActionRefused, or something still in use, rolls it back and is shown as a message."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        ask = kept_posts.keep(request) or ask_for_second_factor(request)
        if ask is not None:
            return ask
        reading = reader.set(request.user)
        try:
            guard.refuse_strangers(request, kwargs)
            missing_plugins.refuse_in_admin(request, kwargs)
            translation_rights.refuse_strangers(request, kwargs)
            atomic = transaction.atomic() if request.method == "POST" else nullcontext()
            with notices.heard() as sentences, atomic, opened_rows.watched(request) as opened:
                editing.wait_for_others(request, kwargs)
                response = view(request, *args, **kwargs)
                for sentence in sentences:
                    messages.info(request, sentence)
                return opened.into(_rendered(response))
        except ActionRefused as refusal:
            return _refused(request, refusal)
        except protected_rows.PROTECTED as error:
            return _refused(request, protected_rows.refusal(error))
        except MultiValueDictKeyError as error:
            raise BadRequest from error  # a form without one of its fields, made by hand
        finally:
            reader.reset(reading)

    return wrapped


def _rendered(response: HttpResponse) -> HttpResponse:
    """Rendered here: inside the transaction, and while it is known who reads."""
    if isinstance(response, SimpleTemplateResponse) and not response.is_rendered:
        response.render()
    return response


def _refused(request: HttpRequest, refusal: ActionRefused) -> HttpResponse:
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse({"success": False, "errors": [str(message) for message in refusal.messages]}, status=409)
    for message in refusal.messages:
        messages.error(request, str(message))
    return HttpResponseRedirect(refusal.return_url or request.META.get("HTTP_REFERER") or reverse("wagtailadmin_home"))
