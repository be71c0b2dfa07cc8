"""The municipality's colour can be read, or is refused with its contrast."""

import pytest
from django.core.exceptions import ValidationError

from cms.models import SiteIdentity

pytestmark = pytest.mark.django_db


@pytest.fixture
def identity(site_tree) -> SiteIdentity:
    from wagtail.models import Site

    return SiteIdentity.for_site(Site.objects.get(is_default_site=True))


@pytest.mark.parametrize("colour", ["", "#0b5d66", "#0B5D66", "#8a1538"])
def test_a_colour_that_can_be_read_is_taken(identity, colour):
    identity.accent = colour
    identity.full_clean()


@pytest.mark.parametrize(("colour", "words"), [("#ffd700", "4,5"), ("teal", "#0b5d66"), ("#12345", "#0b5d66"), ("#0b5d66;}", "#0b5d66")])
def test_another_is_refused(identity, colour, words):
    identity.accent = colour
    with pytest.raises(ValidationError) as refusal:
        identity.full_clean()
    assert "accent" in refusal.value.message_dict
    assert words in str(refusal.value)


def test_a_colour_that_is_read_on_paper_but_not_on_its_own_tint_is_refused(identity):
    identity.accent = "#008055"
    with pytest.raises(ValidationError, match="4,5"):
        identity.full_clean()
