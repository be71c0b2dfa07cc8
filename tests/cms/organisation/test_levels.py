"""The levels of participation: one closed list, whose codes stand in databases and addresses."""

from cms.organisation.levels import Level
from knowledge_hub.models import Method
from participation.choices import LEVEL_PROMISES
from participation.models import DialoguePage


def test_codes_never_change():
    assert Level.values == ["inform", "consult", "discuss", "involve", "co_decide"]


def test_dialogues_and_methods_have_the_same_levels():
    for field in (DialoguePage._meta.get_field("level"), Method._meta.get_field("level")):
        assert [choice for choice in field.choices if choice[0]] == Level.choices


def test_each_level_promises_something():
    assert list(LEVEL_PROMISES) == list(Level)
