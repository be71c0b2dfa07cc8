"""Views of wagtail-localize that ask too little: who may publish, and whether a file is one of its own."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views import convert, edit_translation
from wagtail_localize.views.update_translations import UpdateTranslationsView

from cms.admin.translation_saving import may_publish
from cms.refusals import ActionRefused


class SynchroniseTranslations(UpdateTranslationsView):
    """New words of an original reach its translations; “publish immediately” is offered to those who may publish all of them."""

    def get_form(self) -> Any:
        form = super().get_form()
        if not all(may_publish(page, self.request.user) for page in self._pages()):
            form.fields["publish_translations"].disabled = True
            form.fields["publish_translations"].initial = False
        return form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if context["form"].fields["publish_translations"].disabled:
            del context["form"].fields["publish_translations"]
        return context

    def _pages(self) -> list[Page]:
        targets = Translation.objects.filter(source=self.object, enabled=True).values("target_locale")
        return list(Page.objects.filter(translation_key=self.object.object_id, locale__in=targets))


def upload_pofile(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Words from a file. One without a file, or that belongs to no translation, is refused with a sentence."""
    try:
        return edit_translation.upload_pofile(request, translation_id)
    except (KeyError, ValueError) as error:
        sentence = _("Choose a PO file that was downloaded from this translation.")
        raise ActionRefused(sentence, return_url=get_valid_next_url_from_request(request)) from error


def convert_to_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """An alias shows its original at once, so that it is made by those who may publish."""
    page = Page.objects.filter(pk=page_id).first()
    if page is not None and not may_publish(page, request.user):
        raise PermissionDenied
    return convert.convert_to_alias(request, page_id)
