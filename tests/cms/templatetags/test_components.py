"""Tags and filters that components are drawn with."""

from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.test import RequestFactory

from cms.templatetags import components


def at(query: str) -> Context:
    return Context({"request": RequestFactory().get(f"/dialoger/{query}")})


def test_another_page_keeps_every_filter() -> None:
    assert components.page_url(at("?state=open&state=closed&page=4"), 2) == "?state=open&state=closed&page=2"
    assert components.page_url(at("?state=open&page=4"), 1, anchor="list") == "?state=open#list"
    assert components.page_url(Context({}), 3) == "?page=3"


def test_an_address_of_a_plugin_that_is_off_is_none() -> None:
    assert components.url_if_any("account_login") == "/konto/login/"
    assert components.url_if_any("gone:away") == ""


def test_a_sign_is_drawn_for_each_size_and_label() -> None:
    drawn = Template(
        '{% component "icon" name="reply" %}{% component "icon" name="reply" label=label %}{% component "icon" name="flag" size="m" %}'
    )
    html = drawn.render(Context({"label": "<Svar>"}))
    assert html == drawn.render(Context({"label": "<Svar>"}))
    assert (html.count("#reply"), html.count("&lt;Svar&gt;"), html.count("icon--m"), html.count("#flag")) == (2, 1, 1, 1)


class Form(forms.Form):
    """One control of each kind."""

    line = forms.CharField()
    tick = forms.BooleanField()
    file = forms.FileField()
    group = forms.ChoiceField(choices=[("a", "A")], widget=forms.RadioSelect)


@pytest.mark.parametrize("kind", ["line", "tick", "file", "group"])
def test_a_label_stands_by_the_kind_of_its_control(kind: str) -> None:
    assert components.control_kind(Form()[kind]) == kind


def test_a_control_is_told_its_hint_and_its_error() -> None:
    assert "aria-describedby" not in components.control(Form()["line"])
    assert 'aria-describedby="id_line_hint"' in components.control(Form()["line"], has_hint=True)
    assert 'aria-describedby="id_line_hint id_line_error"' in components.control(Form({})["line"], has_hint=True)


def test_errors_are_looked_for_in_forms_that_were_sent() -> None:
    assert not components.errors_in([None, Form()])
    assert components.errors_in([None, Form(), Form({})])


@pytest.mark.parametrize(("value", "share"), [(10, "100.0%"), (5, "50.0%"), (0, "0.0%"), ("många", "0%")])
def test_a_bar_is_drawn_against_the_largest(value: Any, share: str) -> None:
    assert components.share_of_largest(value, [["a", 10], ["b", 5], ["c", "–"]]) == share


def test_without_numbers_there_is_no_bar() -> None:
    assert components.share_of_largest(3, []) == "0%"


@pytest.mark.parametrize(
    ("title", "whole"),
    [("Så blev det: trygga skolvägar", "Så blev det: trygga skolvägar"), ("Uppföljning", "Uppföljning: Trygga skolvägar")],
)
def test_a_title_says_nothing_twice(title: str, whole: str) -> None:
    assert components.title_of(title, "Trygga skolvägar") == whole


def test_what_somebody_wrote_is_escaped_and_each_paragraph_has_its_direction() -> None:
    html = components.said("<p>Hej\n\nسلام & tack")
    assert html == '<p dir="auto">&lt;p&gt;Hej</p>\n\n<p dir="auto">سلام &amp; tack</p>'
