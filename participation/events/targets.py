"""What a dialogue's news belongs to: the dialogue, and what it concerns as it is then."""

from participation.events import names
from participation.models import DialoguePage

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
