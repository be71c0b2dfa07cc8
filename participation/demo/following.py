"""Somebody follows, somebody left an address, and an editor says that nothing is new yet: so that the demo has mails to show."""

from datetime import timedelta

from cms import clock
from cms.demo.stage import Demo
from cms.following.actions import start_following
from cms.following.followers import confirm_follower, follower_for_address
from cms.following.models import Pace
from participation.choices import State
from participation.contributions.contacts import TellMe, keep_contact
from participation.events import names
from participation.models import Contribution, DialoguePage
from participation.promises.actions import say_nothing_new

FOLLOWER, GUEST = "foljare@example.org", "granne@example.org"


def follow_and_wait(demo: Demo) -> None:
    """At the moment of loading: what happened before is not told."""
    follower = follower_for_address(FOLLOWER, "sv")
    confirm_follower(follower)
    dialogues = DialoguePage.objects.canonical().live().with_state(clock.now())
    for dialogue in dialogues.filter(state__in=(State.OPEN, State.CLOSED)):
        start_following(follower, names.DIALOGUE, dialogue.pk, Pace.AT_ONCE)
    start_following(follower, names.PLACE, demo.places["smygehamn"].pk, Pace.WEEKLY)
    waiting = dialogues.filter(state=State.CLOSED, is_overdue=False).order_by("feedback_due_on").first()
    if waiting is not None:
        say_nothing_new(waiting, demo.accounts["admin"], "Förvaltningen skriver förslaget till beslut", demo.day(14))
    recent = Contribution.objects.published().filter(received_at__gt=clock.now() - timedelta(days=60), reply_to=None, is_official=False)
    said = recent.filter(dialogue__in=dialogues.filter(state=State.OPEN).values("pk")).newest().first()
    if said is not None:
        keep_contact(said, TellMe(address=GUEST))
