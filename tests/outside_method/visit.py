"""Takes part through the installed petition, as a stranger's site would: `python -m tests.outside_method.visit`.

It prints as JSON what it finds; it runs in a process of its own, where PYTHONPATH leads to the installed package.
"""

import json
import re
from datetime import timedelta
from io import StringIO
from typing import Any

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import CommandError, call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from cms import clock  # noqa: E402
from cms.outbox.models import Job  # noqa: E402
from cms.search.pages import kind_of  # noqa: E402
from participation.choices import Publishing  # noqa: E402
from participation.contributions import rules  # noqa: E402
from participation.contributions.contacts import RECEIPT_LETTER  # noqa: E402
from participation.models import Contribution, ContributionContact, DialoguePage  # noqa: E402
from participation.publication.publish import PublicationRefused  # noqa: E402
from participation.registry import all_methods, get_method, right_choices  # noqa: E402

WORDS = "Vi behöver en bänk vid hållplatsen."
RIGHT = "petition.sign"


def find_all() -> dict[str, Any]:
    """Everything that the tests ask about."""
    installed: dict[str, Any] = {
        "check": printed_by("check", fail_level="WARNING"),
        "migrations": printed_by("makemigrations", check=True, dry_run=True),
        "methods": [method.name for method in all_methods()],
        "rights": [right for right, _words in right_choices()],
    }
    return installed | (take_part() if get_method("petition") else {})


def printed_by(command: str, **options: Any) -> str:
    """What a command complains about; empty when it is content."""
    out = StringIO()
    try:
        call_command(command, stdout=out, stderr=out, **options)
    except (CommandError, SystemExit) as error:
        return f"{out.getvalue()} {error}"
    return ""


def take_part() -> dict[str, Any]:
    """Open a dialogue for signatures, sign, read the receipt; then the phase ends."""
    dialogue, petition = open_petition()
    client, sign = Client(), reverse("gensvar_petition:sign", args=[petition.pk])
    drawn = client.get(petition.url)
    may_sign = bool(rules.may_do(dialogue, RIGHT, clock.now()))
    sent = send(client, sign)
    receipt = client.get(sent.headers.get("Location", "/missing/"))
    before = {"tells": told_by(client, sign), "declared": declared_of(petition, drawn), "gate": gate_of(petition)}
    before |= {"asked_again": asked_again(sign)}
    close(dialogue)
    return before | {
        "dialogue_leads_to_it": petition.url in Client().get(dialogue.url).content.decode(),
        "page": {"status": drawn.status_code, "leads_to_the_form": sign in drawn.content.decode(), "may_sign": may_sign},
        "receipt": {"status": receipt.status_code, "address": sent.headers.get("Location", ""), "shows": WORDS in receipt.content.decode()},
        "found_by_code": found_by_code(sent),
        "on_the_page": WORDS in Client().get(petition.url).content.decode(),
        "closed": {
            "page": Client().get(petition.url).status_code,
            "leads_to_the_form": sign in Client().get(petition.url).content.decode(),
            "may_sign": bool(rules.may_do(DialoguePage.objects.get(pk=dialogue.pk), RIGHT, clock.now())),
            "form": Client().get(sign).status_code,
            "sent": send(Client(), sign, form=sign_form(dialogue)).status_code,
        },
    }


def open_petition() -> tuple[Any, Any]:
    """A petition below an open dialogue whose phase gives the right to sign."""
    from gensvar_petition.models import PetitionPage, Point

    at, dialogues = clock.now(), DialoguePage.objects.canonical().live().filter(publishing=Publishing.AFTER)
    dialogue = dialogues.filter(phases__opens_at__lte=at, phases__closes_at__gt=at).first()
    assert dialogue is not None
    for phase in dialogue.phases.all():
        phase.rights = [*phase.rights, RIGHT]
        phase.save()
    petition = PetitionPage(title="En bänk", slug="en-bank-till", demand="Ställ en bänk vid hållplatsen.", locale=dialogue.locale)
    petition.addressed_to, petition.points = "Tekniska nämnden", [Point(text="Bänken har ryggstöd.")]
    dialogue.add_child(instance=petition)
    return dialogue, petition


def sign_form(dialogue: Any) -> dict[str, str]:
    return {"author_name": "Astrid", "text": WORDS, "key": f"00000000-0000-4000-8000-{dialogue.pk:012d}"}


def send(client: Client, address: str, form: dict[str, str] | None = None) -> Any:
    """Fill in the form as it is drawn, and send it."""
    fields = dict(re.findall(r'name="(key)" value="([^"]+)"', client.get(address).content.decode()))
    return client.post(address, form or {**fields, "author_name": "Astrid", "text": WORDS, "address": "undertecknare@example.org"})


def told_by(client: Client, sign: str) -> dict[str, Any]:
    """Whether the form offers to tell, and who is to be told after it was sent."""
    contacts = ContributionContact.objects.filter(contribution__method="petition")
    letters = Job.objects.filter(kind=RECEIPT_LETTER, payload__contact__in=list(contacts.values_list("pk", flat=True)))
    offered = 'name="address"' in client.get(sign).content.decode()
    return {"offered": offered, "contacts": list(contacts.values_list("follower__address", flat=True)), "letters": letters.count()}


def declared_of(petition: Any, drawn: Any) -> dict[str, Any]:
    """What the site does with that which the method declares."""
    shown = drawn.content.decode()
    method = get_method("petition")
    return {
        "found": kind_of(type(petition)) == "gensvar_petition.petition",
        "follows": "gensvar_petition.petition" in shown,
        "comments": f"/_/comments/{petition.pk}/new/" in shown,
        "described": type(petition).get_page_description() == str(method.summary),
    }


def asked_again(sign: str) -> dict[str, Any]:
    """What becomes of a form that was drawn for an account and is sent when the session has ended."""
    client, person = Client(), get_user_model().objects.create_user("undertecknare@example.org", "en-lang-fras-7")
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    fields = dict(re.findall(r'name="(key|opened_for)" value="([^"]+)"', client.get(sign).content.decode().split("<main")[1]))
    client.logout()
    before = Contribution.objects.count()
    answer = client.post(sign, {**fields, "author_name": "Astrid", "text": WORDS, "tell_me": "on"})
    html = answer.content.decode()
    return {"status": answer.status_code, "kept": WORDS in html and "checked" in html, "stored": Contribution.objects.count() - before}


def gate_of(petition: Any) -> str:
    """What an editor is told who publishes a petition too early."""
    petition.addressed_to = " "
    try:
        petition.save_revision().publish(user=get_user_model().objects.filter(is_superuser=True).first())
    except PublicationRefused as refused:
        return " ".join(map(str, refused.messages))
    return ""


def found_by_code(sent: Any) -> dict[str, Any]:
    """What anybody who holds the code reads, from another browser."""
    code = sent.headers.get("Location", "").rstrip("/").rsplit("/", 1)[-1]
    answer = Client().get(reverse("participation:receipt"), {"kod": code}, follow=True)
    return {"status": answer.status_code, "shows": WORDS in answer.content.decode()}


def close(dialogue: Any) -> None:
    """The phases ended a day ago."""
    for phase in dialogue.phases.all():
        phase.opens_at, phase.closes_at = clock.now() - timedelta(days=9), clock.now() - timedelta(days=1)
        phase.save()


if __name__ == "__main__":
    print(json.dumps(find_all()))  # noqa: T201
