"""The demonstration loads, shows every state and type of page, and says what is made up."""

import re
from collections import Counter
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms import clock
from cms.accounts.models import User
from cms.demo.codes import DEMO_SECRET, current_code
from cms.demo.people import ACCOUNTS, DEMO_PASSWORD, Account
from cms.demo.translating import untranslated
from cms.models import SiteIdentity
from cms.organisation.models import Administration
from cms.organisation.roles import administrations_of
from cms.visibility import visible_to
from participation.choices import AnswerKind, CommitmentStatus, ContributionState, OutcomeStep, State
from participation.models import (
    AdministrationSectionPage,
    CommitmentStatusEntry,
    Contribution,
    Decision,
    DialoguePage,
    HideProposal,
    MandateStep,
    OutcomeItem,
    OutcomePage,
    Report,
    SecondLook,
)

OURS = ("home", "participation", "knowledge_hub")
MAPPING = "kartlaggning-av-det-demokratiframjande-arbetet"


def dialogues() -> Any:
    return DialoguePage.objects.canonical().with_state(clock.now())


def test_says_who_can_sign_in_and_where_to_look(demo: str) -> None:
    assert DEMO_PASSWORD in demo
    assert all(account.email in demo for account in ACCOUNTS)
    assert "/dialoger/tekniska-service/trygga-skolvagar/" in demo


def test_loading_again_changes_nothing(demo: str) -> None:
    before = [model.objects.count() for model in (Page, User, Contribution)]
    call_command("load_demo", stdout=None)
    assert [model.objects.count() for model in (Page, User, Contribution)] == before


def test_a_database_with_other_accounts_is_refused(demo: str) -> None:
    User.objects.filter(email="admin@example.org").update(email="somebody@example.org")
    with pytest.raises(CommandError, match="accounts of its own"):
        call_command("load_demo")
    assert not User.objects.filter(email="admin@example.org").exists()


def test_every_state_is_there(demo: str) -> None:
    assert set(dialogues().values_list("state", flat=True)) == set(State.values)


def test_an_answer_is_overdue_a_dialogue_extended_and_one_closes_soon(demo: str) -> None:
    assert dialogues().filter(is_overdue=True).count() == 1
    assert dialogues().filter(is_extended=True).count() == 1
    soon = dialogues().filter(state=State.OPEN).order_by("last_closes_at").first()
    assert (soon.last_closes_at - clock.now()).days <= 3


def test_three_administrations_hold_dialogues(demo: str) -> None:
    with_words = dialogues().filter(is_record=False).with_administration()
    assert len(set(with_words.values_list("administration_id", flat=True))) == 3


def test_every_type_of_page_is_there(demo: str) -> None:
    types = [
        model for model in apps.get_models() if issubclass(model, Page) and model is not Page and model.__module__.split(".")[0] in OURS
    ]
    missing = [model.__name__ for model in types if not model.objects.filter(live=True).exists()]
    assert missing == []


@pytest.mark.whole_site
def test_every_page_answers_in_both_languages(demo: str) -> None:
    pages = list(visible_to(Page.objects.filter(depth__gt=1), None).specific())
    answers = {page.get_url(): Client().get(page.get_url(), follow=True).status_code for page in pages}
    assert {address: status for address, status in answers.items() if status != 200} == {}
    assert {page.locale.language_code for page in pages} == {"sv", "en"}


def test_many_voices_with_one_hidden_reported_withdrawn_and_waiting(demo: str) -> None:
    states = Counter(Contribution.objects.values_list("state", flat=True))
    assert states[ContributionState.PUBLISHED] >= 60
    assert (states[ContributionState.HIDDEN], states[ContributionState.WITHDRAWN]) == (2, 1)
    assert states[ContributionState.PENDING] == 2
    assert Report.objects.filter(handled_at=None).count() == 1
    assert SecondLook.objects.filter(decided_at=None).count() == HideProposal.objects.filter(decided_at=None).count() == 1
    assert Contribution.objects.filter(is_official=True, official_administration=None).count() == 0
    assert all(row.received_at <= clock.now() for row in Contribution.objects.all())


def test_one_open_dialogue_has_more_threads_than_fit_on_a_page(demo: str) -> None:
    page = DialoguePage.objects.get(slug="trygga-skolvagar")
    assert page.contributions.on_page().filter(reply_to=None).count() > 25


def test_answers_of_every_kind_and_outcomes_at_every_step(demo: str) -> None:
    assert set(OutcomeItem.objects.values_list("answer", flat=True)) == set(AnswerKind.values)
    assert set(OutcomePage.objects.values_list("step", flat=True)) == set(OutcomeStep.values)
    assert set(CommitmentStatusEntry.objects.values_list("status", flat=True)) == set(CommitmentStatus.values)


def test_what_is_made_up_says_so(demo: str) -> None:
    made_up = DialoguePage.objects.canonical().exclude(slug=MAPPING)
    assert all("påhittade" in page.background for page in made_up)
    assert all("Exempel" in decision.text for decision in Decision.objects.all())
    steps = MandateStep.objects.filter(page__in=made_up)
    assert all("(exempel)" in step.title for step in steps)
    assert all(not step.diary_number or re.fullmatch(r"[A-Z]+ \d{4}/9\d{3}", step.diary_number) for step in steps)


def test_every_dialogue_shows_its_place_in_a_picture_that_is_described(demo: str) -> None:
    pictures = [page.image for page in DialoguePage.objects.canonical().select_related("image")]
    assert all(picture and picture.description.startswith("Teckning av ") for picture in pictures)
    assert len({picture.file_hash or picture.file.size for picture in pictures}) == len(pictures)
    identity = SiteIdentity.objects.get()
    assert identity.logo is not None and "Påhittat" in identity.logo.description


def test_the_mapping_is_told_as_it_was(demo: str) -> None:
    page = DialoguePage.objects.get(slug=MAPPING)
    steps = [(step.date.isoformat(), step.paragraph, step.diary_number) for step in page.mandate_steps.all()]
    assert steps == [
        ("2022-03-02", "", "KS 2022/206"),
        ("2022-05-04", "114", "KS 2022/206"),
        ("2023-05-03", "136", "KS 2022/206"),
        ("2024-03-22", "", "KS 2022/206"),
    ]
    assert page.is_record and "påhittade" not in page.background
    assert not Decision.objects.filter(dialogue=page).exists()


def test_editors_publish_in_their_own_section_only(demo: str) -> None:
    editor = User.objects.get(email="teknik@example.org")
    sections = AdministrationSectionPage.objects.filter(locale__language_code="sv")
    allowed = {section.title for section in sections if section.permissions_for_user(editor).can_publish_subpage()}
    assert allowed == {"Tekniska serviceförvaltningen"}
    english = AdministrationSectionPage.objects.get(locale__language_code="en", title="Technical Services Administration")
    assert english.permissions_for_user(editor).can_publish_subpage()


def test_the_coordinator_publishes_everywhere(demo: str) -> None:
    coordinator = User.objects.get(email="samordnare@example.org")
    assert all(section.permissions_for_user(coordinator).can_publish_subpage() for section in AdministrationSectionPage.objects.all())


def test_translations_are_complete(demo: str) -> None:
    sources = [translation.source.get_source_instance() for translation in Translation.objects.all()]
    assert {page.title: untranslated(page) for page in sources if untranslated(page)} == {}
    assert DialoguePage.objects.filter(locale__language_code="en", live=True).count() == 3
    assert OutcomePage.objects.filter(locale__language_code="en", live=True).count() == 1


def test_the_page_about_the_site_says_that_it_is_an_example(demo: str) -> None:
    about = SiteIdentity.objects.get().about_page
    bodies = {page.locale.language_code: page.body for page in about.get_translations(inclusive=True).specific()}
    assert "Det här är ett exempel" in bodies["sv"] and "This is an example" in bodies["en"]


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.key)
def test_each_account_signs_in(demo: str, account: Account) -> None:
    client = Client()
    answer = client.post("/konto/login/", {"login": account.email, "password": DEMO_PASSWORD})
    if account.works_in_admin:
        assert answer.url == "/konto/2fa/authenticate/"
        answer = client.post(answer.url, {"code": current_code()[0]})
    assert (answer.status_code, answer.url) == (302, "/admin/" if account.works_in_admin else "/")


def test_the_demo_tells_how_to_get_a_code(demo: str) -> None:
    assert DEMO_SECRET in demo and "demo_code" in demo


def test_administrations_have_their_workspaces(demo: str) -> None:
    for administration in Administration.objects.all():
        assert administration.roles.count() == 3 and administration.collection is not None
        assert {page.locale.language_code for page in AdministrationSectionPage.objects.filter(administration=administration)} == {
            "sv",
            "en",
        }
    moderator = User.objects.get(email="moderator@example.org")
    assert {row.slug for row in administrations_of(moderator, "moderator")} == {"tekniska-serviceforvaltningen"}


def test_one_dialogue_is_held_together_with_another_administration(demo: str) -> None:
    page = DialoguePage.objects.get(slug="parken-i-vastra-sjostaden", locale__language_code="sv")
    rights = page.permissions_for_user(User.objects.get(email="redaktor@example.org"))
    assert rights.can_edit() and not rights.can_publish()
