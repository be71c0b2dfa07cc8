"""No id stands twice on any public page of the table, whoever asks."""

import pytest

from tests.contract.test_unique_ids import soup_of, twice
from tests.permissions import asking
from tests.permissions.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.whole_site]


@pytest.mark.parametrize("role", ["anonymous", "citizen", "publisher"])
def test_every_public_page_of_the_table(world: World, role: str) -> None:
    client = asking.client_of(world.person(role))
    urls = {str(question.url) for question in asking.every_question(world, world.a)}
    asked, wrong = 0, {}
    for url in sorted(url for url in urls if not url.startswith("/admin/")):
        response = client.get(url)
        if response.status_code == 200 and not response.streaming and "text/html" in response.headers["Content-Type"]:
            asked += 1
            if twice_here := twice(soup_of(response)):
                wrong[url] = twice_here
    assert asked > 20
    assert wrong == {}
