from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from cms.accounts.traces import traces
from cms.export.columns import Column, per_batch
from cms.following.registry import Followable, News, NewsKind
from cms.search.pages import PageWords, page_findable
from cms.visibility import is_visible
from gensvar_petition.models import Backing, PetitionPage, Point
from participation.api import Channel, Commentable, Counts, DialoguePage, Kind, ParticipationMethod, register

PETITION = "gensvar_petition.petition"


@register
class Petition(ParticipationMethod):
    """Petitions, declared to the host."""

    name = "petition"
    label = _("Petition")
    summary = _("People sign what they agree with.")
    icon = "list-ul"
    kind = Kind.ACTIVITY
    page_type = "gensvar_petition.PetitionPage"
    rights = {"sign": _("sign")}
    imperatives = {"sign": _("sign")}
    staff_channels = (Channel.PAPER,)
    is_commentable = True

    def contribution_url(self, contribution: Any) -> str:
        return contribution.activity.get_url() or "" if contribution.activity else ""

    def commentables(self) -> Sequence[Commentable]:
        return [
            Commentable(
                name="gensvar_petition.point",
                label=_("point"),
                find=lambda number: Point.objects.filter(pk=number).first(),
                subject=lambda point: point.subject,
                title=str,
                url=lambda point: point.get_absolute_url(),
                visible_to=lambda point, person: True,  # whoever sees the petition
            )
        ]

    def missing_for_publication(self, page: Any) -> Iterable[Any]:
        if not page.addressed_to.strip():
            yield _("Say to whom the petition is addressed.")
        if not page.points.all():
            yield _("Add at least one point.")

    def reason_to_keep(self, page: Any) -> Any:
        handed_over = PetitionPage.objects.filter(path__startswith=page.path, handed_over_on__isnull=False)
        return _("A petition that has been handed over is a public record. Unpublish it instead.") if handed_over.exists() else ""

    def counts(self, dialogues: Sequence[Any], given: Mapping[int, Counts]) -> Mapping[int, Counts]:
        backings = dict(Backing.objects.order_by().values_list("petition__path").annotate(Count("pk")))
        found = {}
        for dialogue in dialogues:
            votes = sum(number for path, number in backings.items() if path.startswith(dialogue.path))
            found[dialogue.pk] = given.get(dialogue.pk, Counts()) + Counts(people=votes, votes=votes)
        return found

    def export_columns(self) -> Sequence[Column]:
        return [per_batch("petition.addressed_to", _("addressed to"), addressees_of)]

    def findables(self) -> Iterable[Any]:
        return [page_findable(PETITION, _("Petition"), PetitionPage, lambda pages: {page.pk: PageWords(page.demand) for page in pages})]

    def followables(self) -> Iterable[Any]:
        return [
            Followable(
                name=PETITION,
                label=_("petition"),
                find=lambda number: PetitionPage.objects.filter(pk=number).first(),
                title=lambda page, language: page.title,
                url=lambda page: page.get_url() or "",
                visible_to=is_visible,
                breadth=20,
            )
        ]

    def followed_within(self, dialogue: Any) -> Iterable[tuple[str, int]]:
        return [(PETITION, number) for number in PetitionPage.objects.child_of(dialogue).values_list("pk", flat=True)]

    def news_kinds(self) -> Iterable[Any]:
        return [NewsKind("gensvar_petition.handed_over", _("A petition is handed over"), handed_over, is_outcome=True)]

    def personal_data(self) -> Iterable[Any]:
        return [traces("gensvar_petition.backings", _("Petitions that you back"), ["gensvar_petition.Backing.participant"])]

    def demo(self, demo: Any) -> None:
        dialogue = DialoguePage.objects.canonical().live().first()
        if dialogue is not None and not PetitionPage.objects.exists():
            page = PetitionPage(title="En bänk", slug="en-bank", demand="Ställ en bänk vid hållplatsen.", locale=dialogue.locale)
            page.addressed_to, page.points = "Tekniska nämnden", [Point(text="Bänken har ryggstöd.")]
            dialogue.add_child(instance=page)


def addressees_of(rows: Sequence[Any]) -> dict[Any, str]:
    petitions = dict(PetitionPage.objects.filter(pk__in={row.activity_id for row in rows}).values_list("pk", "addressed_to"))
    return {row.pk: petitions[row.activity_id] for row in rows if row.activity_id in petitions}


def handed_over(item: Any, reader: Any) -> News | None:
    page = PetitionPage.objects.filter(pk=item.data["petition"], handed_over_on__isnull=False).first()
    if page is None or not is_visible(page, reader.person):
        return None
    url, dialogue = page.get_url() or "", page.dialogue
    return News(str(_("A petition is handed over")), page.title, url, dialogue.title, dialogue.get_url() or "", item.happened_at)
