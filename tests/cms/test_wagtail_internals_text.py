"""Every road into the database asks one module what a character may do: fields of all models, and fields of all forms."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django import forms
from django.apps import apps
from django.db import models
from wagtail.models import Page

from cms.accounts.models import User
from tests import factories

DIRTY = "A\x00n\x0bn\u2028a\u202e \x85\u200bÖ" + "\u0301" * 144 + "\ufdd0 b"
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200b\u202e\ufdd0]|\u0301{4}")
OURS = ("cms", "home", "participation", "knowledge_hub")
TEXTS = (models.CharField, models.TextField)


def columns() -> list[Any]:
    """Every column of text of every model, ours and those of the frameworks."""
    return [
        pytest.param(field, id=f"{model._meta.label}.{field.name}")
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, TEXTS)
    ]


def below(form: type) -> Iterator[type]:
    for one in form.__subclasses__():
        yield one
        yield from below(one)


def inputs() -> list[tuple[str, forms.CharField]]:
    """Every field of text of our forms, as the forms declare them."""
    return [
        (f"{form.__qualname__}.{name}", field)
        for form in set(below(forms.BaseForm))
        if form.__module__.split(".")[0] in OURS
        for name, field in getattr(form, "base_fields", {}).items()
        if isinstance(field, forms.CharField) and not isinstance(field, forms.JSONField | forms.UUIDField)
    ]


@pytest.mark.parametrize("field", columns())
def test_no_column_keeps_what_is_forbidden(field: Any) -> None:
    kept = field.get_prep_value(DIRTY)
    assert not FORBIDDEN.search(kept)
    assert field.clean is not None and kept == field.to_python(kept)
    if not isinstance(field, models.TextField):
        assert "\n" not in kept


def test_no_form_passes_on_what_is_forbidden() -> None:
    known = inputs()
    assert len(known) > 25
    for name, field in known:
        if not isinstance(field.widget, forms.PasswordInput):
            kept = field.to_python(DIRTY)
            assert not FORBIDDEN.search(kept), name
            assert isinstance(field.widget, forms.Textarea) or "\n" not in kept, name


def test_texts_of_several_lines_keep_their_lines() -> None:
    assert forms.CharField(widget=forms.Textarea).clean("ett\x0btvå\u2029tre") == "ett\ntvå\ntre"
    assert forms.CharField().clean("ett\x0btvå\u2029tre") == "ett två tre"


@pytest.mark.parametrize("blank", ["\u200b", "\u3164", "\u0301", " \u00ad\u2800"])
def test_what_shows_nothing_fills_in_no_required_field(blank: str) -> None:
    with pytest.raises(forms.ValidationError):
        forms.CharField().clean(blank)
    assert forms.CharField(required=False).clean(blank) == ""


def test_a_password_is_taken_as_it_is() -> None:
    assert forms.CharField(widget=forms.PasswordInput, strip=False).clean(" a\u200bb ") == " a\u200bb "


def test_addresses_and_links_have_one_form() -> None:
    assert forms.EmailField().clean("Ast\u00adrid＠Example.org.") == "astrid@example.org"
    assert forms.URLField(assume_scheme="https").clean("https://exam\u200bple.org/\u2028a") == "https://example.org/a"


@pytest.mark.django_db
def test_what_a_program_writes_is_cleaned_too(site_tree: Any) -> None:
    dialogue = factories.DialogueFactory(title="Torg\x0bet\u202e")
    assert Page.objects.get(pk=dialogue.pk).title == "Torg et"
    Page.objects.filter(pk=dialogue.pk).update(title="Par\x00ken")
    assert Page.objects.get(title="Park\x00en").pk == dialogue.pk
    factories.UserFactory(email="Ny\u200b@Example.org.")
    assert User.objects.filter(email="ny@example.org").exists()


@pytest.mark.django_db
def test_a_draft_that_was_kept_before_is_read_clean(site_tree: Any) -> None:
    dialogue = factories.DialogueFactory()
    revision = dialogue.save_revision()
    revision.content = {**revision.content, "title": "Bad\x0bhuset", "introduction": "Rad\u2028två"}
    page = revision.as_object()
    assert (page.title, page.introduction) == ("Bad huset", "Rad\ntvå")
