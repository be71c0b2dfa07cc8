"""Comments as the component draws them: the same for every reader, with what may be done now."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation

from participation.methods.comments.display import CommentDisplay, stub_of
from participation.methods.comments.threads import Thread
from tests.factories import ContributionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_in_english")]

OPEN, CLOSED = CommentDisplay(may_reply=True, may_support=True), CommentDisplay(may_reply=False, may_support=False)


@pytest.fixture
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def labels(display: CommentDisplay, comment: Any) -> list[str]:
    return [str(link["label"]) for link in display.comment(comment)["links"]]


def test_links_are_those_of_what_may_be_done_now() -> None:
    comment, liked = ContributionFactory(), ContributionFactory(support_count=2)
    assert labels(OPEN, comment) == ["Reply", "Link", "Report"]
    assert labels(CLOSED, comment) == ["Link", "Report"]
    assert OPEN.comment(liked)["support"] == {"number": 2, "url": f"/en/_/contributions/{liked.pk}/support/"}
    assert CLOSED.comment(liked)["support"] == {"number": 2, "url": ""}


@pytest.mark.parametrize("text, is_long", [("a" * 900, False), ("a" * 901, True), ("a\n" * 15, True)])
def test_a_long_text_is_folded(text: str, is_long: bool) -> None:
    assert OPEN.comment(ContributionFactory(text=text))["is_long"] is is_long


@pytest.mark.parametrize("trait, words", [("hidden", "Hotfullt språk."), ("withdrawn", "withdrawn by the one who wrote it")])
def test_what_is_not_shown_is_a_line_that_says_why(trait: str, words: str) -> None:
    comment = ContributionFactory(**{trait: True}, text="Kanariefågel", author_name="Kanarie")
    drawn = OPEN.comment(comment)
    assert (
        {name for name, value in drawn.items() if value} == {"id", "hidden"} and words in stub_of(comment) and "Kanarie" not in str(drawn)
    )


def test_an_official_answer_names_its_administration_and_another_language_is_marked(site_tree: Any) -> None:
    swedish, english = ContributionFactory(official=True, language="sv"), ContributionFactory(language="en", author_name="")
    drawn, other = OPEN.comment(swedish), OPEN.comment(english)
    assert (drawn["official"], drawn["lang"]) == ("Answer from Tekniska förvaltningen", "sv")
    assert (other["official"], other["lang"], other["name"]) == ("", "", "Somebody")


def test_a_reply_names_whom_it_answers_unless_that_is_the_first_comment() -> None:
    root = ContributionFactory()
    first = ContributionFactory(dialogue=root.dialogue, reply_to=root, author_name="Kent")
    second = ContributionFactory(dialogue=root.dialogue, reply_to=first)
    second.thread_root = root
    here, apart = OPEN.replies([first, second]), OPEN.replies([second])
    assert not here[0]["to"] and (here[1]["to"], here[1]["to_url"]) == ("Kent", f"#c{first.pk}")
    assert apart[0]["to_url"].startswith("/"), "who is answered stands on another page"


def test_a_folded_thread_leads_to_the_whole_conversation() -> None:
    root = ContributionFactory(reply_count=5)
    folded, whole = OPEN.thread(Thread(root, is_folded=True)), OPEN.thread(Thread(root))
    assert folded["more"]["label"] == "Show the whole conversation (5 replies)" and str(root.pk) in folded["more"]["url"]
    assert not whole["more"] and whole["replies"] == []
