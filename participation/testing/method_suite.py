"""Questions to every participation method."""

from collections.abc import Iterable
from datetime import timedelta
from io import StringIO
from typing import Any, ClassVar

import pytest
from django.apps import AppConfig, apps
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.template.loader import get_template
from django.test import Client, RequestFactory
from django.utils.functional import Promise
from django.utils.text import capfirst

from cms import clock
from cms.accounts.personal_data import fields_of_people, personal_data
from cms.demo.stage import Demo
from cms.following.registry import followables, news_kinds
from cms.search.registry import findables
from participation import registry
from participation.choices import ContributionState
from participation.contract import Counts, Kind, ParticipationMethod, Subject
from participation.contributions.actions import enter_contribution
from participation.contributions.rules import may_do
from participation.contributions.subjects import sections_on
from participation.deadline import deadline_of
from participation.dialogues.admin.guards import reason_to_keep
from participation.dialogues.counts import counts_of
from participation.models import DialoguePage
from participation.publication.publish import PublicationRefused
from participation.publication.requirements import missing_for_publication
from participation.testing.arranging import make_contribution, make_dialogue, make_staff


class MethodSuite:
    """Inherit it, state `method_name`, and for an activity `make_activity`; every test that it holds must pass."""

    pytestmark: ClassVar[list[pytest.MarkDecorator]] = [pytest.mark.django_db]

    method_name: ClassVar[str] = ""
    gives_contributions: ClassVar[bool] = True
    """False for a method whose votes are no contributions."""

    def make_activity(self, dialogue: DialoguePage) -> Any:
        """Activities: a published page of the method below a dialogue, which misses nothing."""
        raise NotImplementedError("State make_activity(dialogue): a published page of your method below the dialogue.")

    # What the tests stand on

    @pytest.fixture
    def method(self) -> ParticipationMethod:
        method = registry.get_method(self.method_name)
        assert method is not None, f"There is no method {self.method_name!r}: is its plugin installed, and has it a method.py?"
        return method

    @pytest.fixture
    def dialogue(self, method: ParticipationMethod) -> DialoguePage:
        """A dialogue that is open for everything that the method offers."""
        return make_dialogue([method.right(verb) for verb in method.rights])

    @pytest.fixture
    def activity(self, method: ParticipationMethod, dialogue: DialoguePage) -> Any:
        """The method's page below the dialogue; None for an attachment."""
        return self.make_activity(dialogue) if method.kind is Kind.ACTIVITY else None

    # What it states

    def test_it_states_what_people_read_in_words_that_can_be_translated(self, method: ParticipationMethod) -> None:
        for words in (method.label, method.summary, *method.rights.values(), *method.imperatives.values()):
            assert isinstance(words, Promise)
            assert str(words).strip()

    def test_it_is_registered_once_under_a_lasting_name(self, method: ParticipationMethod) -> None:
        assert registry.get_method(method.name) is method
        with pytest.raises(ImproperlyConfigured, match="twice"):
            registry.register(type(method))

    def test_what_it_stores_and_shares_bears_the_label_of_its_app(self, method: ParticipationMethod) -> None:
        label = f"{_app_of(method).label}."
        declared: tuple[Any, ...] = (*method.findables(), *method.followables(), *method.news_kinds(), *method.commentables())
        assert [entry.name for entry in declared if not entry.name.startswith(label)] == []

    def test_what_it_declares_is_registered(self, method: ParticipationMethod) -> None:
        for register, entries in _declared_by(method):
            assert {entry.name for entry in entries} <= {entry.name for entry in register}

    def test_what_lies_within_a_dialogue_and_what_goes_on_as_something_else_can_be_followed(
        self, method: ParticipationMethod, dialogue: DialoguePage, activity: Any
    ) -> None:
        handed_on = [pair for followable in method.followables() for pair in followable.succession()]
        for kind, number in [*method.followed_within(dialogue), *(heir for _number, heir in handed_on)]:
            assert kind in followables
            assert isinstance(number, int)
        assert all(isinstance(number, int) for number, _heir in handed_on)

    def test_no_migration_of_its_app_is_missing(self, method: ParticipationMethod) -> None:
        label = _app_of(method).label
        if label in settings.MIGRATION_MODULES and settings.MIGRATION_MODULES[label] is None:
            pytest.skip("The tests run without migrations.")
        call_command("makemigrations", label, check=True, dry_run=True, verbosity=0, stdout=StringIO())

    # When people take part

    def test_its_rights_are_offered_to_phases_with_their_words(self, method: ParticipationMethod) -> None:
        offered = dict(registry.right_choices())
        for verb, words in method.rights.items():
            assert offered[method.right(verb)] == words

    def test_the_last_day_of_each_right_is_told_with_its_verb(self, method: ParticipationMethod, dialogue: DialoguePage) -> None:
        phase = dialogue.phases.get()
        for verb in method.rights:
            deadline = deadline_of([phase], clock.now(), [method.right(verb)])
            assert deadline.day == phase.last_day
            assert deadline.words().startswith(capfirst(str(method.imperatives[verb])))

    def test_each_right_opens_and_closes_with_the_phase(self, method: ParticipationMethod, dialogue: DialoguePage) -> None:
        phase = dialogue.phases.get()
        moments = {phase.opens_at - timedelta(seconds=1): False, phase.opens_at: True, phase.closes_at: False}
        for right in (method.right(verb) for verb in method.rights):
            for at, allowed in moments.items():
                permission = may_do(dialogue, right, at)
                assert bool(permission) is allowed
                assert allowed or str(permission.reason)

    def test_a_phase_that_does_not_name_a_right_keeps_it_closed(self, method: ParticipationMethod) -> None:
        dialogue = make_dialogue([])
        assert not any(may_do(dialogue, method.right(verb), clock.now()) for verb in method.rights)

    # Where it is shown

    def test_an_attachment_draws_its_section_with_links_only(self, method: ParticipationMethod, dialogue: DialoguePage) -> None:
        if method.kind is not Kind.ATTACHMENT:
            pytest.skip("It is an activity.")
        request = _request()
        html = get_template(method.section_template).render(method.section_context(request, dialogue), request)
        assert 'method="post"' not in html.lower()
        assert method.section_template.startswith(f"{_app_of(method).label}/")

    def test_an_activity_is_a_page_that_anybody_reads(self, method: ParticipationMethod, activity: Any) -> None:
        if activity is None:
            pytest.skip("It is an attachment.")
        assert registry.method_of(activity) is method
        answer = Client().get(activity.url)
        assert answer.status_code == 200
        assert 'method="post"' not in answer.content.decode().lower(), "a page is cached whole: forms have addresses of their own"

    def test_what_hangs_on_an_activity_is_shown_on_its_page(self, method: ParticipationMethod, activity: Any) -> None:
        if activity is None or not method.is_commentable:
            pytest.skip("Nothing hangs on it.")
        html = Client().get(activity.url).content.decode()
        for section in sections_on(_request(), Subject(activity.dialogue, activity)):
            assert f'id="{section["name"]}"' in html

    def test_a_contribution_through_it_can_be_found_in_its_place(
        self, method: ParticipationMethod, dialogue: DialoguePage, activity: Any
    ) -> None:
        if not self.gives_contributions:
            pytest.skip("Nothing is given through it but votes.")
        contribution = make_contribution(method.name, dialogue, activity=activity)
        assert Client().get(method.contribution_url(contribution), follow=True).status_code == 200

    def test_a_thing_that_is_not_there_cannot_be_commented_on(self, method: ParticipationMethod) -> None:
        assert [entry.name for entry in method.commentables() if entry.find(0) is not None] == []

    # What staff do

    def test_staff_enter_what_came_by_each_way_in_that_it_names(
        self, method: ParticipationMethod, dialogue: DialoguePage, activity: Any
    ) -> None:
        verb, person = next(iter(method.rights)), make_staff()
        for channel in method.staff_channels:
            entered = enter_contribution(
                dialogue=dialogue,
                activity=activity,
                method=method.name,
                verb=verb,
                channel=channel,
                text="On paper",
                received_on=clock.today(),
                group_size=7,
                person=person,
            )
            assert (entered.channel, entered.group_size, entered.state) == (channel, 7, ContributionState.PUBLISHED)

    def test_a_page_that_misses_something_is_not_published(
        self, method: ParticipationMethod, activity: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        if activity is None:
            pytest.skip("It is an attachment.")
        assert missing_for_publication(activity) == []
        monkeypatch.setattr(type(method), "missing_for_publication", lambda self, page: ["Something is missing."])
        with pytest.raises(PublicationRefused):
            activity.save_revision().publish(user=make_staff())

    def test_a_page_with_what_was_given_is_kept(self, method: ParticipationMethod, dialogue: DialoguePage, activity: Any) -> None:
        assert isinstance(method.reason_to_keep(dialogue), str | Promise)
        if self.gives_contributions:
            make_contribution(method.name, dialogue, activity=activity)
            for page in filter(None, (dialogue, activity)):
                assert reason_to_keep(page)

    # What it adds up to

    def test_it_counts_nothing_where_nothing_was_given_and_keeps_what_was(
        self, method: ParticipationMethod, dialogue: DialoguePage
    ) -> None:
        told = method.counts([dialogue], {})
        assert all(isinstance(counts, Counts) for counts in told.values())
        assert counts_of([dialogue]) == {dialogue.pk: Counts()}
        if self.gives_contributions:
            make_contribution(method.name, dialogue, group_size=3)
            assert counts_of([dialogue])[dialogue.pk].contributions == 1
            assert counts_of([dialogue])[dialogue.pk].people == 3

    def test_its_columns_of_the_register_bear_its_name_and_fill_each_row(
        self, method: ParticipationMethod, dialogue: DialoguePage, activity: Any
    ) -> None:
        columns = list(method.export_columns())
        names = [column.name for column in columns]
        assert len(names) == len(set(names))
        assert all(name.startswith(f"{method.name}.") for name in names)
        rows = [make_contribution(method.name, dialogue, activity=activity) for _number in range(2)]
        assert all(len(list(column.values(rows))) == len(rows) for column in columns)

    # What it holds about people

    def test_each_field_of_its_app_that_points_at_a_person_is_named(self, method: ParticipationMethod) -> None:
        named = {dotted for entry in personal_data for dotted in entry.models}
        assert [field for field in fields_of_people() if field.split(".")[0] == _app_of(method).label and field not in named] == []

    def test_the_demonstration_can_be_loaded(self, method: ParticipationMethod, dialogue: DialoguePage) -> None:
        method.demo(Demo(clock.today()))


def _app_of(method: ParticipationMethod) -> AppConfig:
    app = apps.get_containing_app_config(type(method).__module__)
    assert app is not None
    return app


def _declared_by(method: ParticipationMethod) -> list[tuple[Iterable[Any], Iterable[Any]]]:
    return [
        (findables, method.findables()),
        (followables, method.followables()),
        (news_kinds, method.news_kinds()),
        (personal_data, method.personal_data()),
        (registry.commentables, method.commentables()),
    ]


def _request() -> Any:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    return request
