"""Plugins: their base class, how they are found, and the registries that they fill."""

from cms.plugins.discovery import ENTRY_POINT_GROUP, SitePlugin, discover_plugins, enabled_plugins

__all__ = ["ENTRY_POINT_GROUP", "SitePlugin", "discover_plugins", "enabled_plugins"]
