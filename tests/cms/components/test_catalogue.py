"""Every component is whole, stands alone and says what it takes."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.template import engines
from django.test import RequestFactory

from cms.components.catalogue import Component, all_components, components_of, package_folder

COMPONENTS = all_components()
EXAMPLES = [(component, name) for component in COMPONENTS for name in component.examples]


def draw(component: Component, variables: dict) -> str:
    template = engines["django"].from_string("{% render_component name variables %}")
    return template.render({"name": component.name, "variables": variables}, RequestFactory().get("/?place=a"))


@pytest.mark.parametrize("package", ["cms", "participation"])
def test_folders_are_components(package: str) -> None:
    folder = package_folder(package) / "components"
    folders = {path.name for path in folder.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == {component.name for component in COMPONENTS if component.package == package}


def test_a_component_that_two_packages_have_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="both have a component"):
        components_of(["participation", "participation"])


def test_what_is_no_package_has_no_components() -> None:
    with pytest.raises(ImproperlyConfigured, match="is no package"):
        components_of(["gensvar_nowhere"])


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component.name)
def test_component_has_template_style_sheet_examples_and_words_about_its_variables(component: Component) -> None:
    assert component.template.exists()
    assert component.style_sheet.exists()
    assert component.examples
    assert component.template.read_text().startswith("{% comment %}")
    assert component.variables


@pytest.mark.django_db
@pytest.mark.parametrize(("component", "example"), EXAMPLES, ids=lambda value: getattr(value, "name", value))
def test_example_draws(component: Component, example: str) -> None:
    html = draw(component, component.examples[example])
    assert html.strip()
    assert "style=" not in html
    assert "<script" not in html


@pytest.mark.django_db
@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component.name)
def test_component_that_is_told_nothing_breaks_no_page(component: Component) -> None:
    draw(component, {})


@pytest.mark.django_db
def test_a_link_to_follow_nothing_is_not_drawn() -> None:
    link = next(component for component in COMPONENTS if component.name == "follow_link")
    assert "<a" not in draw(link, {"kind": "participation.dialogue"})


@pytest.mark.django_db
def test_component_sees_nothing_that_it_was_not_given() -> None:
    template = engines["django"].from_string("{% component 'empty' text='Nothing.' %}")
    assert "secret" not in template.render({"action_url": "/secret/"}, RequestFactory().get("/"))


def test_wrap_draws_a_component_around_its_body() -> None:
    template = engines["django"].from_string("{% wrap 'panel' title='Follow' %}<p>{{ words }}</p>{% endwrap %}")
    html = template.render({"words": "<3"})
    assert "<p>&lt;3</p>" in html
    assert "Follow" in html


def test_text_of_a_comment_is_escaped() -> None:
    comment = next(component for component in COMPONENTS if component.name == "comment")
    html = draw(comment, {"comment": {"id": "c-1", "hidden": "<script>alert(1)</script>"}})
    assert "&lt;script&gt;" in html


@pytest.mark.django_db
def test_pagination_keeps_the_rest_of_the_address() -> None:
    pagination = next(component for component in COMPONENTS if component.name == "pagination")
    assert "?place=a&amp;page=5" in draw(pagination, pagination.examples["in the middle"])


def test_way_says_what_the_circles_show() -> None:
    progress = next(component for component in COMPONENTS if component.name == "progress")
    html = draw(progress, {"stations": [{"label": "Answer", "status": "missed"}, {"label": "Done", "status": "coming"}]})
    assert 'class="progress__word"' in html
    assert 'aria-current="step"' not in html
