"""One dialogue, several pages: the Swedish page owns the facts, a translation holds words."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms import clock
from cms.visibility import is_visible
from participation.contributions.rules import may_do
from participation.dialogues.facts import facts_of
from participation.dialogues.state import state_of
from participation.models import DialoguePage, Phase
from tests.factories import ContributionFactory, DialogueFactory, locale, site_tree, translated

pytestmark = pytest.mark.django_db

ANYBODY = None


@pytest.fixture
def swedish() -> DialoguePage:
    site_tree()
    return DialogueFactory(open=True, title="Trygga skolvägar")


def test_translation_closes_when_the_swedish_page_does(swedish):
    english = translated(swedish, title="Safe ways to school")
    now = clock.now()
    assert may_do(english, "comments.comment", now)

    Phase.objects.filter(page=swedish).update(opens_at=now - timedelta(days=9), closes_at=now - timedelta(days=1))

    english = DialoguePage.objects.get(pk=english.pk)
    assert english.phases.get().closes_at > now, "the copy on the translation is out of date, and nothing asks it"
    assert not may_do(english, "comments.comment", now)
    assert state_of(facts_of(english), now) == "closed"


def test_contributions_belong_to_the_canonical_page(swedish):
    english = translated(swedish)
    ContributionFactory(dialogue=swedish)
    assert english.canonical == swedish
    assert english.canonical.contributions.count() == 1
    assert english.contributions.count() == 0


def test_translators_are_offered_words_and_no_facts(swedish):
    source, _created = TranslationSource.get_or_create_from_instance(swedish)
    paths = {segment.context.path.split(".")[0] for segment in source.stringsegment_set.select_related("context")}
    assert {"title", "question", "introduction", "open_to_influence", "fixed_conditions", "background", "easy_read"} <= paths
    assert not paths & {"contact_phone", "contact_email", "contact_address", "feedback_due_on", "mandate_steps", "held_link"}


def test_a_translation_made_with_localize_holds_the_translated_words(swedish):
    source, _created = TranslationSource.get_or_create_from_instance(swedish)
    english = locale("en")
    translated(swedish.get_parent().specific)
    for segment in source.stringsegment_set.select_related("string", "context"):
        StringTranslation.objects.create(
            translation_of=segment.string, locale=english, context=segment.context, data=f"EN {segment.string.data}"
        )
    translation = Translation.objects.create(source=source, target_locale=english)
    translation.save_target(publish=False)

    page = DialoguePage.objects.get(translation_key=swedish.translation_key, locale=english)
    words = page.get_latest_revision_as_object()
    assert words.title == "EN Trygga skolvägar"
    assert words.phases.get().name == "EN Tyck till"
    assert words.contact_phone == swedish.contact_phone


def test_unpublishing_the_swedish_page_takes_every_language_away(swedish):
    english = translated(swedish)
    assert is_visible(english, ANYBODY)
    swedish.unpublish()
    assert not is_visible(english, ANYBODY)


def test_a_restriction_on_the_swedish_page_closes_every_language(swedish):
    english = translated(swedish)
    restriction = PageViewRestriction.objects.create(page=swedish, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(Group.objects.create(name="Inbjudna"))
    assert not is_visible(english, ANYBODY)
    restriction.delete()
    assert is_visible(Page.objects.get(pk=english.pk), ANYBODY)
