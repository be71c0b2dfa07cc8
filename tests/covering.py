"""What the tests run of the product, lines and branches: `pytest -p tests.covering` writes a file for each process into COVERED_IN.

SlipCover counts by instructions of its own in the product's code, which fall away as they are passed, so that counting costs next to nothing
(docs/decisions/0005). Its own way into pytest does not know modules that are found by their path, so only the product's imports are given to it.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

import slipcover
from slipcover.config import read_config
from slipcover.importer import SlipcoverMetaPathFinder

PRODUCT = ("cms", "home", "participation", "knowledge_hub")


class ProductFinder(SlipcoverMetaPathFinder):
    """A finder that counts in modules of the product and leaves all others to their own finders."""

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Any:
        """The module's spec with a counting loader; None outside the product."""
        return super().find_spec(fullname, path, target) if fullname.partition(".")[0] in PRODUCT else None


def _begin() -> slipcover.Slipcover:
    config = read_config()
    files = {"source": config["source"], "omit": config["omit"]}
    counter = slipcover.Slipcover(branch=True, exclude_also=config["exclude-also"], **files)
    finder = ProductFinder(counter, slipcover.FileMatcher(sources=files["source"], omit=files["omit"]))
    sys.meta_path.insert(0, finder)
    return counter


COUNTER = _begin()


def pytest_sessionfinish() -> None:
    """Write what this process has run, under a name that no other process takes."""
    target = Path(os.environ["COVERED_IN"]) / f"{os.getpid()}.json"
    target.write_text(json.dumps(COUNTER.get_coverage()))
