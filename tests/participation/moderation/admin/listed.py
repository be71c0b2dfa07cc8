"""The list of contributions, as an official gets it."""

from typing import Any

from django.urls import reverse

from participation.models import Contribution

LIST = reverse("participation_contributions:list")


def listed(client: Any, **query: Any) -> list[Contribution]:
    response = client.get(LIST, query)
    assert response.status_code == 200
    return list(response.context["object_list"])
