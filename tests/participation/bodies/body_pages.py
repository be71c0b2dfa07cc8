"""A body's page as a reader gets it, and its parts."""

import re

from django.test import Client


def shown(address: str) -> str:
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode()


def part(html: str, anchor: str) -> str:
    """The section of the page below one heading."""
    found = re.search(rf'<section [^>]*aria-labelledby="{anchor}".*?</section>', html, re.S)
    return found[0] if found else ""


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
