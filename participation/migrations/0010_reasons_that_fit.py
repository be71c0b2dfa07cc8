"""Kinds of reasons that contradict their answer are cleared; what was said stays as words, and the page's history names what was cleared.

Taken back, they stand where they stood.
"""

from django.db import migrations
from django.utils import timezone

ACTION = "participation.clear_reason"
FOR_A_NO = {"law", "cost", "safety", "conflict", "not_ours", "technical", "earlier_decision"}
FITTING = {
    "changed": {"good_idea", "safer"},
    "partly": FOR_A_NO | {"under_way"},
    "already": {"under_way", "earlier_decision"},
    "not": FOR_A_NO,
}
WORDS = {
    "law": ("The law says otherwise.", "Lagen säger något annat."),
    "cost": ("It costs too much.", "Det kostar för mycket."),
    "safety": ("It would not be safe.", "Det skulle inte vara säkert."),
    "conflict": ("It conflicts with another interest.", "Det krockar med ett annat intresse."),
    "not_ours": ("Somebody else decides on it.", "Någon annan bestämmer över det."),
    "technical": ("It cannot be built or done.", "Det går inte att bygga eller göra."),
    "earlier_decision": ("An earlier decision stands.", "Ett tidigare beslut gäller."),
    "under_way": ("It is already under way.", "Det är redan på gång."),
    "good_idea": ("It makes the proposal better.", "Det gör förslaget bättre."),
}


def clear_what_contradicts(apps, schema_editor):
    """Clear the kind of reason where it does not go with the kind of answer, and write into the page's history which it was."""
    OutcomeItem = apps.get_model("participation", "OutcomeItem")
    PageLogEntry = apps.get_model("wagtailcore", "PageLogEntry")
    for item in OutcomeItem.objects.exclude(answer="").exclude(reason_kind="").select_related("page", "locale"):
        was = item.reason_kind
        if was in FITTING[item.answer]:
            continue
        words = WORDS[was][item.locale.language_code == "sv"]
        OutcomeItem.objects.filter(pk=item.pk).update(reason_kind="", reason=item.reason if item.reason.strip() else words)
        PageLogEntry.objects.create(
            page_id=item.page_id,
            content_type_id=item.page.content_type_id,
            label=item.page.title,
            action=ACTION,
            timestamp=timezone.now(),
            data={"item": item.pk, "was": was, "theme": item.heading, "words": words},
        )


def put_back(apps, schema_editor):
    """Put each kind of reason back that the history names, where none was chosen since."""
    OutcomeItem = apps.get_model("participation", "OutcomeItem")
    entries = apps.get_model("wagtailcore", "PageLogEntry").objects.filter(action=ACTION)
    for entry in entries:
        OutcomeItem.objects.filter(pk=entry.data["item"], reason_kind="").update(reason_kind=entry.data["was"])
    entries.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("participation", "0009_outcome_in_one_sentence"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(clear_what_contradicts, put_back)]
