"""Examples of a result."""

from datetime import UTC, date, datetime

from django.utils.safestring import mark_safe

EXAMPLES = {
    "a dialogue with comments": {
        "title": mark_safe("Safe <mark>cycle paths</mark> to <mark>school</mark>"),
        "url": "#",
        "type": "Dialogue",
        "chip": {"state": "open", "date": date(2026, 12, 6)},
        "fragments": [mark_safe("The <mark>cycle path</mark> along Östra ringvägen ends before the <mark>school</mark> …")],
        "meta": ["Technical services"],
        "date": datetime(2026, 11, 6, 12, tzinfo=UTC),
        "below": [
            {
                "fragment": mark_safe("My children take the <mark>cycle path</mark> every day."),
                "url": "#",
                "date": datetime(2026, 11, 10, 12, tzinfo=UTC),
                "meta": ["Karin"],
            }
        ],
        "below_label": "3 comments here match",
        "inside_url": "#",
    },
    "for staff": {
        "title": "Walk and talk",
        "url": "#",
        "type": "Guide",
        "is_for_staff": True,
        "fragments": ["Two hours with three people."],
    },
}
