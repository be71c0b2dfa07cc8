"""Production, and a view that does nothing beside the site's own."""

from cms.settings.production import *  # noqa: F403

ROOT_URLCONF = "tests.bench.trivial_urls"
