"""What of participation can be followed: found by its number, named and led to, and seen by those who may."""

from typing import Any

import pytest
from django.test import Client

from cms.following.registry import followables
from cms.following.succession import succession
from cms.organisation.actions import merge_topics
from cms.organisation.models import Place
from participation.events import names
from participation.models import Contribution
from tests.factories import (
    AdministrationFactory,
    BodyFactory,
    ContributionFactory,
    DialogueFactory,
    PlaceFactory,
    TopicFactory,
    translated,
)
from tests.outbox_tools import work_off

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def kind(name: str) -> Any:
    return followables.get(name)


def test_a_dialogue_is_followed_by_its_canonical_page() -> None:
    dialogue = DialogueFactory(title="Säker väg")
    english = translated(dialogue, title="Safe way")
    followable = kind(names.DIALOGUE)
    assert followable.find(dialogue.pk) == dialogue
    assert followable.find(english.pk) is None
    assert (followable.title(dialogue, "sv"), followable.title(dialogue, "en")) == ("Säker väg", "Safe way")
    assert followable.url(dialogue) == dialogue.get_url()


def test_a_draft_can_be_followed_by_nobody() -> None:
    assert kind(names.DIALOGUE).visible_to(DialogueFactory(), None)
    assert not kind(names.DIALOGUE).visible_to(DialogueFactory(draft=True), None)


def test_a_conversation_is_followed_by_its_first_contribution() -> None:
    reply = ContributionFactory(reply=True)
    assert kind(names.THREAD).find(reply.thread_root_id) == reply.thread_root
    assert kind(names.THREAD).find(reply.pk) is None
    assert str(reply.thread_root_id) in kind(names.THREAD).url(reply.thread_root)


def test_a_conversation_is_named_by_who_began_it_while_that_is_public() -> None:
    root = ContributionFactory(author_name="Astrid", dialogue__title="Säker väg")
    title = kind(names.THREAD).title
    assert "Astrid" in title(root, "sv") and title(root, "sv").endswith(": Säker väg")
    root.state = "hidden"
    assert "Astrid" not in title(root, "sv")


@pytest.mark.parametrize(("state", "is_seen"), [("published", True), ("hidden", True), ("pending", False)])
def test_a_conversation_is_seen_when_its_beginning_takes_a_place(state: str, is_seen: bool) -> None:
    assert kind(names.THREAD).visible_to(ContributionFactory(state=state), None) is is_seen


def test_a_conversation_of_a_draft_is_not_seen() -> None:
    root = ContributionFactory()
    root.dialogue.unpublish()
    assert not kind(names.THREAD).visible_to(Contribution.objects.get(pk=root.pk), None)


@pytest.mark.parametrize(("name", "make", "relation"), [(names.PLACE, PlaceFactory, "places"), (names.TOPIC, TopicFactory, "topics")])
def test_what_dialogues_concern_leads_to_them(name: str, make: Any, relation: str) -> None:
    row = make()
    concerned, other = DialogueFactory(title="Den här"), DialogueFactory(title="En annan")
    getattr(concerned, relation).set([row])
    getattr(other, relation).set([make()])
    concerned.save()
    other.save()
    html = Client().get(kind(name).url(row)).content.decode()
    assert "Den här" in html and "En annan" not in html
    assert kind(name).find(row.pk) == row and kind(name).visible_to(row, None)


def test_a_body_leads_to_its_page_and_the_narrow_goes_before_the_wide() -> None:
    body = DialogueFactory().body
    assert kind(names.BODY).url(body).endswith(f"/{body.slug}/")
    assert Client().get(kind(names.BODY).url(body)).status_code == 200
    order = [names.THREAD, names.DIALOGUE, names.PLACE, names.TOPIC, names.BODY, names.ADMINISTRATION]
    assert sorted(order, key=lambda name: kind(name).breadth) == order


@pytest.mark.parametrize(
    ("name", "make", "hand_on"),
    [
        (names.TOPIC, TopicFactory, merge_topics),
        (names.PLACE, PlaceFactory, lambda old, new: Place.objects.filter(pk=old.pk).update(merged_into=new)),
        (names.BODY, BodyFactory, lambda old, new: old.successors.add(new)),
        (names.ADMINISTRATION, AdministrationFactory, lambda old, new: old.successors.add(new)),
    ],
)
def test_what_was_merged_or_succeeded_is_carried_on(name: str, make: Any, hand_on: Any) -> None:
    first, second, third = make.create_batch(3)
    hand_on(first, second)
    hand_on(second, third)
    known = succession()
    assert known.now((name, first.pk)) == known.now((name, second.pk)) == [(name, third.pk)]


def test_a_new_dialogue_of_a_successor_is_told_to_those_who_followed_the_old_body(follows: Any) -> None:
    old = BodyFactory(name="Tekniska nämnden")
    follows(names.BODY, old.pk)
    dialogue = DialogueFactory(open=True)
    old.successors.add(dialogue.body)
    follows(names.BODY, dialogue.body_id)
    [mail] = work_off()
    assert mail.to == ["foljare@example.org"]
    assert f"Tekniska nämnden, som nu heter {dialogue.body}" in mail.body


def test_every_new_dialogue_is_one_thing_to_follow(follows: Any, client: Client) -> None:
    follows(names.NEW_DIALOGUES, names.ALL)
    dialogue = DialogueFactory(open=True, title="Säker väg")
    (mail,) = work_off()
    assert "Säker väg" in mail.body and "Alla nya dialoger" in mail.body
    assert dialogue.get_url() in client.get(f"/_/folj/{names.NEW_DIALOGUES}/{names.ALL}/atom/").content.decode()
    assert client.get(f"/_/folj/{names.NEW_DIALOGUES}/2/").status_code == 404
    assert kind(names.NEW_DIALOGUES).url(dialogue) == "/dialoger/"
