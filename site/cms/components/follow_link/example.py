"""Examples of the link to follow something."""

EXAMPLES = {
    "follow": {"kind": "participation.dialogue", "number": 1, "what": "Trygga skolvägar"},
    "own words": {"kind": "participation.dialogue", "number": 1, "label": "Följ uppföljningen"},
}
