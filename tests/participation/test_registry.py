"""Methods announce themselves, and what they declare is registered when the site starts."""

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured

from cms.accounts.personal_data import PersonalData, personal_data
from cms.following.registry import Followable, NewsKind, followables, news_kinds
from cms.search.registry import Findable, findables
from home.models import StandardPage
from participation import registry
from participation.contract import Commentable, Kind, Subject
from participation.dialogues.admin.guards import reason_to_keep
from participation.publication.publish import PublicationRefused, publish_checked
from participation.publication.requirements import missing_for_publication
from tests.factories import ContributionFactory, DialogueFactory, UserFactory
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


def test_each_method_adds_to_the_demonstration(monkeypatch):
    loaded = []
    for method in registry.all_methods():
        monkeypatch.setattr(type(method), "demo", lambda self, demo: None)
    monkeypatch.setattr("participation.demo.loading.load", lambda demo: loaded.append("dialogues"))
    with registered(demo=lambda self, demo: loaded.append(demo)):
        apps.get_app_config("participation").load_demo("a stage")
    assert loaded == ["dialogues", "a stage"]


# What the host asks


@pytest.fixture
def activity(db):
    dialogue = DialogueFactory()
    return dialogue.add_child(instance=StandardPage(title="En bänk", slug="en-bank", locale=dialogue.locale))


def test_publication_asks_the_method_of_an_activity(activity):
    said = {"missing_for_publication": lambda self, page: [f"{page.title} saknar ryggstöd."]}
    with registered(kind=Kind.ACTIVITY, page_type="home.StandardPage", **said):
        assert [str(missing.message) for missing in missing_for_publication(activity)] == ["En bänk saknar ryggstöd."]
        with pytest.raises(PublicationRefused):
            publish_checked(activity, activity.save_revision(), UserFactory(admin=True), lambda *args, **more: None)
    assert missing_for_publication(activity) == []


def test_each_method_may_keep_a_page(activity):
    with registered(reason_to_keep=lambda self, page: f"{page.title} har röster."):
        assert reason_to_keep(activity) == "En bänk har röster."
    assert reason_to_keep(activity) == ""


def test_an_activity_with_contributions_is_kept(activity):
    ContributionFactory(dialogue=activity.get_parent().specific, activity=activity)
    assert "1" in reason_to_keep(activity)
