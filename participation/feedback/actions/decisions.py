"""Political decisions that answers cite."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from cms import clock
from cms.accounts.models import User
from cms.organisation.models import Body
from cms.text.paragraphs import read_paragraph
from cms.text.plain import one_line, plain
from participation.feedback.actions.checks import FeedbackRefused, lock_decision, lock_dialogue, require_sorter
from participation.feedback.actions.drafts import draft_of
from participation.feedback.log import record
from participation.models import Decision, DialoguePage, OutcomeItem, OutcomePage


@transaction.atomic
def record_decision(
    dialogue: DialoguePage, by: User, *, body: Body, date: date, paragraph: str = "", diary_number: str = "", text: str = "", link: str = ""
) -> Decision:
    """Write down a decision of the dialogue. Refused for a § that is there already."""
    page = lock_dialogue(dialogue)
    require_sorter(by, page)
    decision = Decision(dialogue=page)
    _fill(decision, body=body, date=date, paragraph=paragraph, diary_number=diary_number, text=text, link=link)
    record(page, by, "record_decision", decision=decision.citation)
    return decision


@transaction.atomic
def edit_decision(
    decision: Decision, by: User, *, body: Body, date: date, paragraph: str = "", diary_number: str = "", text: str = "", link: str = ""
) -> Decision:
    """Change what is written of a decision; answers that cite it show the change at once."""
    page = lock_dialogue(decision.dialogue)
    decision = lock_decision(decision)
    require_sorter(by, page)
    _fill(decision, body=body, date=date, paragraph=paragraph, diary_number=diary_number, text=text, link=link)
    record(page, by, "edit_decision", decision=decision.citation)
    return decision


@transaction.atomic
def delete_decision(decision: Decision, by: User) -> None:
    """Take a decision away. Refused while an answer cites it, drafted answers included."""
    page = lock_dialogue(decision.dialogue)
    decision = lock_decision(decision)
    require_sorter(by, page)
    if is_cited(decision):
        raise FeedbackRefused(
            _("An answer in the outcome cites %(decision)s. Choose another there first.") % {"decision": decision.citation}
        )
    record(page, by, "delete_decision", decision=decision.citation)
    decision.delete()


def is_cited(decision: Decision) -> bool:
    """Whether an answer names the decision, in a stored row or in the outcome's draft."""
    if OutcomeItem.objects.filter(decision=decision).exists():
        return True
    outcome = draft_of(OutcomePage, decision.dialogue)
    return outcome is not None and any(item.decision_id == decision.pk for item in outcome.items.all())


def _fill(decision: Decision, *, body: Body, date: date, paragraph: str, text: str, **fields: Any) -> None:
    if date > clock.today():
        raise FeedbackRefused(_("The day of the decision lies ahead. Write it down when it is made."), field="date")
    if not body.exists_on(date):
        raise FeedbackRefused(_("%(body)s did not exist on that day.") % {"body": body}, field="body")
    decision.body, decision.date = body, date
    for name, value in fields.items():
        setattr(decision, name, value)
    decision.paragraph, decision.text = read_paragraph(paragraph) or one_line(paragraph), plain(text)
    try:
        with transaction.atomic():
            decision.save()
    except IntegrityError as error:
        raise FeedbackRefused(_("%(decision)s is written down already.") % {"decision": decision.citation}, field="paragraph") from error
