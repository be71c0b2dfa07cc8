"""All that a participation method may import of its host; docs/plugins.md tells what each name is for.

The names stay when the modules behind them move. A method imports `cms` and this, and nothing else of participation.
"""

from participation.activities.forms import ActivityForm
from participation.activities.models import ActivityPage
from participation.activities.rules import Standing, phases_of, standing_of
from participation.choices import Channel, ContributionState
from participation.contract import Commentable, Counts, Kind, ParticipationMethod, Subject
from participation.contributions.actions import (
    AlreadySent,
    ContributionRefused,
    clean_name,
    clean_text,
    enter_contribution,
    post_contribution,
    require,
)
from participation.contributions.contacts import OWN_REASON, TellMe, keep_contact, receive
from participation.contributions.contacts import leave as leave_own
from participation.contributions.form_notes import notes_beside, rules_url
from participation.contributions.form_views import TakingPartView
from participation.contributions.forms import ConfirmForm, TellMeForm, WordsForm
from participation.contributions.gone import gone_contribution, gone_page
from participation.contributions.locks import hold as hold_dialogue
from participation.contributions.locks import hold_activity
from participation.contributions.locks import lock as lock_contribution
from participation.contributions.rules import (
    Permission,
    can_answer_officially,
    can_hang_on,
    can_moderate,
    can_reply_to,
    can_sort,
    may_do,
    open_phase,
    waits_for_review,
)
from participation.contributions.subjects import breadcrumbs_at, place_of, sections_on, seen_by, subject_of_page, subject_of_thing
from participation.dialogues.counts import in_words, people_behind
from participation.dialogues.links import breadcrumbs_below, dialogue_link
from participation.dialogues.queries import visible_dialogues
from participation.editing.panels import with_standard_tabs as activity_panels
from participation.events.names import DIALOGUE
from participation.events.owners import askers_in
from participation.events.targets import targets_of
from participation.models import Contribution, DialoguePage
from participation.models.contribution import ContributionQuerySet
from participation.news.happening import FRESH
from participation.news.subjects import shown_to, subject_of
from participation.registry import register
from participation.search.activities import activity_findable
from participation.search.pages import search_within
from participation.votes.actions import cast_vote
from participation.votes.models import SecretVote
from participation.votes.personal_data import votes_data
from participation.votes.queries import has_votes, numbers_of_votes, own_choice, votes_by_option

__all__ = [
    "DIALOGUE",
    "FRESH",
    "OWN_REASON",
    "ActivityForm",
    "ActivityPage",
    "AlreadySent",
    "Channel",
    "Commentable",
    "ConfirmForm",
    "Contribution",
    "ContributionQuerySet",
    "ContributionRefused",
    "ContributionState",
    "Counts",
    "DialoguePage",
    "Kind",
    "ParticipationMethod",
    "Permission",
    "SecretVote",
    "Standing",
    "Subject",
    "TakingPartView",
    "TellMe",
    "TellMeForm",
    "WordsForm",
    "activity_findable",
    "activity_panels",
    "askers_in",
    "breadcrumbs_at",
    "breadcrumbs_below",
    "can_answer_officially",
    "can_hang_on",
    "can_moderate",
    "can_reply_to",
    "can_sort",
    "cast_vote",
    "clean_name",
    "clean_text",
    "dialogue_link",
    "enter_contribution",
    "gone_contribution",
    "gone_page",
    "has_votes",
    "hold_activity",
    "hold_dialogue",
    "in_words",
    "keep_contact",
    "leave_own",
    "lock_contribution",
    "may_do",
    "notes_beside",
    "numbers_of_votes",
    "open_phase",
    "own_choice",
    "people_behind",
    "phases_of",
    "place_of",
    "post_contribution",
    "receive",
    "register",
    "require",
    "rules_url",
    "search_within",
    "sections_on",
    "seen_by",
    "shown_to",
    "standing_of",
    "subject_of",
    "subject_of_page",
    "subject_of_thing",
    "targets_of",
    "visible_dialogues",
    "votes_by_option",
    "votes_data",
    "waits_for_review",
]
