"""Translate some examples as an editor does it in the admin, and publish the translations."""

from collections.abc import Mapping

from cms.demo.stage import Demo
from cms.demo.translating import translate
from participation.demo.catalogue import EXAMPLES
from participation.demo.english import library, school_ways, seaside_lights
from participation.demo.english.pairs import dialogue_words, follow_up_words, outcome_words
from participation.demo.english.schema import English
from participation.models import DialoguePage, FollowUpPage, OutcomePage

TRANSLATIONS: tuple[English, ...] = (school_ways.ENGLISH, library.ENGLISH, seaside_lights.ENGLISH)


def translate_examples(demo: Demo, pages: Mapping[str, DialoguePage]) -> None:
    """The dialogues that have an English, with their outcomes and follow-ups."""
    examples = {example.slug: example for example in EXAMPLES}
    for english in TRANSLATIONS:
        swedish, page = examples[english.of], pages[english.of]
        editor = demo.accounts[swedish.editor]
        translated = translate(page, dialogue_words(demo, swedish, english), editor)
        demo.urls.append((translated.get_url() or "/en/", translated.title))
        outcome, follow_up = (model.objects.child_of(page).first() for model in (OutcomePage, FollowUpPage))
        if english.outcome and outcome:
            translate(outcome, outcome_words(demo, swedish, english.outcome, outcome.title, outcome.slug), editor)
        if english.follow_up and follow_up:
            translate(follow_up, follow_up_words(demo, swedish, english.follow_up, follow_up.title, follow_up.slug), editor)
