"""In how many ways one address is written."""

from cms.pages.address_spellings import prefixes, spellings, with_query


def test_the_likeliest_spelling_comes_first():
    assert spellings("/förskola") == ["/förskola", "/f%C3%B6rskola"]
    assert spellings("/fo\u0308rskola")[1] == "/förskola"
    assert "/förskola" in spellings("/f%F6rskola")
    assert "/filer/a%20å.pdf" in spellings("/filer/a å.pdf")


def test_what_cannot_be_stored_is_no_spelling():
    assert spellings("/" + "a" * 255) == []
    assert spellings("/" + "å" * 100) == ["/" + "å" * 100]


def test_the_path_and_what_stands_above_it():
    assert list(prefixes("/a/b/c/")) == [("/a/b/c", ()), ("/a/b", ("c",)), ("/a", ("b", "c"))]
    assert list(prefixes("/")) == []
    assert len(list(prefixes("/a" * 500))) == 20


def test_a_query_is_known_in_any_order():
    assert with_query("/a", "y=2&x=1") == ["/a?x=1&y=2"]
    assert with_query("/a", "") == []
