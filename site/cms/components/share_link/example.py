"""Examples of the address to send on."""

EXAMPLES = {
    "address": {"address": "https://dialog.example.org/d/12/"},
    "own words": {"address": "https://dialog.example.org/orter/anderslov/", "label": "Länk till orten"},
}
