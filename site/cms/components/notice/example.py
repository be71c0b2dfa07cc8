"""Examples of the notice."""

EXAMPLES = {
    "info": {"text": "What you write here is public and becomes a public record."},
    "success": {"kind": "success", "title": "Thank you", "text": "Your contribution has been received."},
    "warning": {"kind": "warning", "text": "The answer is 12 days late. The new day is 1 June."},
    "error": {"kind": "error", "text": "The dialogue closed while you wrote. Your text is kept below."},
}
