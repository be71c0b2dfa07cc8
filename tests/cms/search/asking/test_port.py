"""What an engine promises: all of its answers, and a word where it is away."""

import pytest

from cms.search.asking.port import Engine, EngineAway, Group
from cms.search.engines.database import DatabaseEngine
from cms.search.engines.elastic import ElasticEngine


def test_a_group_holds_its_headings_before_what_stands_below() -> None:
    assert Group("dialogue:1", headings=(7, 8), below=(2,), below_count=5).documents == (7, 8, 2)


def test_an_engine_answers_every_question_or_is_none() -> None:
    class Half(Engine):
        """It searches and suggests nothing."""

    with pytest.raises(TypeError):
        Half()  # type: ignore[abstract]
    assert {DatabaseEngine.name, ElasticEngine.name} == {"database", "elasticsearch"}


def test_an_engine_that_is_away_says_why_in_a_word() -> None:
    assert (EngineAway("timeout").reason, str(EngineAway("timeout"))) == ("timeout", "timeout")
