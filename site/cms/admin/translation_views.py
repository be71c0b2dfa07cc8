"""Views of wagtail-localize that ask too little: who may publish, and whether a file is one of its own."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.views import convert, edit_translation
from wagtail_localize.views.update_translations import UpdateTranslationsView

from cms.admin.translation_saving import may_publish_all, refuse_alias
from cms.refusals import ActionRefused


class SynchroniseTranslations(UpdateTranslationsView):
    """New words of an original reach its translations; “publish immediately” is offered to those who may publish all of them."""

    def get_form(self) -> Any:
        form = super().get_form()
        if not may_publish_all(self.object, self.request.user):
            form.fields["publish_translations"].disabled = True
            form.fields["publish_translations"].initial = False
        return form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if context["form"].fields["publish_translations"].disabled:
            del context["form"].fields["publish_translations"]
        return context


def upload_pofile(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Words from a file. One without a file, or that belongs to no translation, is refused with a sentence."""
    try:
        return edit_translation.upload_pofile(request, translation_id)
    except (KeyError, ValueError) as error:
        sentence = _("Choose a PO file that was downloaded from this translation.")
        raise ActionRefused(sentence, return_url=get_valid_next_url_from_request(request)) from error


def convert_to_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """An alias shows its original at once, so that it is made by those who may publish."""
    refuse_alias(page_id, request.user)
    return convert.convert_to_alias(request, page_id)
