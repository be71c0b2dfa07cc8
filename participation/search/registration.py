"""Declares what can be found, and tells the search what has changed: in the transaction of its cause."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _

from cms.organisation.levels import Level
from cms.organisation.models import Body, Place, Topic
from cms.search.changes import tell_changed, tell_tree_changed
from cms.search.pages import in_all_languages, register_pages, with_translations
from cms.search.registry import FacetLabel, Findable, SearchFacet, findables, search_facets
from participation.choices import State
from participation.models import AdministrationSectionPage, Contribution, Decision, DialoguePage, FollowUpPage, OutcomePage
from participation.search import contributions, organisation_rows, pages

# A count of supports or replies says nothing new to the search.
UNFINDABLE = {"support_count", "imported_supports", "reply_count", "participant", "idempotency_key", "author_name", "name_masked"}


def register() -> None:
    """Called when the app is ready."""
    _register_pages()
    findables.register(
        Findable(
            name=contributions.CONTRIBUTION,
            label=_("Contribution"),
            rows=contributions.rows,
            describe=contributions.describe,
            visible=contributions.visible,
            show=contributions.show,
            depends_on=pages.DIALOGUE,
            dependents=contributions.of_dialogues,
            order=40,
        )
    )
    findables.register(organisation_rows.named_findable(organisation_rows.BODY, _("Committee"), Body, listed=True, order=50))
    findables.register(organisation_rows.named_findable(organisation_rows.TOPIC, _("Topic"), Topic, listed=False, order=60))
    findables.register(organisation_rows.named_findable(organisation_rows.PLACE, _("Place"), Place, listed=True, order=70))
    search_facets.register(SearchFacet("state", _("State"), _choices(State), _reader(State), order=20))
    search_facets.register(SearchFacet("level", _("Level of participation"), _choices(Level), _reader(Level), order=80))


def connect() -> None:
    """Hear of what is no page, or changes another page with it."""
    post_save.connect(section_saved, sender=AdministrationSectionPage, dispatch_uid="finding_section")
    post_save.connect(contribution_saved, sender=Contribution, dispatch_uid="finding_contribution")
    for model in (OutcomePage, FollowUpPage):
        post_save.connect(state_changed, sender=model, dispatch_uid=f"finding_state_{model.__name__}")
        post_delete.connect(state_changed, sender=model, dispatch_uid=f"finding_state_gone_{model.__name__}")
    for signal in (post_save, post_delete):
        signal.connect(decision_changed, sender=Decision, dispatch_uid="finding_decision")
        for named in (Body, Topic, Place):
            signal.connect(row_changed, sender=named, dispatch_uid=f"finding_{named.__name__}")


def contribution_saved(instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """Somebody said something, changed it or took it back; or it was published or hidden."""
    if not raw and not (update_fields and set(update_fields) <= UNFINDABLE):
        tell_changed(contributions.CONTRIBUTION, [instance.pk])


def state_changed(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """An outcome or a follow-up changes the state of its dialogue."""
    dialogue = DialoguePage.objects.filter(path=instance.path[: -instance.steplen]).select_related("locale").first()
    if dialogue is not None and not raw:
        tell_changed(pages.DIALOGUE, with_translations(dialogue))


def section_saved(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """A section was saved: its dialogues belong to its administration."""
    if not raw:
        tell_tree_changed(instance.pk)


def decision_changed(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """A decision changed: outcomes cite it."""
    if not raw:
        tell_changed(pages.OUTCOME, in_all_languages(OutcomePage.objects.filter(items__decision=instance.pk)))


def row_changed(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """A body, a topic or a place was made, renamed, merged or taken away."""
    kinds: dict[type[Model], str] = {Body: organisation_rows.BODY, Topic: organisation_rows.TOPIC, Place: organisation_rows.PLACE}
    if raw:
        return
    tell_changed(kinds[type(instance)], [instance.pk])
    if isinstance(instance, Body):
        _tell_naming(instance)
    elif isinstance(instance, Topic) and instance.merged_into_id:
        bearing = DialoguePage.objects.filter(topic_links__tag=instance.merged_into_id)
        tell_changed(pages.DIALOGUE, in_all_languages(bearing))


def _tell_naming(body: Body) -> None:
    """Steps of a matter and citations of decisions name the body."""
    tell_changed(pages.DIALOGUE, in_all_languages(DialoguePage.objects.filter(mandate_steps__body=body.pk)))
    tell_changed(pages.OUTCOME, in_all_languages(OutcomePage.objects.filter(items__decision__body=body.pk)))


def _register_pages() -> None:
    register_pages(pages.DIALOGUE, _("Dialogue"), DialoguePage, pages.read_dialogues, show=pages.show_dialogues, order=10)
    for name, label, model, read, order in (
        (pages.OUTCOME, _("Outcome"), OutcomePage, pages.read_outcomes, 20),
        (pages.FOLLOW_UP, _("Follow-up"), FollowUpPage, pages.read_follow_ups, 30),
    ):
        register_pages(
            name,
            label,
            model,
            read,
            show=pages.show_children,
            depends_on=pages.DIALOGUE,
            dependents=lambda dialogues, model=model: pages.children_of(model, dialogues),
            order=order,
        )


def _choices(choices: Any) -> Any:
    order = {member.value: place for place, member in enumerate(choices)}
    return lambda values: {value: FacetLabel(value, str(choices(value).label), order[value]) for value in values if value in choices.values}


def _reader(choices: Any) -> Any:
    return lambda slugs: {slug: slug for slug in slugs if slug in choices.values}
