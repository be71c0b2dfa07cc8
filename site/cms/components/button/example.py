"""Examples of the button."""

EXAMPLES = {
    "primary": {"label": "Write a contribution", "icon": "edit", "url": "#"},
    "secondary": {"label": "Print", "kind": "secondary", "icon": "print"},
    "quiet": {"label": "Cancel", "kind": "quiet"},
    "danger": {"label": "Withdraw", "kind": "danger"},
}
