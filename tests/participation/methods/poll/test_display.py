"""Options and results in the reader's language."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.images import ImageFile
from django.test import Client
from django.utils.translation import override
from PIL import Image

from cms.media.models import SiteImage
from participation.methods.poll.display import option_views, percent, result_figures, voted_sentence, words_of_option
from participation.methods.poll.queries import result_of
from participation.publication.requirements import missing_for_publication
from tests.factories import ParticipantFactory, translated
from tests.participation.methods.poll.polls import PollFactory, choose

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def image(description: str) -> Any:
    picture = BytesIO()
    Image.new("RGB", (480, 360), "green").save(picture, "PNG")
    return SiteImage.objects.create(title="Gunga", description=description, file=ImageFile(BytesIO(picture.getvalue()), "gunga.png"))


def with_images(*descriptions: str) -> Any:
    poll = PollFactory(options=("Gunga", "Linbana"))
    for row, description in zip(poll.options.all(), descriptions, strict=False):
        row.image = image(description)
        row.save()
    return type(poll).objects.get(pk=poll.pk)


def test_an_option_stands_with_its_picture_and_the_pictures_description() -> None:
    poll = with_images("En gunga av trä", "En linbana mellan två träd")
    [swing, _line] = option_views(poll, poll)
    assert 'alt="En gunga av trä"' in swing.label and "<span>Gunga</span>" in swing.label
    assert "lang=" not in swing.picture and " style=" not in swing.picture
    with override("en"):
        assert 'lang="sv"' in option_views(poll, poll)[0].picture
    form = Client().get(f"/_/poll/{poll.pk}/").content.decode()
    assert form.count("<img") == 2 and 'alt="En linbana mellan två träd"' in form
    assert missing_for_publication(poll) == []


@pytest.mark.parametrize(("descriptions", "words"), [(("En gunga",), "Bara några alternativ"), (("En gunga", ""), "saknar beskrivning")])
def test_pictures_are_for_all_options_and_described(descriptions: Any, words: str) -> None:
    assert words in " ".join(str(entry.sentence) for entry in missing_for_publication(with_images(*descriptions)))


def test_an_option_without_english_is_marked_as_swedish() -> None:
    poll = PollFactory(options=("Gunga", "Linbana"))
    english = translated(poll)
    english.options.filter(text="Gunga").update(text="A swing")
    english = type(english).objects.get(pk=english.pk)
    with override("en"):
        texts = {str(view.words): view.words.lang for view in option_views(english, poll)}
        assert texts == {"A swing": "", "Linbana": "sv"}
        rows = result_figures(result_of(poll), english, poll)["rows"]
        assert rows == [], "no table of nothing"


def test_a_result_is_a_sentence_and_rows_with_shares() -> None:
    poll = PollFactory(options=("Gunga", "Linbana"))
    for words in ("Gunga", "Linbana", "Linbana"):
        choose(poll, ParticipantFactory(), words)
    figures = result_figures(result_of(poll), poll, poll)
    assert figures["sentence"] == "3 personer har röstat."
    assert figures["rows"] == [["Gunga", "33\u00a0%", 1], ["Linbana", "67\u00a0%", 2]]


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert percent(34) == "34\u00a0%" and voted_sentence(0) == "Ingen har röstat än."
    with override("en"):
        assert percent(34) == "34%"


def test_an_option_that_is_gone_has_no_words() -> None:
    poll, other = PollFactory(), PollFactory()
    assert not words_of_option(poll, poll, other.options.first().translation_key)
