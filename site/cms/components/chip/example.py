"""Examples of the chip: every state and mark."""

from datetime import date

EXAMPLES = {
    "upcoming": {"state": "upcoming", "date": date(2026, 3, 3)},
    "open": {"state": "open", "date": date(2026, 3, 31)},
    "open, extended": {"state": "open", "date": date(2026, 4, 14), "extended": True},
    "closed": {"state": "closed", "date": date(2026, 5, 15)},
    "closed, overdue": {"state": "closed", "date": date(2026, 5, 15), "overdue": True, "days_late": 12},
    "answered": {"state": "answered"},
    "in follow-up": {"state": "in_follow_up"},
    "concluded": {"state": "concluded"},
    "cancelled": {"state": "cancelled"},
    "another mark": {"label": "Children", "tone": "violet", "icon": "people"},
}
