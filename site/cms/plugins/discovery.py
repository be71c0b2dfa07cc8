"""Plugins: the base class of their AppConfigs, and how the site finds them.

A plugin is a Django app whose AppConfig is a `SitePlugin`. Plugins of this repository stand in
one settings list; plugins of others come by the entry-point group `gensvar.plugins`, whose value
is such a class. `GENSVAR_DISABLED_PLUGINS` names the app labels of plugins to leave out.
"""

from collections.abc import Iterable
from importlib.metadata import entry_points
from typing import Any, ClassVar

from django.apps import AppConfig, apps
from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from cms.plugins.registry import is_stated

ENTRY_POINT_GROUP = "gensvar.plugins"


class SitePlugin(AppConfig):
    """Base of a plugin's AppConfig.

    A subclass states `name`, `label`, `verbose_name`, `version` and `summary`; `requires` names the
    labels of plugins that must be on as well. `urls` is the dotted path of a module with
    `urlpatterns` that the host puts before Wagtail's pages, under each language.
    """

    default_auto_field = "django.db.models.BigAutoField"
    default = False

    version: ClassVar[str] = ""
    summary: ClassVar[str | Promise] = ""
    requires: ClassVar[tuple[str, ...]] = ()
    urls: ClassVar[str] = ""

    def setup_site(self, front: Any) -> None:
        """Make what every installation needs of this plugin; `front` is the site's root page. Idempotent.

        `manage.py setup_site` calls it; `cms.setup.ensure_page` makes a page in every language.
        """

    def open_workspace(self, administration: Any) -> list[Any]:
        """Make what an administration needs of this plugin; returns the pages (default language) that its groups get rights on.

        Idempotent: `cms.organisation.workspaces.open_workspace` calls it when an administration is made or changed, with the
        names that the workspace had so far in `administration.room_name` and `room_name_en`.
        """
        return []

    def load_demo(self, demo: Any) -> None:
        """Add this plugin's examples to a demonstration; `demo` (cms.demo.stage.Demo) holds the day and what the host has made."""


def discover_plugins(listed: Iterable[str], disabled: Iterable[str]) -> list[str]:
    """Dotted AppConfig paths of the plugins that are on, in order, checked against each other.

    Raises ImproperlyConfigured with a sentence that helps for a class that is no SitePlugin, a
    missing attribute, a label or name used twice, and a required plugin that is missing.
    """
    paths = [*listed, *(entry.value.replace(":", ".") for entry in entry_points(group=ENTRY_POINT_GROUP))]
    switched_off = set(disabled)
    plugins = {path: _load(path) for path in dict.fromkeys(paths)}
    chosen = {path: plugin for path, plugin in plugins.items() if plugin.label not in switched_off}
    _refuse_doubles(chosen)
    _refuse_missing(chosen)
    return list(chosen)


def enabled_plugins() -> list[SitePlugin]:
    """The plugins that are on, once Django's apps are ready."""
    return [config for config in apps.get_app_configs() if isinstance(config, SitePlugin)]


def _load(path: str) -> type[SitePlugin]:
    try:
        plugin = import_string(path)
    except ImportError as error:
        raise ImproperlyConfigured(f"The plugin {path!r} cannot be imported: {error}") from error
    if not (isinstance(plugin, type) and issubclass(plugin, SitePlugin)):
        raise ImproperlyConfigured(f"{path} is no SitePlugin; let its AppConfig inherit cms.plugins.SitePlugin.")
    for attribute in ("name", "label", "verbose_name", "version", "summary"):
        if not is_stated(getattr(plugin, attribute, "")):
            raise ImproperlyConfigured(f"{path} has no {attribute}; every plugin states it.")
    return plugin


def _refuse_doubles(chosen: dict[str, type[SitePlugin]]) -> None:
    for attribute in ("label", "name"):
        seen: dict[str, str] = {}
        for path, plugin in chosen.items():
            value = getattr(plugin, attribute)
            if value in seen:
                raise ImproperlyConfigured(f"{path} and {seen[value]} share the {attribute} {value!r}; rename one of them.")
            seen[value] = path


def _refuse_missing(chosen: dict[str, type[SitePlugin]]) -> None:
    labels = {plugin.label for plugin in chosen.values()}
    for path, plugin in chosen.items():
        missing = sorted(set(plugin.requires) - labels)
        if missing:
            raise ImproperlyConfigured(
                f"{path} requires {', '.join(missing)}: switch that on, or name {plugin.label!r} in GENSVAR_DISABLED_PLUGINS too."
            )
