"""The engines behind the port: the database, which is always there, and Elasticsearch, where a node is given."""

from django.conf import settings

from cms.search.asking.port import Engine
from cms.search.engines import database


def present_engine() -> Engine:
    """The engine that answers: Elasticsearch where ELASTICSEARCH_URL names a node, else the database."""
    if not settings.ELASTICSEARCH_URL:
        return database.DatabaseEngine()
    from cms.search.engines.elastic import ElasticEngine

    return ElasticEngine()
