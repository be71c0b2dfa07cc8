"""What staff do with what was said: themes, decisions, and the pages that answer.

Each locks, checks, writes and logs in one transaction; a no is a FeedbackRefused.
"""

from participation.feedback.actions.checks import FeedbackRefused
from participation.feedback.actions.decisions import delete_decision, edit_decision, record_decision
from participation.feedback.actions.pages import make_follow_up, make_outcome
from participation.feedback.actions.sorting import mark_no_answer_needed, sort_into_theme, take_out_of_theme, unmark_no_answer_needed
from participation.feedback.actions.themes import create_theme, delete_theme, edit_theme, merge_themes, order_themes

__all__ = [
    "FeedbackRefused",
    "create_theme",
    "delete_decision",
    "delete_theme",
    "edit_decision",
    "edit_theme",
    "make_follow_up",
    "make_outcome",
    "mark_no_answer_needed",
    "merge_themes",
    "order_themes",
    "record_decision",
    "sort_into_theme",
    "take_out_of_theme",
    "unmark_no_answer_needed",
]
