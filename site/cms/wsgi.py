"""WSGI entry point: `gunicorn --preload cms.wsgi`, so that its processes share the dictionaries of the search."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

application = get_wsgi_application()

from cms.search.analysis import load_dictionaries  # noqa: E402 - needs the apps

load_dictionaries()
