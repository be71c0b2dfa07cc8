"""Recording a decision."""

from typing import Any

from participation.feedback.admin.addresses import feedback_url
from participation.models import Decision


def test_decisions_are_recorded(own: Any, bo: Any, client_of: Any) -> None:
    client = client_of(bo)
    assert client.get(feedback_url("decision_new", own)).status_code == 200
    written = {"body": own.body_id, "date": "2026-05-06", "paragraph": "§ 44", "diary_number": "tn2024/17", "link": "https://example.org/p"}
    assert client.post(feedback_url("decision_new", own), written).status_code == 302
    decision = Decision.objects.get()
    assert (decision.paragraph, decision.diary_number) == ("44", "TN 2024/17")
    assert client.post(feedback_url("decision_new", own), written).context["form"].errors["paragraph"]
    wrong = client.post(feedback_url("decision_edit", own, decision), written | {"diary_number": "hej", "text": "Kvar."})
    assert wrong.context["form"].errors["diary_number"] and "Kvar." in wrong.content.decode()
    client.post(feedback_url("decision_edit", own, decision), written | {"paragraph": "45"})
    assert Decision.objects.get().paragraph == "45"
    client.post(feedback_url("decision_delete", own, decision))
    assert not Decision.objects.exists()
