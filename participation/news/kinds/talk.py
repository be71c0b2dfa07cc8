"""News of single contributions: answered, hidden, placed in a theme."""

from django.urls import reverse
from django.utils.translation import gettext as _

from cms.following.models import NewsItem
from cms.following.registry import News, Reader
from cms.templatetags.dates import written
from participation.choices import ContributionState
from participation.dialogues.counts import in_words
from participation.events.owners import own_contributions
from participation.feedback.queries import theme_counts
from participation.models import Contribution, Theme
from participation.news.subjects import Subject, quoted, subject_of
from participation.registry import get_method


def reply(item: NewsItem, reader: Reader) -> News | None:
    """A published reply: in a conversation that is followed, or to what the reader wrote; an official one says who answers."""
    subject = subject_of(item, reader)
    row = _published(item, subject)
    if subject is None or row is None or own_contributions(reader.follower, row.dialogue_id).filter(pk=row.pk).exists():
        return None
    answered = row.reply_to if row.reply_to and row.reply_to.state == ContributionState.PUBLISHED else None
    is_mine = answered is not None and own_contributions(reader.follower, row.dialogue_id).filter(pk=answered.pk).exists()
    before = (_("You wrote: %(words)s") if is_mine else _("The answer is to: %(words)s")) % {"words": quoted(answered)} if answered else ""
    return subject.news(item, _heading(row, is_mine=is_mine), before, _("The answer: %(words)s") % {"words": quoted(row)}, url=_place(row))


def _published(item: NewsItem, subject: Subject | None) -> Contribution | None:
    if subject is None:
        return None
    rows = Contribution.objects.published().select_related("reply_to", "official_administration")
    return rows.filter(pk=item.data["contribution"], dialogue=subject.page).first()


def _heading(row: Contribution, *, is_mine: bool) -> str:
    name = str(row.official_administration or "") or (_("The municipality") if row.is_official else row.author_name or _("Somebody"))
    sentence = _("%(name)s has answered what you wrote") if is_mine else _("%(name)s has answered in the conversation")
    return sentence % {"name": name}


def _place(row: Contribution) -> str:
    method = get_method(row.method)
    return method.contribution_url(row) if method else ""


def hidden(item: NewsItem, reader: Reader) -> News | None:
    """Told to the one who wrote it, with the reason, while it is hidden."""
    subject = subject_of(item, reader)
    row = _own(item, reader, ContributionState.HIDDEN)
    if subject is None or row is None:
        return None
    reason = " ".join(filter(None, [row.get_hidden_reason_display(), row.public_note]))
    kept = _("Nobody sees the text on the page any more; a line in its place says why. It is kept, since it is a public record.")
    return subject.news(item, _("What you wrote has been hidden"), reason, kept, url=_receipt(row))


def sorted_into_theme(item: NewsItem, reader: Reader) -> News | None:
    """Told to the one who wrote it, as the receipt says it, while it lies there."""
    subject = subject_of(item, reader)
    row = _own(item, reader, ContributionState.PUBLISHED)
    theme = Theme.objects.filter(pk=item.data["theme"], links__contribution=item.data["contribution"]).first()
    if subject is None or row is None or theme is None or subject.row.facts.is_answered or subject.row.facts.cancelled:
        return None
    heading = _("What you wrote has been placed in a theme: %(theme)s") % {"theme": theme.title}
    return subject.news(
        item, heading, _("You wrote: %(words)s") % {"words": quoted(row)}, _company(theme), _promise(subject), url=_receipt(row)
    )


def _company(theme: Theme) -> str:
    given = theme_counts([theme.pk])[theme.pk]
    return _("It holds %(given)s now.") % {"given": in_words(given)} if given.contributions > 1 else ""


def _promise(subject: Subject) -> str:
    due = subject.row.facts.feedback_due_on
    return _("Each theme gets an answer, no later than %(day)s.") % {"day": written(due)} if due else ""


def _own(item: NewsItem, reader: Reader, state: str) -> Contribution | None:
    """The contribution, if it is the reader's own and in this state."""
    if not reader.own:
        return None
    return own_contributions(reader.follower, item.data["dialogue"]).filter(pk=item.data["contribution"], state=state).first()


def _receipt(row: Contribution) -> str:
    return reverse("participation:receipt_detail", args=[row.shown_code])
