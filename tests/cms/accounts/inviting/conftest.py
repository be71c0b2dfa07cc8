"""An invitation that has been sent."""

from typing import Any

import pytest

from cms.accounts.inviting.actions import invite


@pytest.fixture
def invited(siri: Any, technical: Any, editors: Any) -> Any:
    return invite("Nina@Example.org", [editors], siri, technical)
