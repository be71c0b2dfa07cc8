"""Whoever may enter the admin needs more than a password; nobody learns which accounts exist."""

from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from cms.accounts.models import User
from cms.demo.codes import DEMO_SECRET, current_code, give_second_factor
from tests.factories import PASSWORD, DialogueFactory, UserFactory

pytestmark = pytest.mark.django_db

DEEP = (
    "/admin/",
    "/admin/pages/",
    "/admin/pages/1/",
    "/admin/pages/{page}/edit/",
    "/admin/pages/{page}/history/",
    "/admin/bulk/wagtailcore/page/delete/?id={page}",
    "/admin/api/main/pages/",
    "/admin/api/main/pages/{page}/",
    "/admin/images/",
    "/admin/documents/multiple/add/",
    "/admin/users/",
    "/admin/groups/",
    "/admin/reports/site-history/",
    "/admin/account/",
    "/admin/snippets/cms_organisation/body/",
    "/admin/contributions/",
    "/admin/localize/submit/page/{page}/",
    "/admin/choose-page/",
    "/admin/sprite/",
)
SET_UP = "/konto/2fa/"


@pytest.fixture
def root():
    return UserFactory(email="rot@example.org", is_superuser=True)


def log_in(client, person, password=PASSWORD, **headers):
    return client.post("/konto/login/", {"login": person.email, "password": password}, **headers)


@pytest.mark.parametrize("who", ["dag", "root"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_after_the_password_alone_every_page_of_the_admin_leads_to_the_set_up(request, who, method, site_tree, client_with_password):
    client, page = client_with_password(request.getfixturevalue(who)), DialogueFactory()
    for address in DEEP:
        response = getattr(client, method)(address.format(page=page.pk))
        assert (response.status_code, response.url) == (302, SET_UP), address


def test_a_post_after_the_password_alone_changes_nothing(site_tree, root, client_with_password):
    page = DialogueFactory()
    client_with_password(root).post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    page.refresh_from_db()


def test_nobody_answers_officially_after_the_password_alone(site_tree, dag, client_with_password):
    page = DialogueFactory(open=True)
    address, form = reverse("participation_comments:new", args=[page.pk]), {"text": "Vi svarar.", "is_official": "on"}
    assert client_with_password(dag).get(address).status_code == 200
    assert client_with_password(dag).post(address, form).url == SET_UP
    assert not page.contributions.exists()


def test_a_session_without_the_factor_that_the_account_has_is_asked_for_it(site_tree, dag, client_with_password):
    give_second_factor(dag)
    response = client_with_password(dag).get("/admin/pages/")
    assert response.url == "/konto/2fa/reauthenticate/?next=%2Fadmin%2Fpages%2F"


def test_with_both_factors_the_admin_answers(site_tree, dag, client_of):
    assert client_of(dag).get("/admin/").status_code == 200


def test_proof_of_another_account_counts_for_nothing(site_tree, dag, bo, client_of):
    client = client_of(bo)
    proofs = {key: value for key, value in client.session.items() if key.startswith("account_authentication_methods")}
    client.force_login(dag)
    session = client.session
    session.update(proofs)
    session.save()
    assert len(proofs) == 2 and client.get("/admin/").url == SET_UP


def test_the_rule_can_be_switched_off(site_tree, dag, client_with_password, settings):
    settings.GENSVAR_REQUIRE_SECOND_FACTOR = False
    assert client_with_password(dag).get("/admin/").status_code == 200


def test_a_citizen_and_a_reader_of_the_hub_need_none(site_tree, astrid, client_with_password):
    assert client_with_password(astrid).get("/").status_code == 200
    reader = UserFactory(staff=True)
    assert log_in(Client(), reader).url == "/"


def test_an_editor_sets_up_an_app_and_goes_on(site_tree, dag, django_capture_on_commit_callbacks):
    client = Client()
    assert log_in(client, dag).url == "/admin/"
    assert client.get("/admin/").url == SET_UP
    assert "Sätt upp en app" in client.get(SET_UP).content.decode()
    page = client.get("/konto/2fa/totp/activate/")
    assert page.status_code == 200
    code = _code_of(client.session["mfa.totp.secret"])
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/konto/2fa/totp/activate/", {"code": code})
    answer.wsgi_request.session.save()  # a test's commit comes after the answer, a real one before it
    assert answer.url == "/konto/2fa/recovery-codes/"
    assert len(client.get(answer.url).context["unused_codes"]) == 10
    assert client.get("/admin/").status_code == 200


def _code_of(secret):
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_whoever_has_a_factor_is_not_signed_in_by_the_password(site_tree, dag):
    give_second_factor(dag)
    client = Client()
    assert log_in(client, dag).url == "/konto/2fa/authenticate/"
    assert "_auth_user_id" not in client.session
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == "/konto/2fa/authenticate/"
    assert client.post("/konto/2fa/authenticate/", {"code": "000000"}).status_code == 200
    assert client.post("/konto/2fa/authenticate/", {"code": current_code()[0]}).url == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_a_code_works_once(site_tree, dag):
    give_second_factor(dag)
    code, clients = current_code()[0], (Client(), Client())
    answers = []
    for client in clients:
        log_in(client, dag)
        answers.append(client.post("/konto/2fa/authenticate/", {"code": code}).status_code)
    assert answers == [302, 200]


def test_a_recovery_code_works_once(site_tree, dag):
    give_second_factor(dag)
    code = RecoveryCodes.activate(dag).get_unused_codes()[0]
    answers = []
    for client in (Client(), Client()):
        log_in(client, dag)
        answers.append(client.post("/konto/2fa/authenticate/", {"code": code}).status_code)
    assert answers == [302, 200]


def test_whoever_needs_a_factor_keeps_the_last_one(site_tree, dag, client_of):
    give_second_factor(dag)
    client = client_of(dag)
    answer = client.post("/konto/2fa/totp/deactivate/")
    assert "Lägg till en annan" in answer.content.decode()
    assert Authenticator.objects.filter(user=dag).exists()


@pytest.mark.parametrize("address", ["", "totp/deactivate/", "webauthn/", "webauthn/add/", "recovery-codes/", "recovery-codes/generate/"])
def test_a_password_changes_no_factor_of_an_account_that_has_one(site_tree, astrid, client_with_password, address):
    give_second_factor(astrid)
    for method in ("get", "post"):
        response = getattr(client_with_password(astrid), method)(f"{SET_UP}{address}")
        assert response.url.startswith("/konto/2fa/reauthenticate/?next=")


def test_the_page_that_asks_once_more_offers_every_way(site_tree, dag, client_with_password):
    give_second_factor(dag)
    client = client_with_password(dag)
    html = client.get("/konto/2fa/reauthenticate/?next=/admin/").content.decode()
    assert "Visa att det är du" in html and "/konto/reauthenticate/" in html
    assert client.post("/konto/2fa/reauthenticate/?next=/admin/", {"code": current_code()[0]}).url == "/admin/"
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("address", ["", "totp/activate/", "webauthn/", "webauthn/add/", "recovery-codes/generate/"])
def test_pages_of_the_factor_run_nothing_inline_and_are_kept_by_no_cache(site_tree, dag, client_of, address):
    response = client_of(dag).get(f"{SET_UP}{address}")
    html = response.content.decode()
    assert response.status_code == 200 and "no-store" in response["Cache-Control"]
    assert all("src=" in tag or "application/json" in tag for tag in _script_tags(html))
    assert "Second factor" not in html and "Recovery" not in html


def _script_tags(html):
    return [part.split(">")[0] for part in html.split("<script")[1:]]


def test_a_lost_factor_is_forgotten_by_command(site_tree, dag):
    give_second_factor(dag)
    call_command("forget_second_factor", "DAG@example.org", stdout=StringIO())
    assert not Authenticator.objects.filter(user=dag).exists() and log_in(Client(), dag).url == "/admin/"
    with pytest.raises(CommandError):
        call_command("forget_second_factor", "okand@example.org")


# Signing in


def test_unknown_inactive_passwordless_and_wrong_password_get_the_same_answer(site_tree, astrid):
    UserFactory(email="vilar@example.org", is_active=False)
    passwordless = UserFactory(email="utan@example.org")
    passwordless.set_unusable_password()
    passwordless.save()

    def answer(address, password=PASSWORD):
        page = Client().post("/konto/login/", {"login": address, "password": password})
        return page.status_code, page.context["form"].errors, sorted(page.headers), page.content.decode().count(address)

    said = [answer("okand@example.org"), answer("vilar@example.org"), answer("utan@example.org"), answer(astrid.email, "fel-losenord")]
    assert all(each[:3] == said[0][:3] for each in said) and said[0][0] == 200


def test_thirty_bad_logins_are_slowed_down_whatever_address_they_claim(site_tree, dag, client):
    for number in range(30):
        log_in(client, dag, "fel-losenord", headers={"x-forwarded-for": f"203.0.113.{number}"})
    assert log_in(client, dag, headers={"x-forwarded-for": "203.0.113.99"}).status_code != 302
    assert "_auth_user_id" not in client.session


def test_the_admin_takes_no_password_at_all(site_tree, dag, client):
    response = client.post("/admin/login/", {"username": dag.email, "login": dag.email, "password": PASSWORD})
    assert response.url.startswith("/konto/login/") and "_auth_user_id" not in client.session


def test_guessed_codes_are_slowed_down(site_tree, dag, client):
    give_second_factor(dag)
    log_in(client, dag)
    for _ in range(10):
        client.post("/konto/2fa/authenticate/", {"code": "123456"})
    assert client.post("/konto/2fa/authenticate/", {"code": current_code()[0]}).status_code == 200


def test_a_deactivated_account_has_no_session_at_the_next_request(site_tree, dag, client_of):
    client = client_of(dag)
    assert client.get("/admin/").status_code == 200
    User.objects.filter(pk=dag.pk).update(is_active=False)
    assert client.get("/admin/", follow=True).redirect_chain[-1][0].startswith("/konto/login/")
    assert client.get("/konto/2fa/").status_code == 302


def test_a_new_password_ends_the_other_sessions(site_tree, dag, client_of):
    client = client_of(dag)
    dag.set_password("en-helt-annan-fras-9")
    dag.save()
    assert client.get("/admin/").status_code == 302


def test_whoever_loses_the_role_loses_the_admin_at_the_next_request(site_tree, dag, client_of):
    client = client_of(dag)
    dag.groups.clear()
    assert client.get("/admin/", follow=True).status_code == 403


# The demo's code


def test_the_demos_code_is_refused_where_no_demo_is(site_tree, dag):
    with pytest.raises(CommandError, match="not loaded"):
        call_command("demo_code")


def test_the_demos_code_is_what_its_secret_gives(site_tree, capsys):
    admin = UserFactory(email="admin@example.org")
    give_second_factor(admin)
    call_command("demo_code", "admin@example.org")
    code = capsys.readouterr().out.strip()
    assert TOTP(Authenticator.objects.get(user=admin)).validate_code(code) and len(DEMO_SECRET) == 32
    with pytest.raises(CommandError, match="no account of the demo"):
        call_command("demo_code", "dag@example.org")
