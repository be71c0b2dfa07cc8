"""What templates give to components is what these know; `manage.py check` says where it is not."""

import re

import pytest

from cms.components.calls import CALL, templates, wrong_calls
from cms.components.checks import components_know_what_they_are_given


def test_all_templates_give_components_what_they_know() -> None:
    assert components_know_what_they_are_given(None) == []


def test_every_call_in_them_is_read() -> None:
    sources = [path.read_text() for path in templates()]
    assert len(sources) > 100
    for source in sources:
        assert len(CALL.findall(source)) == len(re.findall(r"{% (?:component|wrap) [\"']", source))  # Wagtail's own tag takes no name


@pytest.mark.parametrize(
    ("call", "complaints"),
    [
        ("""{% component "follow_link" kind="participation.dialogue" number=1 %}""", []),
        ("""{% component "follow_link" kind="a.b" object_id=1 %}""", ["The component 'follow_link' knows no 'object_id'."]),
        ("""{% wrap 'panel' title="100 % of=it" tone='x' %}{% endwrap %}""", ["The component 'panel' knows no 'tone'."]),
        ("""{% component "follow_lnik" kind="a.b" %}""", ["There is no component 'follow_lnik'."]),
    ],
)
def test_a_wrong_call_is_told(call: str, complaints: list[str]) -> None:
    assert list(wrong_calls(call)) == complaints
