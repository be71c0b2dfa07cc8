"""Every model field that points at a person is named by an entry of `personal_data`, and every entry can export and erase."""

import json

import pytest
from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.functional import Promise

from cms import clock
from cms.accounts.models import User
from cms.accounts.personal_data import fields_of_people, person_for, personal_data
from cms.accounts.traces import Trace
from cms.checks import personal_data_is_named
from tests.factories import ContributionFactory, ParticipantFactory

ENTRIES = list(personal_data)


@pytest.mark.parametrize("field", sorted(fields_of_people()))
def test_an_entry_answers_for_it(field):
    named = [entry.name for entry in personal_data if field in entry.models]
    assert len(named) == 1, f"{field} points at a person: name it in one entry of cms.accounts.personal_data, not in {named}"


def test_the_site_refuses_to_start_with_a_field_that_nobody_names(monkeypatch):
    assert personal_data_is_named(None) == []
    monkeypatch.setattr(personal_data, "_entries", {entry.name: entry for entry in ENTRIES if entry.name != "contributions"})
    found = personal_data_is_named(None)
    assert "participation.Support.participant points at a person" in str(found)
    assert all("personal_data()" in error.hint for error in found)


@pytest.fixture(params=ENTRIES, ids=lambda entry: entry.name)
def entry(request):
    return request.param


@pytest.fixture
def person(site_tree, bo):
    """Somebody who wrote, and who works with the site."""
    participant = ParticipantFactory(user=bo)
    ContributionFactory(participant=participant)
    site_tree.section.owner = bo
    site_tree.section.save()
    return person_for(user=bo)


def test_its_names_are_fields_of_installed_models(entry):
    for dotted in entry.models:
        app_label, model, field = dotted.split(".")
        assert apps.get_model(app_label, model)._meta.get_field(field)


def test_its_words_can_be_translated(entry):
    for words in (entry.label, *(word for word in (entry.erased, entry.kept) if word)):
        assert isinstance(words, Promise)


@pytest.mark.django_db
def test_it_exports_plain_rows_under_its_columns(entry, person):
    for section in entry.export(person):
        rows = list(section.rows)
        assert str(section.label)
        assert all(set(row) <= set(section.columns) for row in rows)
        assert json.dumps(rows, cls=DjangoJSONEncoder)


@pytest.mark.django_db
def test_it_exports_and_erases_nothing_of_nobody(entry):
    assert not [row for section in entry.export(person_for()) for row in section.rows]
    entry.erase(person_for(), clock.now())


@pytest.mark.django_db
def test_it_erases_once_and_again(entry, person):
    for _time in range(2):
        entry.erase(person, clock.now())
    left = [dotted for dotted in entry.models if Trace(dotted).field.related_model is User and Trace(dotted).rows(person).exists()]
    assert not left
