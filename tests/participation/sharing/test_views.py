"""The picture and the calendar of a dialogue are for those who may see it, asked each time."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import PageViewRestriction

from participation.models import ShareImage
from participation.sharing.images import find_old
from tests.factories import DialogueFactory, translated
from tests.participation.sharing.test_images import work

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def drawn() -> object:
    dialogue = DialogueFactory(question="Hur kan barnen ta sig säkert till skolan?")
    find_old()
    work()
    return dialogue


def close(page: object) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="groups").groups.add(Group.objects.create(name="Några"))


def test_the_picture_is_served_and_named_on_the_page(client: Client) -> None:
    dialogue = drawn()
    address = f"/d/{dialogue.pk}/bild.png"
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    html = client.get(dialogue.get_url()).content.decode()
    assert f'<meta property="og:image" content="http://localhost{address}">' in html
    assert '<meta property="og:title" content="Hur kan barnen ta sig säkert till skolan?">' in html


@pytest.mark.parametrize("address", ["bild.png", "kalender.ics"])
def test_what_is_not_public_any_more_is_gone_at_once(client: Client, address: str) -> None:
    dialogue = drawn()
    assert client.get(f"/d/{dialogue.pk}/{address}").status_code == 200
    close(dialogue)
    assert ShareImage.objects.filter(page=dialogue).exists()
    assert client.get(f"/d/{dialogue.pk}/{address}").status_code == 404
    assert client.get(f"/d/{10**30}/{address}").status_code == 404


def test_the_calendar_is_in_the_readers_language(client: Client) -> None:
    dialogue = DialogueFactory(title="Säker väg")
    translated(dialogue, title="Safe way")
    swedish, english = (client.get(f"{address}/{dialogue.pk}/{name}.ics") for address, name in (("/d", "kalender"), ("/en/d", "calendar")))
    assert "Sista dagen: Säker väg" in swedish.content.decode()
    assert "Last day: Safe way" in english.content.decode()
    assert client.get(f"/en/d/{dialogue.pk}/kalender.ics")["Location"] == f"/en/d/{dialogue.pk}/calendar.ics"
    assert swedish["Content-Type"] == "text/calendar; charset=utf-8"
    assert f'filename="{dialogue.slug}.ics"' in swedish["Content-Disposition"]
