"""Examples of the error summary."""

from cms.components.field.example import ExampleForm

EXAMPLES = {
    "four errors": {"form": ExampleForm({"text": "Too fast."}, auto_id="summary_%s")},
}
