"""Put the catalogue and the guides in place, through the same steps as an editor's."""

from datetime import timedelta
from typing import Any

from wagtail.models import Page

from cms.demo.stage import Demo
from cms.demo.translating import translate
from knowledge_hub.demo import english
from knowledge_hub.demo.guides_after import FEED_BACK
from knowledge_hub.demo.guides_before import PLAN, SHOULD_WE
from knowledge_hub.demo.guides_during import KNOW_YOUR_GROUP, MEET
from knowledge_hub.demo.methods import METHODS
from knowledge_hub.demo.schema import Guide
from knowledge_hub.models import ChecklistItem, GuidePage, GuideStep, KnowledgeHubPage, Method

GUIDES = (SHOULD_WE, PLAN, KNOW_YOUR_GROUP, MEET, FEED_BACK)


def load(demo: Demo) -> None:
    """The methods, the five guides, and the English of one."""
    hub = KnowledgeHubPage.objects.get(locale__language_code="sv")
    for code, name, name_en, level, size, good_for, watch_out, good_for_en, watch_out_en in METHODS:
        Method.objects.create(
            code=code,
            name=name,
            name_en=name_en,
            level=level,
            group_size=size,
            good_for=good_for,
            watch_out=watch_out,
            good_for_en=good_for_en,
            watch_out_en=watch_out_en,
        )
    pages = {guide.slug: _load_guide(hub, guide, demo) for guide in GUIDES}
    translate(GuidePage.objects.get(pk=pages[SHOULD_WE.slug].pk), english.SHOULD_WE, demo.accounts["admin"])
    demo.urls.append(("/kunskapsbanken/", "Kunskapsbanken (staff only)"))


def _load_guide(hub: KnowledgeHubPage, guide: Guide, demo: Demo) -> GuidePage:
    owner = demo.accounts[guide.owner]
    page = GuidePage(
        title=guide.title,
        slug=guide.slug,
        locale=hub.locale,
        owner=owner,
        owner_person=owner,
        administration=owner.administration,
        review_on=demo.today + timedelta(days=guide.review_in),
        **_words(guide),
    )
    Page.objects.get(pk=hub.pk).add_child(instance=page)
    page.steps.set(
        [GuideStep(title=title, text=text, sort_order=order, locale=hub.locale) for order, (title, text) in enumerate(guide.steps)]
    )
    page.checklist.set([ChecklistItem(text=text, sort_order=order, locale=hub.locale) for order, text in enumerate(guide.checklist)])
    page.methods.set(Method.objects.filter(code__in=guide.methods))
    page.target_groups.set([demo.target_groups[slug] for slug in guide.target_groups])
    publisher = demo.accounts["admin"]
    page.save_revision(user=publisher).publish(user=publisher)
    return page


def _words(guide: Guide) -> dict[str, Any]:
    names = ("stage", "summary", "good_when", "not_when", "time_needed", "effort", "to_bring")
    return {name: getattr(guide, name) for name in names}
