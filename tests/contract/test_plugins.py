"""Questions to every plugin, and to what plugins register with the host."""

from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.template.loader import get_template
from django.urls import reverse
from wagtail.models import Page

from cms.pages import SitePage
from cms.plugins import enabled_plugins
from cms.plugins.home_sections import home_sections
from cms.plugins.navigation import NavigationItem, navigation_items

PLUGINS = enabled_plugins()


@pytest.fixture(params=PLUGINS, ids=lambda plugin: plugin.label)
def plugin(request):
    return request.param


def test_it_says_what_it_is(plugin):
    assert str(plugin.verbose_name)
    assert str(plugin.summary)
    assert plugin.version


def test_what_it_requires_is_on(plugin):
    assert set(plugin.requires) <= {other.label for other in PLUGINS}


def test_its_templates_stand_under_its_own_name(plugin):
    templates = Path(plugin.path) / "templates"
    folders = {path.name for path in templates.iterdir()} if templates.exists() else set()
    assert folders <= {plugin.label}


def test_its_page_types_belong_to_the_house(plugin):
    types = [model for model in plugin.get_models() if issubclass(model, Page)]
    assert all(issubclass(model, SitePage) for model in types)


def test_its_names_in_the_database_carry_its_label(plugin):
    assert all(model._meta.db_table.startswith(plugin.label) for model in plugin.get_models(include_auto_created=True))


@pytest.mark.django_db
def test_setting_the_site_up_twice_changes_nothing(plugin):
    call_command("setup_site")
    before = Page.objects.count()
    call_command("setup_site")
    assert Page.objects.count() == before


def test_sections_of_the_start_page_have_words_and_a_template():
    for section in home_sections:
        assert str(section.label)
        assert get_template(section.template)
        assert section.name.startswith(tuple(apps.app_configs))


@pytest.mark.django_db
def test_navigation_items_lead_somewhere(client):
    call_command("setup_site")
    for item in navigation_items:
        assert client.get(reverse(item.url_name)).status_code == 200


@pytest.mark.django_db
def test_a_plugin_may_add_to_the_navigation(client):
    call_command("setup_site")
    navigation_items.register(NavigationItem("test_health", "Hälsa", "health"))
    try:
        assert "Hälsa" in client.get("/om/").content.decode()
    finally:
        navigation_items.unregister("test_health")
