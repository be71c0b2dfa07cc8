"""Making, editing, ordering, merging and deleting themes."""

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.text.plain import one_line, plain
from participation.events.tell import tell_sorted
from participation.feedback.actions.checks import FeedbackRefused, lock_dialogue, lock_theme, require_sorter
from participation.feedback.actions.drafts import move_draft_answers
from participation.feedback.log import record
from participation.models import Commitment, Contribution, DialoguePage, OutcomeItem, Theme, ThemeContribution

TITLE_MAX = Theme._meta.get_field("title").max_length or 120


@transaction.atomic
def create_theme(dialogue: DialoguePage, by: User, title: str, summary: str = "") -> Theme:
    """Make a theme, last in its dialogue. Refused for a title that another theme of the dialogue has."""
    page = lock_dialogue(dialogue)
    require_sorter(by, page)
    title = _checked_title(page, title)
    last = page.themes.aggregate(last=Max("order"))["last"]
    theme = _stored(Theme(dialogue=page, title=title, summary=plain(summary), order=0 if last is None else last + 1))
    record(page, by, "create_theme", theme=theme.title)
    return theme


@transaction.atomic
def edit_theme(theme: Theme, by: User, title: str, summary: str = "") -> Theme:
    """Change a theme's words. An outcome that is made already keeps its own heading."""
    page = lock_dialogue(theme.dialogue)
    theme = lock_theme(theme)
    require_sorter(by, page)
    theme.title, theme.summary = _checked_title(page, title, but=theme), plain(summary)
    _stored(theme)
    record(page, by, "edit_theme", theme=theme.title)
    return theme


@transaction.atomic
def order_themes(dialogue: DialoguePage, by: User, pks: list[int]) -> None:
    """Put the themes of a dialogue in this order; themes that are not named come last, in the order they have."""
    page = lock_dialogue(dialogue)
    require_sorter(by, page)
    themes = {theme.pk: theme for theme in page.themes.all()}
    wanted = [pk for pk in dict.fromkeys(pks) if pk in themes]
    for place, pk in enumerate([*wanted, *(pk for pk in themes if pk not in wanted)]):
        themes[pk].order = place
    Theme.objects.bulk_update(themes.values(), ["order"])


@transaction.atomic
def delete_theme(theme: Theme, by: User) -> int:
    """Delete a theme; its contributions lie in no theme then. Returns how many.

    Refused while a published outcome answers it or a published commitment comes from it.
    """
    page = lock_dialogue(theme.dialogue)
    theme = lock_theme(theme)
    require_sorter(by, page)
    require_unpublished(theme)
    OutcomeItem.objects.filter(theme=theme).delete()
    Commitment.objects.filter(theme=theme).update(theme=None)
    freed = theme.links.count()
    record(page, by, "delete_theme", theme=theme.title, count=freed)
    theme.delete()
    return freed


@transaction.atomic
def merge_themes(source: Theme, target: Theme, by: User) -> int:
    """Let `target` take over what lies in `source`, its summary and its drafted answer; returns how many it received.

    Refused for themes of different dialogues, and while a published outcome answers `source`.
    """
    if source.dialogue_id != target.dialogue_id:
        raise FeedbackRefused(_("Themes of different dialogues cannot be merged."))
    if source.pk == target.pk:
        raise FeedbackRefused(_("A theme cannot be merged into itself."))
    page = lock_dialogue(target.dialogue)
    source, target = lock_theme(source), lock_theme(target)
    require_sorter(by, page)
    require_unpublished(source)
    moved = _move_links(source, target)
    tell_sorted(target, moved)
    move_draft_answers(page, source, target, by)
    target.summary = "\n\n".join(text for text in (target.summary, source.summary) if text)
    target.save(update_fields=["summary"])
    record(page, by, "merge_themes", source=source.title, theme=target.title, count=len(moved))
    source.delete()
    return len(moved)


def require_unpublished(theme: Theme) -> None:
    """Refuse to take away a theme whose answer is published: people read it there."""
    if OutcomeItem.objects.filter(theme=theme, page__live=True).exists():
        raise FeedbackRefused(
            _("The theme “%(theme)s” is answered in the published outcome. Take its answer out and publish, then try again.")
            % {"theme": theme.title}
        )
    if Commitment.objects.filter(theme=theme, page__live=True).exists():
        raise FeedbackRefused(
            _("A commitment in the published follow-up comes from the theme “%(theme)s”. Change it and publish, then try again.")
            % {"theme": theme.title}
        )


def _checked_title(page: DialoguePage, title: str, but: Theme | None = None) -> str:
    title = one_line(title)
    if not title:
        raise FeedbackRefused(_("Give the theme a title."))
    if len(title) > TITLE_MAX:
        raise FeedbackRefused(
            _("The title may have %(max)s characters; this one has %(length)s.") % {"max": TITLE_MAX, "length": len(title)}
        )
    others = page.themes.exclude(pk=but.pk) if but else page.themes.all()
    # Compared here, since SQLite's own comparison folds only a to z.
    if any(other.casefold() == title.casefold() for other in others.values_list("title", flat=True)):
        raise _title_taken(title)
    return title


def _stored(theme: Theme) -> Theme:
    try:
        with transaction.atomic():
            theme.save()
    except IntegrityError as error:  # another request made it at the same instant
        raise _title_taken(theme.title) from error
    return theme


def _title_taken(title: str) -> FeedbackRefused:
    return FeedbackRefused(_("The dialogue already has a theme “%(theme)s”.") % {"theme": title})


def _move_links(source: Theme, target: Theme) -> list[Contribution]:
    already = ThemeContribution.objects.filter(theme=target).values("contribution")
    moving = source.links.exclude(contribution__in=already)
    moved = list(Contribution.objects.filter(pk__in=moving.values("contribution")).order_by("pk"))
    moving.update(theme=target)
    source.links.all().delete()
    return moved
