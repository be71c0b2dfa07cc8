"""Example of the footer."""

EXAMPLES = {
    "full": {
        "identity": {
            "name": "Trelleborgs kommun",
            "contact_name": "Kontaktcenter",
            "contact_phone": "0410-73 30 00",
            "contact_email": "kontaktcenter@example.org",
            "contact_address": "Algatan 13, Trelleborg",
            "contact_hours": "måndag–fredag 8–16",
        },
        "links": [{"label": "Accessibility statement", "url": "#"}, {"label": "Privacy", "url": "#"}],
    },
}
