"""What an editor may and may not do with a poll: the gate, the form, moving and deleting."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from participation.methods.poll.models import PollOption, PollPage
from participation.publication.publish import PublicationRefused
from participation.publication.requirements import missing_for_publication
from tests.factories import DialogueFactory, ParticipantFactory, UserFactory
from tests.participation.methods.poll.polls import RIGHT, PollFactory, choose

pytestmark = pytest.mark.django_db


def said(poll: Any) -> str:
    return " ".join(str(entry.sentence) for entry in missing_for_publication(poll))


def form_of(poll: Any, options: list[dict[str, Any]], *, initial: int = 0, **fields: Any) -> Any:
    return nested_form_data(
        {
            "title": "Lekredskap",
            "slug": "lekredskap",
            "question": "Vad vill du ha?",
            "introduction": "",
            "phase_key": "",
            "voters": "anybody",
            "result_shown": "after",
            "options": inline_formset(options, initial=initial),
            "comments": inline_formset([]),
            **fields,
        }
    )


def test_a_complete_poll_misses_nothing(site_tree: Any) -> None:
    assert said(PollFactory()) == ""


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("Bara en",), "minst två alternativ"),
        (tuple(f"Nummer {n}" for n in range(9)), "högst åtta alternativ"),
        (("Gunga", " gunga "), "samma ord"),
    ],
)
def test_too_few_too_many_or_equal_options_are_refused(site_tree: Any, options: Any, words: str) -> None:
    assert words in said(PollFactory(options=options))


def test_eight_options_and_two_are_enough(site_tree: Any) -> None:
    assert said(PollFactory(options=tuple(f"Nummer {n}" for n in range(8)))) == ""
    assert said(PollFactory(options=("Ja", "Nej"))) == ""


def test_without_a_phase_that_opens_it_it_is_not_published(site_tree: Any, cecilia: Any) -> None:
    poll = PollFactory(phases=[("Tyck till", -7, 14, ["comments.comment"])], draft=True)
    assert "rösta" in said(poll)
    with pytest.raises(PublicationRefused):
        poll.save_revision(user=cecilia).publish(user=cecilia)
    assert not PollPage.objects.get(pk=poll.pk).live


def test_a_phase_that_is_gone_is_told(site_tree: Any) -> None:
    assert "inte kvar" in said(PollFactory(phase_key="00000000-0000-4000-8000-000000000001"))


def test_it_waits_for_its_dialogue(site_tree: Any) -> None:
    dialogue = DialogueFactory(draft=True, phases=[("Rösta", -7, 14, [RIGHT])])
    assert "dialogen först" in said(PollFactory(dialogue=dialogue, draft=True))


def test_the_editor_chooses_among_the_phases_of_the_dialogue(site_tree: Any, cecilia: Any, client_of: Any) -> None:
    dialogue = DialogueFactory(phases=[("Tyck till", -7, 0, [RIGHT]), ("Rösta nu", 1, 14, [RIGHT])])
    add = reverse("wagtailadmin_pages:add", args=["participation_poll", "pollpage", dialogue.pk])
    client = client_of(cecilia)
    drawn = client.get(add).content.decode()
    assert "Rösta nu (" in drawn and "Tyck till (" in drawn
    key = str(dialogue.phases.last().translation_key)
    options = [{"text": "Gunga", "image": ""}, {"text": "Linbana", "image": ""}]
    answer = client.post(add, form_of(None, options, phase_key=key) | {"action-publish": "1"})
    assert answer.status_code == 302, answer.context["form"].errors
    poll = PollPage.objects.get(slug="lekredskap")
    assert poll.live and str(poll.phase_key) == key and poll.options.count() == 2


def test_one_option_is_refused_in_the_form_with_the_sentence(site_tree: Any, cecilia: Any, client_of: Any) -> None:
    dialogue = DialogueFactory(phases=[("Rösta", -7, 14, [RIGHT])])
    add = reverse("wagtailadmin_pages:add", args=["participation_poll", "pollpage", dialogue.pk])
    answer = client_of(cecilia).post(add, form_of(None, [{"text": "Gunga", "image": ""}]) | {"action-publish": "1"})
    assert answer.status_code == 200
    assert "minst två alternativ" in answer.content.decode()
    assert not PollPage.objects.exists()


def edit(client: Any, poll: Any, words: list[tuple[int, str, bool]], action: str) -> Any:
    rows = [{"id": pk, "text": text, "image": "", "DELETE": "on" if gone else ""} for pk, text, gone in words]
    address = reverse("wagtailadmin_pages:edit", args=[poll.pk])
    return client.post(address, form_of(poll, rows, initial=len([pk for pk, *_rest in words if pk])) | ({action: "1"} if action else {}))


@pytest.mark.parametrize("action", ["", "action-publish"], ids=["draft", "publish"])
@pytest.mark.parametrize("live", [True, False])
def test_after_the_first_vote_no_option_goes(site_tree: Any, cecilia: Any, client_of: Any, live: bool, action: str) -> None:
    poll = PollFactory(options=("Gunga", "Linbana", "Vatten"))
    choose(poll, ParticipantFactory(), "Gunga")
    if not live:
        poll.unpublish()
    rows = [(row.pk, row.text, row.text == "Vatten") for row in poll.options.all()]
    answer = edit(client_of(cecilia), poll, rows, action)
    assert answer.status_code == 200
    assert "har röstat" in answer.content.decode()
    assert PollOption.objects.filter(page=poll).count() == 3


def test_after_the_first_vote_words_can_be_corrected(site_tree: Any, cecilia: Any, client_of: Any) -> None:
    poll = PollFactory(options=("Gunga", "Linbanna"))
    choose(poll, ParticipantFactory(), "Linbanna")
    keys = set(poll.options.values_list("translation_key", flat=True))
    rows = [(row.pk, row.text.replace("nn", "n"), False) for row in poll.options.all()]
    answer = edit(client_of(cecilia), poll, rows, "action-publish")
    assert answer.status_code == 302, answer.context["form"].errors
    stored = PollOption.objects.filter(page=poll)
    assert {row.text for row in stored} == {"Gunga", "Linbana"}
    assert {row.translation_key for row in stored} == keys


def test_publishing_an_old_version_takes_no_option_away(site_tree: Any, cecilia: Any) -> None:
    poll = PollFactory(options=("Gunga", "Linbana"))
    old = poll.save_revision(user=cecilia)
    poll.options.add(PollOption(text="Vatten", sort_order=2, locale=poll.locale))
    poll.save_revision(user=cecilia).publish(user=cecilia)
    choose(poll, ParticipantFactory(), "Vatten")
    with pytest.raises(PublicationRefused, match="har röstat"):
        old.publish(user=cecilia)
    assert PollOption.objects.filter(page=poll).count() == 3


@pytest.mark.parametrize("what", ["poll", "dialogue"])
def test_what_holds_votes_is_not_deleted(site_tree: Any, client_of: Any, what: str) -> None:
    poll = PollFactory()
    choose(poll, ParticipantFactory(), "Linbana")
    page = poll if what == "poll" else poll.dialogue
    answer = client_of(UserFactory(admin=True)).post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)
    assert "1 röst" in answer.content.decode()
    assert PollPage.objects.filter(pk=poll.pk).exists()


def test_a_poll_stays_with_its_dialogue(site_tree: Any, cecilia: Any) -> None:
    poll, other = PollFactory(), DialogueFactory()
    assert not Page.objects.get(pk=poll.pk).specific.can_move_to(other)


def test_a_copy_has_options_of_its_own_and_no_votes(site_tree: Any, cecilia: Any) -> None:
    poll = PollFactory()
    choose(poll, ParticipantFactory(), "Linbana")
    copy = poll.copy(update_attrs={"slug": "kopia", "title": "Kopia"}, user=cecilia, copy_revisions=False)
    assert not copy.has_votes
    mine, theirs = (set(page.options.values_list("translation_key", flat=True)) for page in (copy, poll))
    assert not mine & theirs
