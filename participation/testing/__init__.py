"""The contract's tests for any participation method, shipped with the site: docs/plugins.md shows how to run them over one's own."""

import pytest

pytest.register_assert_rewrite("participation.testing.method_suite")

from participation.testing.arranging import make_contribution, make_dialogue, make_site, make_staff  # noqa: E402
from participation.testing.method_suite import MethodSuite  # noqa: E402

__all__ = ["MethodSuite", "make_contribution", "make_dialogue", "make_site", "make_staff"]
