"""Which picture stands for a dialogue when it is shared: drawn by the worker when it is published, and anew when what it says has changed."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.models import Site

from cms import clock
from cms.batches import batches
from cms.components.build import TYPEFACE
from cms.models import SiteIdentity
from cms.outbox.actions import enqueue, enqueue_many
from cms.outbox.models import Job
from cms.outbox.registry import JobKind, Outcome, Sweep, job_kinds, sweeps
from cms.pages.translated_words import translated_text
from cms.theme.accent import DEFAULT
from cms.visibility import visible_to
from participation.choices import State
from participation.dialogues.queries import DialogueRow, rows_for
from participation.dialogues.state_words import chip_words
from participation.models import DialoguePage, ShareImage
from participation.sharing.picture import Words, draw

DRAW = "participation.draw_share_image"
LOOKS_EVERY = timedelta(minutes=15)
AT_ONCE = 200  # pages
DESIGN = 1  # another number draws all pictures anew


def register() -> None:
    """Called when the app is ready."""
    job_kinds.register(JobKind(DRAW, _("Draw the picture that is shown when a dialogue is shared"), draw_image))
    sweeps.register(Sweep("participation.share_images", _("Find dialogues whose picture for sharing has grown old"), LOOKS_EVERY, find_old))


def draw_soon(page: DialoguePage) -> None:
    """Have the pictures of a dialogue looked at, in every language."""
    for number in DialoguePage.objects.filter(translation_key=page.translation_key, alias_of=None).values_list("pk", flat=True):
        enqueue(DRAW, {"page": number})


def draw_image(job: Job) -> Outcome:
    """Draw a picture that is missing or old; forget that of a page that is not public any more."""
    number = job.payload["page"]
    page = _public().filter(pk=number).first()
    if page is None:
        ShareImage.objects.filter(page=number).delete()
        return Outcome.DROPPED
    ((shown, words),) = _words([page])
    key = key_of(words)
    if ShareImage.objects.filter(page=shown, key=key).exists():
        return Outcome.DROPPED
    ShareImage.objects.update_or_create(page=shown, defaults={"key": key, "png": draw(words), "made_at": clock.now()})
    return Outcome.DONE


@clock.request()
def find_old() -> int:
    """Have those drawn that say what is no longer true: by a day that has passed, a new colour, an edit. Some pages at a time are held."""
    numbers = _public().order_by("pk").values_list("pk", flat=True).iterator(AT_ONCE)
    return sum(_draw_old(some) for some in batches(numbers, AT_ONCE))


def _draw_old(numbers: Sequence[int]) -> int:
    kept = {image.page_id: image for image in ShareImage.objects.filter(page__in=numbers).defer("png")}
    old = [(page, key, kept.get(page.pk)) for page, words in _words(_public().filter(pk__in=numbers)) for key in [key_of(words)]]
    return enqueue_many(
        DRAW,
        (
            ({"page": page.pk}, f"{DRAW} {page.pk} {key} {image.made_at.isoformat() if image else ''}")
            for page, key, image in old
            if image is None or image.key != key
        ),
    )


def key_of(words: Words) -> str:
    """What follows from everything that the picture shows."""
    said = repr((DESIGN, words.name, words.question, words.day, words.accent, hashlib.sha256(words.typeface).hexdigest()))
    return hashlib.sha256(said.encode()).hexdigest()


def _public() -> Any:
    """Dialogues that anybody may see, in every language in which they are written."""
    return visible_to(DialoguePage.objects.filter(alias_of=None), None).select_related("locale")


def _words(pages: Iterable[DialoguePage]) -> list[tuple[DialoguePage, Words]]:
    """What the picture of each page says; as many queries for all of them as for one, but for the site."""
    shown = list(pages)
    keys = {page.translation_key for page in shown}
    originals = DialoguePage.objects.canonical().filter(translation_key__in=keys).select_related("locale").prefetch_related("phases")
    rows = {row.page.translation_key: row for row in rows_for(originals, clock.now())}
    identity, typeface = _identity()
    return [(page, _said(page, rows[page.translation_key], identity, typeface)) for page in shown if page.translation_key in rows]


def _identity() -> tuple[SiteIdentity, bytes]:
    site = Site.objects.filter(is_default_site=True).first()
    identity = SiteIdentity.for_site(site) if site else SiteIdentity()
    if identity.typeface and identity.typeface.storage.exists(str(identity.typeface.name)):
        with identity.typeface.open() as file:
            return identity, file.read()
    return identity, TYPEFACE.read_bytes()


def _said(page: DialoguePage, row: DialogueRow, identity: SiteIdentity, typeface: bytes) -> Words:
    with override(page.locale.language_code or settings.LANGUAGE_CODE):
        question = translated_text(page, row.page, "question") or translated_text(page, row.page, "title")
        day = chip_words(row) or str(State(row.state).label)
    return Words(identity.name, str(question), day, identity.accent or DEFAULT, typeface)
