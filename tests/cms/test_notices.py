"""What is noted is heard by whoever waits for the answer, once."""

from cms.notices import heard, note


def test_what_is_noted_inside_is_heard_once() -> None:
    note("too early")
    with heard() as sentences:
        note("one")
        note("one")
        note("two")
    note("too late")
    assert sentences == ["one", "two"]
