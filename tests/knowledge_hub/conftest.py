"""The knowledge hub of an installation."""

from typing import Any

import pytest

from knowledge_hub.models import KnowledgeHubPage


@pytest.fixture
def hub(installed: Any) -> KnowledgeHubPage:
    return KnowledgeHubPage.objects.get(locale__language_code="sv")
