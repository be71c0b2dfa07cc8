"""What a dialogue's news belongs to: the dialogue, and what it concerns as it is then."""

from typing import Any

from participation.events import names

Target = tuple[str, int]


def targets_of(dialogue: Any) -> list[Target]:
    """The canonical dialogue, its topics, places, administrations (partners too) and body."""
    found = [(names.DIALOGUE, dialogue.pk)]
    found += [(names.TOPIC, link.tag_id) for link in dialogue.topic_links.all()]
    found += [(names.PLACE, place.pk) for place in dialogue.places.all()]
    if dialogue.administration is not None:
        found.append((names.ADMINISTRATION, dialogue.administration.pk))
    found += [(names.ADMINISTRATION, partner.pk) for partner in dialogue.partners.all()]
    if dialogue.body_id is not None:
        found.append((names.BODY, dialogue.body_id))
    return found
