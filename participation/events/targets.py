"""What a dialogue's news belongs to: the dialogue, and what it concerns as it is then."""

from cms.following.models import Follow
from participation.events import names
from participation.models import Contribution, DialoguePage
from participation.registry import all_methods

Target = tuple[str, int]


def targets_of(dialogue: DialoguePage) -> list[Target]:
    """The canonical dialogue, its topics, places, administrations (partners too) and body."""
    targets = [(names.DIALOGUE, dialogue.pk)]
    targets += [(names.TOPIC, link.tag_id) for link in dialogue.topic_links.all()]
    targets += [(names.PLACE, place.pk) for place in dialogue.places.all()]
    if dialogue.administration is not None:
        targets.append((names.ADMINISTRATION, dialogue.administration.pk))
    targets += [(names.ADMINISTRATION, partner.pk) for partner in dialogue.partners.all()]
    if dialogue.body_id is not None:
        targets.append((names.BODY, dialogue.body_id))
    return targets


def targets_within(dialogue: DialoguePage) -> list[Target]:
    """What people follow inside a dialogue: conversations, and what the methods let them follow. It ends and goes on with the dialogue."""
    followed = Follow.objects.filter(kind=names.THREAD, object_id__in=Contribution.objects.filter(dialogue=dialogue).values("pk"))
    threads = followed.values_list("object_id", flat=True).distinct()
    return [(names.THREAD, number) for number in threads] + [
        target for method in all_methods() for target in method.followed_within(dialogue)
    ]
