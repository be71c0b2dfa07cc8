"""Comments hang on a dialogue, on one of its activities, or on a thing of a method's own."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.models import PageViewRestriction

from cms.visibility import visible_to
from home.models import StandardPage
from participation import registry
from participation.contract import Commentable, Kind, Subject
from participation.contributions.actions import ContributionRefused, post_contribution
from participation.contributions.subjects import place_of, sections_on, seen_by, subject_of_page, subject_of_thing
from participation.models import Contribution
from tests.factories import DialogueFactory, PlaceFactory
from tests.participation.methods.registering import registered

pytestmark = pytest.mark.django_db
KIND = "test_shouting.place"


@pytest.fixture
def dialogue():
    return DialogueFactory(phases=[("Tyck till", -3, 3, ["comments.comment", "comments.support"])])


@pytest.fixture
def method():
    """A method whose activities can be commented on."""
    with registered(kind=Kind.ACTIVITY, page_type="home.StandardPage", is_commentable=True) as method:
        yield method


@pytest.fixture
def activity(method, dialogue) -> Any:
    return dialogue.add_child(instance=StandardPage(title="En bänk", slug="en-bank", locale=dialogue.locale))


@pytest.fixture
def thing(activity, dialogue):
    """A thing on the activity's page."""
    registry.commentables.register(
        Commentable(
            name=KIND,
            label="Plats",
            find=lambda number: type(place).objects.filter(pk=number).first(),
            subject=lambda thing: Subject(dialogue, activity),
            title=str,
            url=lambda thing: f"{activity.url}?plats={thing.pk}",
            visible_to=lambda thing, person: thing.is_active,
        )
    )
    place = PlaceFactory(name="Torget")
    yield place
    registry.commentables.unregister(KIND)


def post(subject: Subject, text: str = "Hej", **more: Any) -> Contribution:
    return post_contribution(
        dialogue=subject.dialogue,
        subject=subject,
        method="comments",
        verb="comment",
        text=text,
        author_name="Astrid",
        participant=None,
        language="sv",
        **more,
    )


def texts(subject: Subject) -> list[str]:
    return [row.text for row in Contribution.objects.on(subject).oldest()]


def test_each_subject_has_its_own_comments(dialogue, activity, thing):
    subjects = {"dialog": Subject(dialogue), "aktivitet": Subject(dialogue, activity), "sak": Subject(dialogue, activity, KIND, thing.pk)}
    for text, subject in subjects.items():
        post(subject, text)
    visit = RequestFactory().get("/")
    visit.user = AnonymousUser()
    for text, subject in subjects.items():
        assert texts(subject) == [text]
        assert [section["name"] for section in sections_on(visit, subject)] == ["comments"]


def test_a_reply_hangs_where_its_thread_does(dialogue, activity):
    root = post(Subject(dialogue, activity))
    reply = post(Subject(dialogue), "Svar", reply_to=root)
    assert (reply.activity_id, reply.subject_number) == (root.activity_id, None) == (activity.pk, None)


def test_an_activity_is_commented_on_only_where_its_method_says_so(method, dialogue, activity):
    type(method).is_commentable = False
    assert sections_on(RequestFactory().get("/"), Subject(dialogue, activity)) == []
    with pytest.raises(ContributionRefused):
        post(Subject(dialogue, activity))


def test_an_attachment_hangs_on_activities_only_where_it_says_so(dialogue, activity, monkeypatch):
    monkeypatch.setattr(type(registry.get_method("comments")), "hangs_on_activities", False)
    assert sections_on(RequestFactory().get("/"), Subject(dialogue, activity)) == []
    with pytest.raises(ContributionRefused):
        post(Subject(dialogue, activity))


def test_a_thing_of_a_kind_that_nobody_declared_is_not_commented_on(dialogue):
    with pytest.raises(ContributionRefused):
        post(Subject(dialogue, None, "test_shouting.nothing", 1))
    assert subject_of_thing("test_shouting.nothing", 1, None) is None


def test_the_form_of_an_activity_leads_back_to_it(dialogue, activity, client):
    answer = client.get(reverse("participation_comments:new", args=[activity.pk])).content.decode()
    assert f'href="{activity.url}#comments"' in answer
    assert f'href="{dialogue.url}"' in answer


@pytest.mark.parametrize("where", ["activity", "thing"])
def test_a_comment_is_sent_and_found_in_its_place(where, dialogue, activity, thing, client):
    name, arguments = ("new", [activity.pk]) if where == "activity" else ("new_on", [KIND, thing.pk])
    url = reverse(f"participation_comments:{name}", args=arguments)
    form = client.get(url).context["form"]
    sent = client.post(url, {"key": form["key"].value(), "author_name": "Astrid", "text": "Här"})
    assert sent.status_code == 302
    comment = Contribution.objects.get(text="Här")
    assert comment.activity_id == activity.pk
    place = client.get(reverse("participation_comments:permalink", args=[comment.pk])).headers["Location"]
    assert place.startswith(activity.url)
    assert ("plats" in place) is (where == "thing")


def test_nobody_writes_on_what_is_not_theirs_to_see(dialogue, activity, thing, client):
    comment = post(Subject(dialogue, activity))
    type(thing).objects.update(is_active=False)
    assert subject_of_thing(KIND, thing.pk, None) is None
    assert subject_of_page(activity.pk, None) == Subject(dialogue, activity)
    PageViewRestriction.objects.create(page=activity, restriction_type=PageViewRestriction.GROUPS)
    assert subject_of_page(activity.pk, None) is None
    assert seen_by(None, comment.subject) is None
    assert not visible_to(Contribution.objects.all(), None).exists()
    assert Client().get(reverse("participation_comments:permalink", args=[comment.pk])).status_code == 404


def test_a_page_that_is_neither_is_no_subject(dialogue):
    assert subject_of_page(dialogue.get_parent().pk, None) is None
    assert subject_of_page(0, None) is None


def test_the_way_to_a_thing_names_all_above_it(dialogue, activity, thing, rf):
    request = rf.get("/")
    request.user = None
    steps = place_of(request, Subject(dialogue, activity, KIND, thing.pk))["steps"]
    assert [step["label"] for step in steps][1:] == [dialogue.title, "En bänk", "Torget"]
