"""Methods announce themselves, and what they declare is registered when the site starts."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms.accounts.personal_data import PersonalData, personal_data
from cms.following.registry import Followable, NewsKind, followables, news_kinds
from cms.search.registry import Findable, findables
from participation import registry
from participation.contract import Commentable, Subject
from tests.participation.methods.registering import Shouting, registered

SHOUT = "test_shouting.shout"


def nothing(*args):
    return None


DECLARED = {
    "findables": (findables, Findable(SHOUT, "Rop", nothing, nothing, nothing, nothing)),
    "followables": (followables, Followable(SHOUT, "rop", nothing, nothing, nothing, nothing)),
    "news_kinds": (news_kinds, NewsKind(SHOUT, "någon ropar", nothing)),
    "personal_data": (personal_data, PersonalData(SHOUT, "Rop", (), nothing, nothing)),
    "commentables": (registry.commentables, Commentable(SHOUT, "Rop", nothing, Subject, nothing, nothing, nothing)),
}


@pytest.mark.parametrize("declared", DECLARED)
def test_what_a_method_declares_is_registered_when_the_site_starts(declared, monkeypatch):
    register, entry = DECLARED[declared]
    method = type("Loud", (Shouting,), {declared: lambda self: [entry]})()
    monkeypatch.setattr(registry, "_methods", [method])
    registry.register_declarations()
    try:
        assert register.get(SHOUT) is entry
    finally:
        register.unregister(SHOUT)


def test_by_default_a_method_declares_nothing(monkeypatch):
    monkeypatch.setattr(registry, "_methods", [Shouting()])
    before = [len(register) for register, _entry in DECLARED.values()]
    registry.register_declarations()
    assert [len(register) for register, _entry in DECLARED.values()] == before


@pytest.mark.parametrize("channel", ["web", "pigeon"])
def test_a_way_in_that_staff_cannot_enter_is_refused(channel):
    with pytest.raises(ImproperlyConfigured, match="staff_channels"), registered(staff_channels=("paper", channel)):
        pass
