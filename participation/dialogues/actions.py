"""Start a new dialogue, from a template or as a copy of an earlier one."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from cms import clock
from cms.accounts.models import User
from cms.fields import start_of
from cms.refusals import ActionRefused
from participation.dialogues.blueprints import Blueprint
from participation.models import AdministrationSectionPage, DialoguePage, OtherWay, Phase
from participation.registry import right_choices


class Span(NamedTuple):
    """A phase in whole days."""

    name: str
    first_day: date
    days: int
    rights: list[str]


Plan = tuple[DialoguePage, list[Span], list[OtherWay]]

COPIED = (
    "kind", "level", "concerns_children", "publishing", "feedback_form",
    "contact_name", "contact_phone", "contact_email", "contact_address",
)  # fmt: skip


@transaction.atomic
def start_dialogue(
    section: AdministrationSectionPage, title: str, by: User, first_day: date, start_from: Blueprint | DialoguePage
) -> DialoguePage:
    """A draft in a section, filled in from a template or from an earlier dialogue; its phases begin on `first_day`.

    It promises no day: that is the editor's to do. Raises ActionRefused for somebody who may not add pages there.
    """
    if not section.permissions_for_user(by).can_add_subpage():
        raise ActionRefused(_("You may not start a dialogue in “%(section)s”.") % {"section": section.title})
    if isinstance(start_from, Blueprint):
        page, spans, ways = _from_template(start_from, title, first_day)
    else:
        page, spans, ways = _from_dialogue(start_from.canonical, title, first_day)
    page.locale, page.owner, page.live, page.has_unpublished_changes = section.locale, by, False, True
    _add_rows(page, spans, ways)
    section.add_child(instance=page)
    page.save_revision(user=by, log_action=True, clean=False)
    return page


def _from_template(blueprint: Blueprint, title: str, first_day: date) -> Plan:
    with translation.override(settings.LANGUAGE_CODE):
        page = DialoguePage(
            title=title,
            kind=blueprint.kind,
            level=blueprint.level,
            is_record=blueprint.is_record,
            feedback_form=str(blueprint.feedback_form),
        )
        spans = [
            Span(str(phase.name), first_day + timedelta(days=phase.starts_after), phase.days, _all_rights() if phase.takes_part else [])
            for phase in blueprint.phases
        ]
        return page, spans, [OtherWay(name=str(name)) for name in blueprint.ways]


def _from_dialogue(source: DialoguePage, title: str, first_day: date) -> Plan:
    """The plan of an earlier dialogue: phases, ways, whom and where it concerns. Never its promise, its mandate or what people gave."""
    page = DialoguePage(title=title, **{name: getattr(source, name) for name in COPIED})
    page.body = source.body if source.body and source.body.exists_on(clock.today()) else None
    responsible = source.feedback_responsible
    page.feedback_responsible = responsible if responsible and responsible.is_active else None
    page.target_groups.set(source.target_groups.filter(is_active=True))
    page.places.set(source.places.filter(is_active=True))
    page.topics.set([topic for topic in source.topics.all() if topic.is_active])
    ways = [OtherWay(name=way.name, phone=way.phone, address=way.address) for way in source.other_ways.all()]
    return page, _moved(source.phases.all(), first_day), ways


def _moved(phases: Iterable[Phase], first_day: date) -> list[Span]:
    dated = [(phase, timezone.localtime(phase.opens_at).date(), phase.last_day) for phase in phases]
    shift = first_day - min((first for _phase, first, _last in dated), default=first_day)
    return [Span(phase.name, first + shift, (last - first).days + 1, list(phase.rights)) for phase, first, last in dated]


def _all_rights() -> list[str]:
    return [right for right, _words in right_choices()]


def _add_rows(page: DialoguePage, spans: list[Span], ways: list[OtherWay]) -> None:
    for order, span in enumerate(spans):
        page.phases.add(
            Phase(
                name=span.name,
                opens_at=start_of(span.first_day),
                closes_at=start_of(span.first_day + timedelta(days=span.days)),
                rights=span.rights,
                sort_order=order,
                locale=page.locale,
            )
        )
    for order, way in enumerate(ways):
        way.sort_order, way.locale = order, page.locale
        page.other_ways.add(way)
