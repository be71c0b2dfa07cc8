"""The contract's suite over the poll."""

from typing import Any

from participation.testing import MethodSuite
from tests.participation.methods.poll.polls import PollFactory


class TestPoll(MethodSuite):
    """A method with votes and without contributions."""

    method_name = "poll"
    gives_contributions = False

    def make_activity(self, dialogue: Any) -> Any:
        return PollFactory(dialogue=dialogue)
