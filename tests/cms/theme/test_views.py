"""The style sheet and the typeface are kept by browsers; no other file is served by their addresses."""

import pytest

from cms.theme.style_sheet import typeface_url
from tests.cms.theme.test_style_sheet import give_typeface, identity  # noqa: F401

pytestmark = pytest.mark.django_db


def test_the_typeface_that_was_chosen_is_served(identity, client) -> None:  # noqa: F811
    give_typeface(identity)
    response = client.get(typeface_url(identity))
    assert b"".join(response.streaming_content).startswith(b"wOF2")
    assert (response["Content-Type"], response["X-Content-Type-Options"]) == ("font/woff2", "nosniff")
    assert "immutable" in response["Cache-Control"]


@pytest.mark.parametrize("name", ["other.woff2", "..%2F..%2Fgensvar.sqlite3", "gensvar.sqlite3"])
def test_no_other_file_is(identity, client, name: str) -> None:  # noqa: F811
    assert client.get(f"/_/typeface/{name}").status_code == 404
    give_typeface(identity)
    assert client.get(f"/_/typeface/{name}").status_code == 404
