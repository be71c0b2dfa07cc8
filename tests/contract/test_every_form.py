"""Every form outside the admin is asked again when it is sent by another than it was opened for; each address that takes one stands here."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from cms.following.actions import follow_as
from cms.http.asking_again import FOR_ANYBODY
from participation.moderation.actions.hiding import hide_contribution
from tests.contract.open_forms import draw, fields_of, forms_of
from tests.factories import ContributionFactory, DialogueFactory, ParticipantFactory, UserFactory
from tests.participation.methods.poll.polls import PollFactory
from tests.signing_in import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


@dataclass(frozen=True)
class Form:
    """Where a form is opened, where it is sent, and what is written in it."""

    url: str
    words: dict[str, str] = field(default_factory=dict)
    sent_to: str = ""

    @property
    def action(self) -> str:
        return self.sent_to or self.url


COMMENT = {"text": "Sänk farten vid skolan.", "author_name": "Grannen"}


def of_contribution(name: str, **words: str) -> Callable[[Any], Form]:
    """A form about somebody else's comment."""
    return lambda person: Form(reverse(f"participation:{name}", args=[ContributionFactory(dialogue=DialogueFactory(open=True)).pk]), words)


def of_own(name: str, **words: str) -> Callable[[Any], Form]:
    """A form about one's own comment."""

    def form(person: Any) -> Form:
        row = ContributionFactory(dialogue=DialogueFactory(open=True), participant=ParticipantFactory(user=person, browser_digest=None))
        return Form(reverse(f"participation:{name}", args=[row.pk]), words)

    return form


def second_look(person: Any) -> Form:
    row = ContributionFactory(dialogue=DialogueFactory(open=True), participant=ParticipantFactory(user=person, browser_digest=None))
    hide_contribution(row, UserFactory(admin=True), "threat", "Hotfullt.")
    return Form(reverse("participation:second_look", args=[row.pk]), {"words": "Det är kritik."})


def mine(person: Any) -> Form:
    follow_as(person, "participation.dialogue", DialogueFactory(open=True).pk, "at_once", "sv")
    return Form(reverse("following:mine"), {"hears_own": "on"})


def follow(person: Any) -> Form:
    return Form(reverse("following:follow", args=["participation.dialogue", DialogueFactory(open=True).pk]), {"pace": "weekly"})


def claim(person: Any) -> Form:
    return Form(reverse("my_page"), {"supports": "on"}, sent_to=reverse("participation:claim"))


# Where a form stands that an account can have open, by the name of the address that it is sent to.
FOR_ACCOUNTS: dict[str, Callable[[Any], Form]] = {
    "participation_comments:new": lambda _: Form(reverse("participation_comments:new", args=[DialogueFactory(open=True).pk]), COMMENT),
    "participation_comments:reply": lambda _: Form(
        reverse("participation_comments:reply", args=[ContributionFactory(dialogue=DialogueFactory(open=True)).pk]), COMMENT
    ),
    "participation_poll:vote": lambda _: Form(reverse("participation_poll:vote", args=[PollFactory().pk])),
    "participation:support": of_contribution("support"),
    "participation:report": of_contribution("report", details="Det är reklam."),
    "participation:edit": of_own("edit", **COMMENT),
    "participation:withdraw": of_own("withdraw"),
    "participation:second_look": second_look,
    "participation:claim": claim,
    "following:follow": follow,
    "following:mine": mine,
    "own_data": lambda _: Form(reverse("own_data"), {"format": "html"}),
    "erase": lambda _: Form(reverse("erase"), {"word": "RADERA"}),
    "account_email": lambda _: Form(reverse("account_email"), {"email": "ny@example.org", "action_add": "1"}),
}
FOR_NOBODY = {
    name: FOR_ACCOUNTS[name] for name in FOR_ACCOUNTS if name.split(":")[-1] in ("new", "reply", "vote", "support", "report", "follow")
}
FOR_NOBODY |= {
    "account_signup": lambda _: Form(reverse("account_signup"), {"email": "ny@example.org", "password1": "en-lang-fras-7"}),
}
# What the next page says when the form is sent and saved.
CONFIRMED = {
    "participation_comments:new": "Tack. Vi har tagit emot det.",
    "participation_comments:reply": "Tack. Vi har tagit emot det.",
    "participation_poll:vote": "Din röst är räknad",
    "participation:support": "Ditt stöd är räknat.",
    "participation:report": "Tack för att du säger till",
    "participation:edit": "Ändringen är sparad.",
    "participation:withdraw": "Det är tillbakataget.",
    "participation:second_look": "En annan person granskar det på nytt.",
    "participation:claim": "Det du håller med om är ditt nu.",
    "following:follow": "Nu följer du det",
    "following:mine": "Det är sparat.",
    "erase": "Du är raderad",
    "account_email": "Vi har mejlat en länk till ny@example.org.",
}
A_FILE = {"own_data"}  # what is sent back is the file itself
# Asked again by the one rule, and opened by nothing that stands above: why.
OPENED_ELSEWHERE = {
    "participation_comments:new_on": "the form of `new`, about a thing of another method's",
    "guest_data": "the view of `own_data`, which shows its form to a browser that has sent something",
    "guest_erase": "the view of `erase`, which shows its form to a browser that has sent something",
    "invitation": "a link and an account together",
    "knowledge_hub:confirm": "a button without words, on guides that staff alone read",
    **dict.fromkeys(
        [
            "account_reauthenticate",
            "account_change_password",
            "account_set_password",
            "mfa_reauthenticate",
            "mfa_activate_totp",
            "mfa_deactivate_totp",
            "mfa_generate_recovery_codes",
            "mfa_add_webauthn",
            "mfa_reauthenticate_webauthn",
            "mfa_remove_webauthn",
            "mfa_edit_webauthn",
        ],
        "a form of allauth, opened by its elements as `account_email` is",
    ),
}
THE_ADDRESS_IS_THE_KEY = {
    "following:send_link": "writes to an address, whoever asks",
    "following:page": "a signed link",
    "following:confirm": "a signed link",
    "following:leave": "a signed link, sent by mail programs too",
    "participation:confirm_contact": "a signed link",
}
NO_FORM = {"_util/login/": "a redirect to the login"}
# Functions that take no form: they only read.
READ_ONLY = {
    "health",
    "style_sheet",
    "typeface",
    "worker_health",
    "search_health",
    "cms_media:rendition",
    "cms_media:document",
    "patterns",
    "following:feed",
    "cms_outbox:mails",
    "cms_outbox:mail",
    "cms_outbox:mail_html",
    "search",
    "search_suggest",
    "logged_in",
    "account_email_verification_sent",
    "erased",
    "participation:bodies",
    "participation:body",
    "participation:promises",
    "participation:short_link",
    "participation:own_in",
    "participation:moderation",
    "participation:receipt",
    "participation:receipt_detail",
    "participation:calendar",
    "participation:how_it_goes",
    "participation:place",
    "participation:places",
    "participation:share_image",
    "participation:taking_part",
    "participation_comments:thread",
    "participation_comments:permalink",
    "participation_poll:result",
    "wagtail_serve",
}


def addresses(patterns: Any = None, spaces: tuple[str, ...] = (), route: str = "") -> dict[str, Any]:
    """Every public address by its name (or route), with its view."""
    told: dict[str, Any] = {}
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        here = f"{route}{pattern.pattern}"
        if here.startswith(("admin/", "^admin/")):
            continue
        if isinstance(pattern, URLResolver):
            told |= addresses(pattern.url_patterns, (*spaces, pattern.namespace) if pattern.namespace else spaces, here)
        elif isinstance(pattern, URLPattern):
            told[":".join([*spaces, pattern.name]) if pattern.name else here] = pattern.callback
    return told


def takes_posts(view: Any) -> bool:
    """Whether a view answers POST; of a function nobody can tell."""
    cls = getattr(view, "view_class", None)
    return cls is None or (hasattr(cls, "post") and "post" in cls.http_method_names)


def test_each_address_that_takes_a_form_is_named_once() -> None:
    named = [*({**FOR_ACCOUNTS, **FOR_NOBODY}), *OPENED_ELSEWHERE, *THE_ADDRESS_IS_THE_KEY, *FOR_ANYBODY, *NO_FORM, *READ_ONLY]
    assert sorted(set(named)) == sorted(named)
    assert sorted(name for name, view in addresses().items() if takes_posts(view) and name not in named) == []
    assert sorted(set(named) - set(addresses())) == []


def test_only_those_with_a_reason_are_not_asked() -> None:
    exempt = {
        name
        for name, view in addresses().items()
        if takes_posts(view) and not getattr(getattr(view, "view_class", view), "asks_for_whom", True)
    }
    assert exempt == set(THE_ADDRESS_IS_THE_KEY)


def rows() -> dict[str, int]:
    """How many rows of each kind there are that a form might make."""
    left_out = ("session", "adminurlfinder")
    return {model._meta.label: model._default_manager.count() for model in apps.get_models() if model._meta.model_name not in left_out}


def end_session(client: Client) -> None:
    del client.cookies["sessionid"]


def kept_fields(response: Any) -> dict[str, Any]:
    """The fields of the form in the answer."""
    return fields_of(forms_of(response)[0])


@pytest.mark.parametrize("name", FOR_ACCOUNTS)
def test_a_form_of_an_account_is_not_sent_as_nobody(name: str, astrid: Any, client_of: Any) -> None:
    client, form = client_of(astrid), FOR_ACCOUNTS[name](astrid)
    if name == "participation:claim":
        of_browser(client, astrid)
    sent = {**draw(client, form.url, form.sent_to), **form.words}
    end_session(client)
    before = rows()
    answer = client.post(form.action, sent)
    assert answer.status_code == 409
    assert rows() == before
    html = answer.content.decode()
    assert "Du är utloggad" in html and reverse("logged_in").replace("/", "%2F") in html
    kept = kept_fields(answer)
    assert {key: kept.get(key) for key in form.words} == form.words
    sign_in(client, astrid)  # in a new tab
    again = client.post(form.action, kept)
    assert again.status_code in (200, 302), again.content.decode()


@pytest.mark.parametrize("name", FOR_NOBODY)
def test_a_form_of_nobody_is_not_sent_as_an_account(name: str, astrid: Any) -> None:
    client, form = Client(), FOR_NOBODY[name](astrid)
    sent = {**draw(client, form.url), **form.words}
    sign_in(client, astrid)
    before = rows()
    answer = client.post(form.action, sent)
    assert (answer.status_code, rows()) == (409, before)
    assert "Du är inloggad nu" in answer.content.decode()
    written = {key: value for key, value in form.words.items() if "password" not in key}
    kept = kept_fields(answer)
    assert {key: kept.get(key) for key in written} == written
    assert "en-lang-fras-7" not in answer.content.decode()


@pytest.mark.parametrize("name", FOR_ACCOUNTS)
def test_a_form_of_one_account_is_not_sent_as_another(name: str, astrid: Any, client_of: Any) -> None:
    client, form = client_of(astrid), FOR_ACCOUNTS[name](astrid)
    if name == "participation:claim":
        of_browser(client, astrid)
    sent = {**draw(client, form.url, form.sent_to), **form.words}
    sign_in(client, UserFactory(email="eva@example.org"))
    before = rows()
    answer = client.post(form.action, sent)
    assert (answer.status_code, rows()) == (409, before)
    assert "Ett annat konto är inloggat" in answer.content.decode()


@pytest.mark.parametrize("name", FOR_ACCOUNTS)
def test_what_is_saved_is_confirmed(name: str, astrid: Any, client_of: Any) -> None:
    client, form = client_of(astrid), FOR_ACCOUNTS[name](astrid)
    if name == "participation:claim":
        of_browser(client, astrid)
    answer = client.post(form.action, {**draw(client, form.url, form.sent_to), **form.words}, follow=True)
    assert answer.status_code == 200
    assert name in A_FILE or CONFIRMED[name] in answer.content.decode()


def of_browser(client: Client, person: Any) -> None:
    """What this browser wrote before somebody logged in."""
    end_session(client)
    url = reverse("participation_comments:new", args=[DialogueFactory(open=True).pk])
    assert client.post(url, {**COMMENT, "key": str(uuid.uuid4())}).status_code == 302
    sign_in(client, person)
