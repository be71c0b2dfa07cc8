"""Voting: one vote for each person, changed while the poll is open, and shown to nobody."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.admin.viewsets import viewsets
from wagtail.models import PageLogEntry, ReferenceIndex
from wagtail.snippets.models import get_snippet_models

from cms.accounts.models import Participant
from participation.api import ContributionRefused
from participation.methods.poll.actions import vote
from participation.methods.poll.choices import ResultShown, Voters
from participation.methods.poll.models import PollPage, Vote
from participation.methods.poll.queries import result_of
from participation.models import Contribution
from tests.contract.open_forms import draw
from tests.factories import ParticipantFactory, UserFactory, after, translated
from tests.participation.methods.poll.polls import PollFactory, choose, option

pytestmark = pytest.mark.django_db


def form_at(poll: Any, *, prefix: str = "") -> str:
    return prefix + reverse("participation_poll:vote", args=[poll.pk])


def send(client: Client, poll: Any, words: str, **headers: Any) -> Any:
    """Fill in the form as it is drawn, and send it."""
    drawn = client.get(form_at(poll)).content.decode()
    fields = dict(re.findall(r'name="(key)" value="([^"]+)"', drawn))
    return client.post(form_at(poll), {**fields, "option": option(poll, words).translation_key}, headers=headers)


def text(response: Any) -> str:
    return str(response.content.decode())


# The action


def test_a_vote_is_one_and_can_be_changed(site_tree: Any) -> None:
    poll, person = PollFactory(), ParticipantFactory()
    choose(poll, person, "Linbana")
    choose(poll, person, "Vattenlek")
    assert [(row.option.text, row.votes) for row in result_of(poll).options] == [("Klätterställning", 0), ("Linbana", 0), ("Vattenlek", 1)]


def test_a_vote_is_no_contribution_and_leaves_no_trace(site_tree: Any) -> None:
    poll = PollFactory()
    logged, known = PageLogEntry.objects.count(), ReferenceIndex.objects.count()
    given = choose(poll, ParticipantFactory(), "Linbana")
    assert not Contribution.objects.exists()
    assert (PageLogEntry.objects.count(), ReferenceIndex.objects.count()) == (logged, known)
    assert type(given.given_on) is date, "no finer than the day"
    assert given.pk.version == 4, "drawn by lot: it tells no order"


def test_no_list_of_the_admin_holds_votes() -> None:
    assert Vote not in get_snippet_models()
    assert not [viewset for viewset in viewsets.viewsets if getattr(viewset, "model", None) is Vote]


def test_after_closing_it_is_refused_and_nothing_changes(site_tree: Any) -> None:
    poll, person = PollFactory(), ParticipantFactory()
    choose(poll, person, "Linbana")
    with after(poll.dialogue.phases.get()), pytest.raises(ContributionRefused, match="stängt"):
        choose(poll, person, "Vattenlek")
    assert Vote.objects.get().option_key == option(poll, "Linbana").translation_key


def test_an_option_of_another_poll_is_refused(site_tree: Any) -> None:
    poll, other = PollFactory(), PollFactory()
    with pytest.raises(ContributionRefused, match="finns inte"):
        vote(poll, ParticipantFactory(), option(other, "Linbana").translation_key)


def test_a_browser_is_refused_where_an_account_is_needed(site_tree: Any) -> None:
    poll = PollFactory(voters=Voters.ACCOUNTS)
    with pytest.raises(ContributionRefused, match="Logga in"):
        choose(poll, ParticipantFactory(), "Linbana")
    choose(poll, ParticipantFactory(with_account=True), "Linbana")
    assert Vote.objects.count() == 1


# The page


def test_the_page_leads_to_the_form_and_holds_none(site_tree: Any) -> None:
    poll = PollFactory()
    drawn = text(Client().get(poll.url))
    assert form_at(poll) in drawn and 'method="post"' not in drawn and "csrfmiddlewaretoken" not in drawn
    assert "Klätterställning" in drawn and "Rösta till och med" in drawn
    assert "<table" not in drawn, "no result while people vote"


def test_a_vote_by_form_is_confirmed_and_can_be_changed(site_tree: Any) -> None:
    poll, client = PollFactory(), Client()
    sent = send(client, poll, "Linbana")
    assert (sent.status_code, sent.url) == (302, reverse("participation_poll:voted", args=[poll.pk]))
    told = client.get(sent.url)
    assert "Du har röstat på:" in text(told) and "Linbana" in text(told)
    assert "resultatet visas" in text(told).lower()
    assert told["Cache-Control"] == "no-store"
    again = text(client.get(form_at(poll)))
    assert re.search(rf'value="{option(poll, "Linbana").translation_key}"[^>]* checked', again), "the present choice"
    send(client, poll, "Vattenlek")
    assert Vote.objects.get().option_key == option(poll, "Vattenlek").translation_key


def test_another_browser_is_another_vote(site_tree: Any) -> None:
    poll = PollFactory()
    for words in ("Linbana", "Linbana", "Vattenlek"):
        send(Client(), poll, words)
    assert [row.votes for row in result_of(poll).options] == [0, 2, 1]


def test_an_account_votes_once_from_two_browsers(site_tree: Any, astrid: Any, client_of: Any) -> None:
    poll = PollFactory(voters=Voters.ACCOUNTS)
    for words in ("Linbana", "Vattenlek"):
        send(client_of(astrid), poll, words)
    assert Vote.objects.get().participant.user == astrid


def test_without_an_account_it_says_to_log_in_and_leads_there(site_tree: Any) -> None:
    poll = PollFactory(voters=Voters.ACCOUNTS)
    drawn = text(Client().get(form_at(poll)))
    assert "Logga in för att rösta" in drawn and f"/konto/login/?next={form_at(poll)}" in drawn
    assert send(Client(), poll, "Linbana").status_code in (409, 422)
    assert not Vote.objects.exists()


def test_nothing_chosen_is_told_and_a_choice_is_kept(site_tree: Any) -> None:
    poll, client = PollFactory(), Client()
    answer = client.post(form_at(poll), {"key": "00000000-0000-4000-8000-000000000001"})
    assert answer.status_code == 422 and "Välj ett av alternativen" in text(answer)
    key = option(poll, "Vattenlek").translation_key
    with after(poll.dialogue.phases.get()):
        answer = client.post(form_at(poll), {"key": "00000000-0000-4000-8000-000000000002", "option": key})
    assert answer.status_code == 409 and "stängt" in text(answer)
    assert re.search(rf'value="{key}"[^>]* checked', text(answer)), "what was chosen is still there"


def test_a_choice_that_was_not_sent_stands_there_in_words(site_tree: Any, astrid: Any, client_of: Any) -> None:
    poll, client = PollFactory(), client_of(astrid)
    fields = draw(client, form_at(poll)) | {"option": str(option(poll, "Linbana").translation_key)}
    del client.cookies["sessionid"]
    answer = client.post(form_at(poll), fields)
    assert answer.status_code == 409 and "<strong>Linbana</strong>" in text(answer)
    poll.unpublish()
    assert "Linbana" not in text(client.post(form_at(poll), fields)), "it may have changed since"


def test_a_form_sent_twice_at_first_is_one_person(site_tree: Any) -> None:
    poll = PollFactory()
    form = {"key": "00000000-0000-4000-8000-000000000003", "option": option(poll, "Linbana").translation_key}
    for _time in range(2):
        assert Client().post(form_at(poll), form).status_code == 302
    assert Vote.objects.count() == Participant.objects.count() == 1


def test_a_form_without_its_token_is_refused(site_tree: Any) -> None:
    poll = PollFactory()
    form = {"key": "00000000-0000-4000-8000-000000000003", "option": option(poll, "Linbana").translation_key}
    assert Client(enforce_csrf_checks=True).post(form_at(poll), form).status_code == 403
    assert not Vote.objects.exists()


def test_htmx_gets_the_form_and_the_confirmation_only(site_tree: Any) -> None:
    poll, client = PollFactory(), Client()
    drawn = text(client.get(form_at(poll), headers={"HX-Request": "true"}))
    assert "<main" not in drawn and "<form" in drawn
    answer = send(client, poll, "Linbana", **{"HX-Request": "true"})
    assert answer.status_code == 200 and "Du har röstat på:" in text(answer) and "<main" not in text(answer)


def test_the_page_of_thanks_leads_somebody_else_to_the_form(site_tree: Any) -> None:
    poll = PollFactory()
    answer = Client().get(reverse("participation_poll:voted", args=[poll.pk]))
    assert (answer.status_code, answer.url) == (302, form_at(poll))


def test_a_closed_poll_says_so_and_shows_the_result_as_a_table_and_bars(site_tree: Any) -> None:
    poll = PollFactory()
    for words in ("Linbana", "Linbana", "Vattenlek"):
        choose(poll, ParticipantFactory(), words)
    with after(poll.dialogue.phases.get()):
        drawn, form = text(Client().get(poll.url)), text(Client().get(form_at(poll)))
    assert "3 personer har röstat." in drawn
    assert drawn.index("<table") < drawn.index("figures__bar")
    assert re.search(r"Linbana.*?67\s%.*?<td>2<svg", drawn, re.S)
    assert " style=" not in drawn.split("<main")[1]
    assert "stängt" in form and "Se resultatet" in form and "<form" not in form.split("<main")[1].split("</main")[0]


def test_the_result_at_once_is_shown_while_people_vote(site_tree: Any) -> None:
    poll = PollFactory(result_shown=ResultShown.AT_ONCE)
    choose(poll, ParticipantFactory(), "Linbana")
    drawn = text(Client().get(poll.url))
    assert "Resultatet hittills" in drawn and "1 person har röstat." in drawn


def test_nobody_reads_who_chose_what(site_tree: Any, client_of: Any) -> None:
    """Somebody who runs the site looks at the poll in every way that the admin has."""
    poll = PollFactory(voters=Voters.ACCOUNTS)
    voter = UserFactory(email="anonyma@example.org", first_name="Anonyma")
    choose(poll, ParticipantFactory(user=voter), "Vattenlek")
    staff = client_of(UserFactory(admin=True))
    names = ("edit", "history", "usage", "workflow_history", "delete")
    addresses = [reverse(f"wagtailadmin_pages:{name}", args=[poll.pk]) for name in names]
    for address in (*addresses, "/admin/reports/site-history/", reverse("participation_contributions:list"), poll.url, poll.dialogue.url):
        answer = staff.get(address, follow=True)
        assert answer.status_code == 200
        assert "nonyma" not in text(answer), address


# Two languages, one count


def test_an_english_page_shows_english_options_and_votes_are_counted_once(site_tree: Any) -> None:
    poll = PollFactory(options=("Gunga", "Linbana"))
    english = translated(poll, title="Play", question="What do you want?")
    for row, words in zip(english.options.all(), ("A swing", "A zip line"), strict=True):
        row.text = words
        row.save()
    client = Client()
    page = text(client.get(english.url))
    assert "What do you want?" in page and "A zip line" in page and "Linbana" not in page
    drawn = text(client.get(f"/en{form_at(poll)}"))
    assert "A zip line" in drawn
    key = option(poll, "Linbana").translation_key
    sent = client.post(f"/en{form_at(english)}", {"key": "00000000-0000-4000-8000-000000000009", "option": key})
    assert sent.status_code == 302 and sent.url.startswith("/en/")
    assert "A zip line" in text(client.get(sent.url))
    assert Vote.objects.get().activity_id == poll.pk
    assert [row.votes for row in result_of(poll).options] == [0, 1]
    with after(poll.dialogue.phases.get()):
        assert "1 person has voted." in text(client.get(english.url))


def test_what_may_not_be_seen_is_not_there(site_tree: Any) -> None:
    poll = PollFactory()
    PollPage.objects.get(pk=poll.pk).unpublish()
    assert Client().get(form_at(poll)).status_code == 404
    hidden = PollFactory()
    hidden.dialogue.view_restrictions.create(restriction_type="groups")
    assert Client().get(form_at(hidden)).status_code == 404


# The file


def file_of(poll: Any, kind: str = "csv", prefix: str = "") -> str:
    return prefix + reverse("participation_poll:result", args=[poll.pk, kind])


def test_the_result_is_a_file_of_totals(site_tree: Any, client: Client) -> None:
    poll = PollFactory(result_shown=ResultShown.AT_ONCE)
    for words in ("Linbana", "Linbana", "Vattenlek"):
        choose(poll, ParticipantFactory(), words)
    lines = b"".join(client.get(file_of(poll)).streaming_content).decode().splitlines()  # type: ignore[attr-defined]
    assert lines[1:] == ["Klätterställning;0;0", "Linbana;67;2", "Vattenlek;33;1"]
    assert file_of(poll) in text(client.get(poll.get_url()))


@pytest.mark.parametrize("hidden", ["still open", "draft", "dialogue draft", "no such kind"])
def test_no_result_no_file(site_tree: Any, client: Client, hidden: str) -> None:
    poll = PollFactory(result_shown=ResultShown.AFTER if hidden == "still open" else ResultShown.AT_ONCE)
    if hidden == "draft":
        poll.unpublish()
    if hidden == "dialogue draft":
        poll.dialogue.unpublish()
    assert client.get(file_of(poll, "pdf" if hidden == "no such kind" else "csv")).status_code == 404
