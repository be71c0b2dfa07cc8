"""The instructions are whole in each language."""

import pytest

from participation.taking_part.languages import OTHERS, SWEDISH, Instruction, instructions


def test_there_are_ten_beside_swedish() -> None:
    assert len({instruction.code for instruction in OTHERS} - {SWEDISH.code}) == len(OTHERS) == 10


@pytest.mark.parametrize("instruction", (SWEDISH, *OTHERS), ids=lambda instruction: instruction.code)
def test_each_says_all_of_it(instruction: Instruction) -> None:
    assert len(instruction.steps) == len(SWEDISH.steps)
    assert all((instruction.heading, instruction.help, instruction.see_open, instruction.is_checked or instruction.unchecked))


@pytest.mark.parametrize("language", ["sv", "en", "ar"])
def test_that_of_the_page_comes_first(language: str) -> None:
    assert instructions(language)[0].code == language
