"""Put the host's part of the demonstration in place: the municipality, its organisation, accounts."""

import json

from allauth.account.models import EmailAddress
from django.core.files.base import ContentFile
from wagtail.models import Page, Site

from cms import clock
from cms.accounts.models import User
from cms.demo import lists, organisation
from cms.demo.arms import ARMS, SIZE, draw_arms
from cms.demo.codes import give_second_factor
from cms.demo.identity import ABOUT_EXAMPLES, IDENTITY
from cms.demo.people import ACCOUNTS, DEMO_PASSWORD, Account
from cms.demo.stage import Demo
from cms.media.models import SiteImage
from cms.models import SiteIdentity
from cms.organisation.models import Administration, AdministrationRole, Body, Place, TargetGroup, Topic
from cms.organisation.roles import coordinator_group
from cms.organisation.staff import staff_group
from cms.organisation.workspaces import open_workspace


def is_loaded() -> bool:
    """Whether this database holds the demonstration."""
    return User.objects.filter(email=ACCOUNTS[0].email).exists()


def load_host() -> Demo:
    """Everything but the plugins' pages."""
    demo = Demo(today=clock.today())
    _load_identity()
    _load_organisation(demo)
    _load_lists(demo)
    for account in ACCOUNTS:
        demo.accounts[account.key] = _load_account(demo, account)
    return demo


def _load_identity() -> None:
    identity = SiteIdentity.for_site(Site.objects.get(is_default_site=True))
    identity.logo = SiteImage.objects.create(
        title=ARMS, description=ARMS, file=ContentFile(draw_arms(), name="vapen.png"), width=SIZE[0], height=SIZE[1]
    )
    for name, value in IDENTITY.items():
        setattr(identity, name, value)
    identity.map_outline = json.loads(organisation.OUTLINE.read_text())
    identity.map_source = organisation.MAP_SOURCE
    identity.full_clean(exclude=["site"])
    identity.save()
    if identity.about_page is not None:
        _say_what_is_made_up(identity.about_page)


def _say_what_is_made_up(about: Page) -> None:
    """On the page about the site, in each language, where that page is one that holds text."""
    for page in about.get_translations(inclusive=True).specific():
        heading, notice = ABOUT_EXAMPLES[page.locale.language_code]
        if isinstance(getattr(page, "body", None), str):
            page.body += f"<h2>{heading}</h2>{notice}"
            page.save_revision().publish()


def _load_organisation(demo: Demo) -> None:
    for facts in organisation.ADMINISTRATIONS:
        kind = Administration.Kind.COMPANY if facts.is_company else Administration.Kind.ADMINISTRATION
        row = Administration.objects.create(name=facts.name, name_en=facts.name_en, slug=facts.slug, kind=kind)
        open_workspace(row)
        demo.administrations[facts.slug] = row
    for body in organisation.BODIES:
        demo.bodies[body.slug] = Body.objects.create(
            name=body.name,
            name_en=body.name_en,
            slug=body.slug,
            kind=body.kind,
            abbreviation=body.abbreviation,
            administration=demo.administrations.get(body.administration),
            summary=body.summary,
            summary_en=body.summary_en,
            contact=IDENTITY["contact_phone"],
            privacy_notice=organisation.PRIVACY_NOTICE.format(body=body.name),
            privacy_notice_en=organisation.PRIVACY_NOTICE_EN.format(body=body.name_en),
            valid_from=organisation.SINCE_2023,
        )
    for place in organisation.PLACES:
        demo.places[place.slug] = Place.objects.create(
            name=place.name,
            name_en=place.name_en,
            slug=place.slug,
            kind=place.kind,
            latitude=place.latitude or None,
            longitude=place.longitude or None,
        )


def _load_lists(demo: Demo) -> None:
    for slug, name, name_en in lists.TOPICS:
        demo.topics[slug] = Topic.objects.create(slug=slug, name=name, name_en=name_en)
    for order, group in enumerate(lists.TARGET_GROUPS):
        demo.target_groups[group.slug] = TargetGroup.objects.create(
            slug=group.slug,
            name=group.name,
            name_en=group.name_en,
            barriers=group.barriers,
            barriers_en=group.barriers_en,
            helps=group.helps,
            helps_en=group.helps_en,
            order=order,
        )


def _load_account(demo: Demo, account: Account) -> User:
    user = User.objects.create_user(
        account.email,
        DEMO_PASSWORD,
        first_name=account.first_name,
        last_name=account.last_name,
        function=account.function,
        administration=demo.administrations.get(account.administration),
        is_staff=account.is_superuser,
        is_superuser=account.is_superuser,
    )
    EmailAddress.objects.create(user=user, email=account.email, verified=True, primary=True)
    if account.is_staff_member:
        user.groups.add(staff_group())
    if account.coordinates:
        user.groups.add(coordinator_group())
    if account.works_in_admin:
        give_second_factor(user)
    for role in account.roles:
        user.groups.add(AdministrationRole.objects.get(administration=user.administration, role=role).group)
    return user
