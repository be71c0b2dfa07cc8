"""Names in any script get an address that works, two of them too."""

from typing import Any

import pytest
from django.forms import modelform_factory

from cms.organisation.forms import NamedForm
from cms.organisation.models import Place, Topic
from tests.factories import DialogueFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [Place, Topic])
@pytest.mark.parametrize(
    ("names", "slugs"), [(("公園", "公園!"), ["gongyuan", "gongyuan-2"]), (("Ön", "ÖN?"), ["on", "on-2"]), (("؟", "…"), ["sida", "sida-2"])]
)
def test_an_address_is_made_of_the_name(model: Any, names: Any, slugs: Any) -> None:
    form_class = modelform_factory(model, form=NamedForm, fields=["name", "slug"])
    for name in names:
        form = form_class({"name": name, "slug": "-"})
        assert form.is_valid(), form.errors
        form.instance.kind = getattr(form.instance, "kind", "")
        form.save()
    assert sorted(model.objects.filter(slug__in=slugs).values_list("slug", flat=True)) == slugs


def test_pages_in_other_scripts_have_addresses(site_tree: Any) -> None:
    pages = [DialogueFactory(title=title, slug="") for title in ("สวน", "สวน", "🌳", "Ön")]
    assert len({page.slug for page in pages}) == 4 and all(page.slug.isascii() for page in pages)
    assert pages[3].slug == "on"
