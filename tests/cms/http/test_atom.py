"""A feed that one bad row does not take away."""

from xml.etree import ElementTree

from cms.http.atom import PlainAtom

BAD = "Torg\x0bet\x00 \ufffe\u202e"


def test_no_character_of_a_row_breaks_the_feed():
    feed = PlainAtom(BAD, "https://example.org/", BAD, subtitle=BAD, feed_url="https://example.org/atom/")
    feed.add_item(title=BAD, link="https://example.org/1/", description=BAD, categories=[BAD], author_name=BAD)
    words = [part.text or part.get("term") for part in ElementTree.fromstring(feed.writeString("utf-8")).iter()]  # noqa: S314
    assert words.count("Torg\net ") == 6
