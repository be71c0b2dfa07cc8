"""Examples of the chip: every state and mark."""

EXAMPLES = {
    "upcoming": {"state": "upcoming", "words": "Opens 3 March"},
    "open": {"state": "open", "words": "Write until 31 March"},
    "open, extended": {"state": "open", "words": "Vote until 14 April", "extended": True},
    "closed": {"state": "closed", "words": "Closed – answer by 15 May"},
    "closed, overdue": {"state": "closed", "words": "The answer is 12 days late", "overdue": True},
    "answered": {"state": "answered", "words": "Answered 12 April"},
    "in follow-up": {"state": "in_follow_up"},
    "concluded": {"state": "concluded"},
    "cancelled": {"state": "cancelled"},
    "another mark": {"label": "Children", "tone": "violet", "icon": "people"},
}
