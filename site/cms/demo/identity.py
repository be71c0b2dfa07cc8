"""How the demonstration presents the municipality."""

IDENTITY = {
    "name": "Trelleborgs kommun",
    "tagline": "Dialog",
    "tagline_en": "Dialogue",
    "accent": "#0b5d66",
    "contact_name": "Kundtjänst",
    "contact_phone": "0410-73 30 00",
    "contact_address": "Rådhuset, Algatan 13, Trelleborg",
    "citizen_proposal_url": "https://example.org/medborgarforslag",
    "public_questions_url": "https://example.org/fragestund",
    "contact_hours": "Vardagar 8–16",
    "contact_hours_en": "Weekdays 8–16",
}

EXAMPLE_NOTICE = (
    "<p><i>Exempel: frågan, besluten, diarienumren, personerna och det de säger är påhittade för att visa hur webbplatsen fungerar. "
    "Orternas och nämndernas namn är verkliga.</i></p>"
)
EXAMPLE_NOTICE_EN = (
    "<p><i>Example: the question, the decisions, the diary numbers, the people and what they say are made up to show how the site works. "
    "The names of places and bodies are real.</i></p>"
)
PICTURES_NOTICE = "<p><i>Vapnet är inte kommunens, och platserna på bilderna finns inte: de är ritade för exemplet.</i></p>"
PICTURES_NOTICE_EN = (
    "<p><i>The coat of arms is not the municipality's, and the places in the pictures do not exist: they are drawn for the example.</i></p>"
)
ABOUT_EXAMPLES = {
    "sv": ("Det här är ett exempel", EXAMPLE_NOTICE + PICTURES_NOTICE),
    "en": ("This is an example", EXAMPLE_NOTICE_EN + PICTURES_NOTICE_EN),
}
