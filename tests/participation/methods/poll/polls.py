"""Polls to arrange a test with."""

from typing import Any

import factory

from cms.accounts.models import Participant
from participation.methods.poll.actions import vote
from participation.methods.poll.models import PollOption, PollPage
from tests.factories import DialogueFactory, TreeFactory

RIGHT = "poll.vote"
OPEN = [("Rösta", -7, 14, [RIGHT])]


class PollFactory(TreeFactory):
    """A live poll below an open dialogue; `options` are the words of its options, `phases` those of its dialogue."""

    class Meta:
        model = PollPage
        exclude = ("phases", "dialogue")

    class Params:
        closed = factory.Trait(phases=[("Rösta", -40, -10, [RIGHT])])
        upcoming = factory.Trait(phases=[("Rösta", 7, 28, [RIGHT])])
        draft = factory.Trait(live=False)

    phases = OPEN
    dialogue = factory.LazyAttribute(lambda page: DialogueFactory(phases=page.phases))
    parent = factory.SelfAttribute("dialogue")
    title = factory.Sequence(lambda n: f"Lekredskap {n}")
    question = "Vilken lekutrustning vill du helst ha?"
    introduction = "Den som får flest röster byggs först."
    options = ("Klätterställning", "Linbana", "Vattenlek")

    @classmethod
    def _create_instance(cls, model_class: Any, parent: Any, kwargs: dict[str, Any]) -> Any:
        words = kwargs.pop("options")
        page = model_class(**kwargs)
        for order, text in enumerate(words):
            page.options.add(PollOption(text=text, sort_order=order, locale=page.locale))
        return type(parent).objects.get(pk=parent.pk).add_child(instance=page)


def option(poll: PollPage, words: str) -> PollOption:
    """An option of a poll by its words."""
    return PollOption.objects.get(page=poll, text=words)


def choose(poll: PollPage, participant: Participant, words: str) -> Any:
    """Vote for the option with these words."""
    return vote(poll, participant, option(poll, words).translation_key)
