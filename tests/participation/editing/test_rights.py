"""The choice of what a phase opens shows the methods with their icon and what each is for."""

import pytest
from django.utils.translation import gettext as _

from participation.models import Phase
from participation.registry import get_method, right_choices
from tests.participation.methods.registering import registered


@pytest.fixture
def drawn():
    with registered():
        field = Phase._meta.get_field("rights").formfield()
        return field.widget.render("rights", ["comments.comment"], {"id": "id_rights"})


def test_each_method_stands_there_with_its_icon_and_summary(drawn):
    comments = get_method("comments")
    for words in ("Rop", "Folk ropar.", "#icon-bullhorn", str(comments.label), str(comments.summary), "#icon-comment"):
        assert words in drawn


def test_what_is_ticked_stays_ticked(drawn):
    assert drawn.count('type="checkbox"') == len(right_choices()) + 1  # and that of the fixture
    assert drawn.count("checked") == 1
    assert _("comment") in drawn


@pytest.mark.django_db
def test_a_right_that_nobody_offers_cannot_be_chosen():
    field = Phase._meta.get_field("rights").formfield()
    assert field.clean(["comments.comment"]) == ["comments.comment"]
