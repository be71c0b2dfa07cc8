"""What participation offers to the start page, to one's own page and to the main navigation."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from cms.accounts.my_page import MyPageSection, my_page_sections
from cms.accounts.personal_data import Person
from cms.media.sizes import picture_sizes
from cms.plugins.home_sections import HomeColumn, HomeSection, home_sections
from cms.plugins.navigation import NavigationItem, navigation_items
from participation.commitments.pictures import DONE_PICTURE
from participation.dialogues.home_sections import open_context, outcomes_context, waiting_context
from participation.dialogues.pictures import PLACE_PICTURE
from participation.my_page.sections import claims_context, contributions_context, supports_context
from participation.places.page_view import home_context
from participation.taking_part.views import named_in_each_language


def register() -> None:
    """Called once, when the apps are ready."""
    for section in (
        HomeSection(
            "participation_open",
            _("Open dialogues"),
            "participation/dialogues/home/open.html",
            _open,
            instead_template="participation/dialogues/home/open_instead.html",
        ),
        HomeSection(
            "participation_outcomes", _("What became of it"), "participation/dialogues/home/outcomes.html", _outcomes, HomeColumn.SIDE
        ),
        HomeSection(
            "participation_waiting", _("Waiting for an answer"), "participation/dialogues/home/waiting.html", _waiting, HomeColumn.WIDE
        ),
        HomeSection("participation_places", _("Map and list of places"), "participation/places/home.html", home_context, HomeColumn.WIDE),
        HomeSection(
            "participation_code", _("Do you have a code?"), "participation/dialogues/home/code.html", lambda request: {}, HomeColumn.SIDE
        ),
    ):
        home_sections.register(section)
    for own in (
        MyPageSection("participation_claims", _("From before"), "participation/my_page/claims.html", _claims, order=10),
        MyPageSection(
            "participation_contributions", _("What you wrote"), "participation/my_page/contributions.html", _contributions, order=20
        ),
        MyPageSection("participation_supports", _("What you agree with"), "participation/my_page/supports.html", _supports, order=40),
    ):
        my_page_sections.register(own)
    picture_sizes.register(PLACE_PICTURE)
    picture_sizes.register(DONE_PICTURE)
    navigation_items.register(NavigationItem("participation_places", _("Places"), "participation:places", order=40))
    navigation_items.register(NavigationItem("participation_bodies", _("Committees"), "participation:bodies", order=50))
    navigation_items.register(NavigationItem("participation_promises", _("Our promises"), "participation:promises", order=60))
    navigation_items.register(
        NavigationItem("participation_taking_part", named_in_each_language(), "participation:taking_part", order=10, in_footer=True)
    )
    navigation_items.register(NavigationItem("participation_way", _("How a dialogue goes"), "participation:how_it_goes", in_footer=True))
    navigation_items.register(NavigationItem("participation_moderation", _("How we moderate"), "participation:moderation", in_footer=True))


def _open(request: HttpRequest) -> dict[str, Any] | None:
    return open_context(request)


def _outcomes(request: HttpRequest) -> dict[str, Any] | None:
    return outcomes_context(request)


def _waiting(request: HttpRequest) -> dict[str, Any] | None:
    return waiting_context(request)


def _claims(request: HttpRequest, person: Person) -> dict[str, Any] | None:
    return claims_context(request, person)


def _contributions(request: HttpRequest, person: Person) -> dict[str, Any] | None:
    return contributions_context(request, person)


def _supports(request: HttpRequest, person: Person) -> dict[str, Any] | None:
    return supports_context(request, person)
