"""Let an example be answered: themes, the outcome in its steps, commitments with their history."""

from typing import Any

from cms import clock
from cms.accounts.models import User
from cms.demo.identity import EXAMPLE_NOTICE
from cms.demo.stage import Demo
from participation.demo.building import image_of, minutes_of, publish
from participation.demo.schema import Example, FollowUpWords, OutcomeWords, Shot, Undertaking, Voice
from participation.demo.taking_part import Conversation
from participation.feedback.actions import (
    create_theme,
    make_follow_up,
    make_outcome,
    mark_no_answer_needed,
    record_decision,
    sort_into_theme,
)
from participation.models import Commitment, Decision, DialoguePage, OutcomePage, Theme

Themes = dict[str, Theme]


def answer(conversation: Conversation) -> None:
    """Sort what was said, and publish what the example says became of it."""
    demo, example = conversation.demo, conversation.example
    editor = demo.accounts[example.editor]
    themes = _sort(conversation, editor)
    if example.outcome is None:
        return
    outcome = _publish_outcome(demo, conversation.page, example.outcome, themes, editor)
    if example.follow_up is not None:
        _publish_follow_up(demo, outcome.dialogue, example.follow_up, themes, editor)


def _sort(conversation: Conversation, editor: User) -> Themes:
    last = conversation.page.phases.last()
    sorted_at = last.closes_at + (min(clock.now(), conversation.demo.moment(_first_step(conversation.example))) - last.closes_at) * 0.5
    with clock.at(sorted_at):
        themes = {words.key: create_theme(conversation.page, editor, words.title, words.summary) for words in conversation.example.themes}
        for voice in conversation.example.voices:
            _place(conversation, voice, themes, editor)
    return themes


def _first_step(example: Example) -> int:
    return example.outcome.steps[0][1] if example.outcome else 0


def _place(conversation: Conversation, voice: Voice, themes: Themes, editor: User) -> None:
    given = conversation.said.get(id(voice))
    if given is None:
        return
    for key in voice.themes:
        sort_into_theme(themes[key], [given], editor)
    if voice.no_answer:
        mark_no_answer_needed([given], editor, voice.no_answer, voice.note)


def _publish_outcome(demo: Demo, page: DialoguePage, words: OutcomeWords, themes: Themes, editor: User) -> OutcomePage:
    first_day = words.steps[0][1]
    with clock.at(demo.moment(first_day)):
        outcome = make_outcome(page, editor)
    for step, day in words.steps:
        if step == "decided":
            _add_decisions(demo, page, outcome, words, themes, editor)
        outcome.step = step
        _write(demo, outcome, words, themes)
        publish(outcome, editor, demo.moment(day, 10))
    return outcome


def _write(demo: Demo, outcome: OutcomePage, words: OutcomeWords, themes: Themes) -> None:
    outcome.in_one_sentence = words.in_one_sentence
    outcome.introduction = demo.words(words.introduction)
    outcome.closing = demo.words(words.closing) + EXAMPLE_NOTICE
    outcome.decision_needed = words.decision_needed
    outcome.nothing_follows = words.nothing_follows
    items = {item.theme_id: item for item in outcome.items.all()}
    ordered = []
    for place, reply in enumerate(words.answers):
        item = items[themes[reply.theme].pk]
        item.answer, item.reason_kind, item.reason, item.sort_order = reply.answer, reply.reason_kind, reply.reason, place
        ordered.append(item)
    outcome.items = ordered


def _add_decisions(demo: Demo, page: DialoguePage, outcome: OutcomePage, words: OutcomeWords, themes: Themes, editor: User) -> None:
    decisions = {ruling.key: _record(demo, page, ruling, editor) for ruling in words.rulings}
    cited = {themes[reply.theme].pk: decisions.get(reply.ruling) for reply in words.answers}
    items = list(outcome.items.all())
    for item in items:
        item.decision = cited[item.theme_id]
    outcome.items = items


def _record(demo: Demo, page: DialoguePage, ruling: Any, editor: User) -> Decision:
    return record_decision(
        page,
        editor,
        body=demo.bodies[ruling.body],
        date=demo.working_day(ruling.day),
        paragraph=ruling.paragraph,
        diary_number=demo.words(ruling.number),
        text=ruling.text,
        link=minutes_of(ruling.body, demo.working_day(ruling.day)),
    )


def _publish_follow_up(demo: Demo, page: DialoguePage, words: FollowUpWords, themes: Themes, editor: User) -> None:
    with clock.at(demo.moment(words.day)):
        follow_up = make_follow_up(page, editor)
    follow_up.introduction = demo.words(words.introduction)
    commitments = [_commitment(demo, follow_up, undertaking, themes, place) for place, undertaking in enumerate(words.commitments)]
    follow_up.commitments = commitments
    publish(follow_up, editor, demo.moment(words.day, 11))
    for day in sorted({turn.day for undertaking in words.commitments for turn in undertaking.turns}):
        commitments = list(follow_up.commitments.all())
        for commitment, undertaking in zip(commitments, words.commitments, strict=True):
            _turn(demo, commitment, undertaking, day)
        follow_up.commitments = commitments
        publish(follow_up, editor, demo.moment(day, 14))


def _commitment(demo: Demo, follow_up: Any, undertaking: Undertaking, themes: Themes, place: int) -> Commitment:
    """The commitment as it was first promised; the one that was proposed for its theme where there is one."""
    theme = themes.get(undertaking.theme)
    proposed = next((row for row in follow_up.commitments.all() if theme and row.theme_id == theme.pk), None)
    commitment = proposed or Commitment(theme=theme, locale=follow_up.locale)
    commitment.what, commitment.who, commitment.sort_order = undertaking.what, undertaking.who, place
    commitment.due_on, commitment.status = demo.working_day(undertaking.due), "not_begun"
    if undertaking.before:
        commitment.before_image = image_of(follow_up, undertaking.before)
        commitment.before_on, commitment.before_description = demo.day(undertaking.before.day), undertaking.before.description
    return commitment


def _done(demo: Demo, commitment: Commitment, shot: Shot) -> None:
    """Give a commitment its picture of what was done."""
    commitment.after_image = image_of(commitment.page, shot)
    commitment.after_on, commitment.after_description = demo.day(shot.day), shot.description


def _turn(demo: Demo, commitment: Commitment, undertaking: Undertaking, day: int) -> None:
    for turn in undertaking.turns:
        if turn.day == day:
            commitment.status, commitment.status_on, commitment.note = turn.status, demo.working_day(day), turn.note
            commitment.due_on = demo.working_day(turn.due) if turn.due is not None else commitment.due_on
            if turn.status == "done" and undertaking.after:
                _done(demo, commitment, undertaking.after)
