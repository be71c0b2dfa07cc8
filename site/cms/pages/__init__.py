"""Pages: their bases, forms, addresses, languages and restrictions."""

from cms.pages.base import SitePage, TopSection, site_fronts

__all__ = ["SitePage", "TopSection", "site_fronts"]
