"""The same questions to every participation method."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.template.loader import get_template
from django.test import RequestFactory
from django.utils.functional import Promise

from cms import clock
from participation import registry
from participation.contract import Kind, ParticipationMethod
from participation.contributions.rules import may_do
from tests.factories import ContributionFactory, DialogueFactory, after, before_phase, during

METHODS = list(registry.all_methods())
pytestmark = pytest.mark.django_db


@pytest.fixture(params=METHODS, ids=lambda method: method.name)
def method(request):
    return request.param


def test_it_states_what_people_read_in_words_that_can_be_translated(method):
    for words in (method.label, method.summary, *method.rights.values()):
        assert isinstance(words, Promise)
        assert str(words).strip()


def test_it_is_registered_once_under_a_lasting_name(method):
    assert registry.get_method(method.name) is method
    with pytest.raises(ImproperlyConfigured, match="twice"):
        registry.register(type(method))


def test_its_rights_are_offered_to_phases_with_their_words(method):
    offered = dict(registry.right_choices())
    for verb, words in method.rights.items():
        assert offered[method.right(verb)] == words


def test_each_right_opens_and_closes_with_the_phase(method):
    rights = [method.right(verb) for verb in method.rights]
    dialogue = DialogueFactory(phases=[("Tyck till", -3, 3, rights)])
    phase = dialogue.phases.get()
    for right in rights:
        for moment, allowed in ((before_phase, False), (during, True), (after, False)):
            with moment(phase):
                permission = may_do(dialogue, right, clock.now())
                assert bool(permission) is allowed
                assert allowed or str(permission.reason)


def test_a_phase_that_does_not_name_a_right_keeps_it_closed(method):
    dialogue = DialogueFactory(phases=[("Läs", -3, 3, [])])
    assert not any(may_do(dialogue, method.right(verb), clock.now()) for verb in method.rights)


def test_an_attachment_draws_its_section(method):
    if method.kind is not Kind.ATTACHMENT:
        assert method.page_type
        return
    dialogue = DialogueFactory()
    context = method.section_context(RequestFactory().get("/"), dialogue)
    html = get_template(method.section_template).render(context, RequestFactory().get("/"))
    assert "<form" not in html or 'method="post"' not in html.lower()
    assert method.section_template.startswith(f"participation_{method.name}/")


def test_a_contribution_through_it_can_be_found_in_its_place(method, client):
    contribution = ContributionFactory(method=method.name)
    url = method.contribution_url(contribution)
    assert client.get(url, follow=True).status_code == 200


def test_its_columns_of_the_register_bear_its_name(method):
    names = [column.name for column in method.export_columns()]
    assert len(names) == len(set(names))
    assert all(name.startswith(f"{method.name}.") for name in names)


class Nameless(ParticipationMethod):
    label = summary = icon = "x"
    kind = Kind.ATTACHMENT
    rights = {"x": "x"}
    section_template = "x.html"


class Pageless(Nameless):
    name = "pageless"
    kind = Kind.ACTIVITY


class Kindless(Nameless):
    name = "kindless"
    kind = "attachment"


@pytest.mark.parametrize(
    ("nonsense", "says"), [(Nameless, "no name"), (Pageless, "needs page_type"), (Kindless, "no kind"), (object, "no ParticipationMethod")]
)
def test_nonsense_is_refused_with_a_sentence_that_helps(nonsense, says):
    with pytest.raises(ImproperlyConfigured, match=says):
        registry.register(nonsense)
