"""Example of the header."""

from cms.components.language_switch.example import EXAMPLES as LANGUAGES

EXAMPLES = {
    "not signed in": {
        "identity": {"name": "Trelleborgs kommun", "tagline": "Dialog", "tagline_en": "Dialogue"},
        "navigation": [
            {"label": "Dialogues", "url": "#", "current": True},
            {"label": "What came of it", "url": "#"},
            {"label": "How we keep our promises", "url": "#"},
        ],
        **LANGUAGES["two languages"],
    },
}
