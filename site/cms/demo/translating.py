"""Translate a page's words with wagtail-localize, as an editor does in the admin, and publish the translation."""

from collections.abc import Mapping
from typing import Any

from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from cms.accounts.models import User


def translate(page: Page, words: Mapping[str, str], user: User, *, publish: bool = True) -> Any:
    """The English page of a Swedish one; `words` gives the English of each Swedish text.

    A text that `words` does not know stays Swedish; `untranslated` names those.
    """
    english = Locale.objects.get(language_code="en")
    source, _made = TranslationSource.update_or_create_from_instance(page)
    translation, _made = Translation.objects.get_or_create(source=source, target_locale=english)
    known = {_as_stored(swedish): _as_stored(text) for swedish, text in words.items()}
    for segment in _segments(source):
        text = known.get(segment.string.data)
        if text is not None:
            _store(segment, english, text, user)
    translation.save_target(user=user, publish=False)
    copy = translation.get_target_instance()
    if publish:
        copy.get_latest_revision().publish(user=user)
        copy.refresh_from_db()
    return copy


def untranslated(page: Page) -> list[str]:
    """Texts of a page that have no English yet."""
    source = TranslationSource.objects.get_for_instance(page)
    english = Locale.objects.get(language_code="en")
    return [segment.string.data for segment in _segments(source).annotate_translation(english) if not segment.translation]


def _as_stored(text: str) -> str:
    """wagtail-localize keeps strings as HTML."""
    return text.replace("\n", "<br/>")


def _segments(source: TranslationSource) -> Any:
    return StringSegment.objects.filter(source=source).select_related("string", "context").order_by("order", "pk")


def _store(segment: StringSegment, locale: Locale, text: str, user: User) -> None:
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        locale=locale,
        context=segment.context,
        defaults={"data": text, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL, "last_translated_by": user},
    )
