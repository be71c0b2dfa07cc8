"""The connection to the search node, from settings; errors as words for logs."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from elasticsearch import ApiError, Elasticsearch, TransportError

ERRORS = (ApiError, TransportError)


def reader(seconds: float | None = None) -> Elasticsearch:
    """For visitors: it gives up after so many seconds, GENSVAR_SEARCH_TIMEOUT at most, and never tries twice."""
    client = _connected(settings.GENSVAR_SEARCH_TIMEOUT, **_given())
    return client if seconds is None else client.options(request_timeout=seconds)


def writer() -> Elasticsearch:
    """For the worker: a little more patient."""
    return _connected(settings.GENSVAR_SEARCH_WRITE_TIMEOUT, **_given())


def builder() -> Elasticsearch:
    """For whoever rebuilds the index."""
    return _connected(60.0, **_given())


def alias() -> str:
    """The name that readers and writers know."""
    return settings.GENSVAR_SEARCH_INDEX


def building_alias() -> str:
    """The name of an index that is being built beside the living one."""
    return f"{settings.GENSVAR_SEARCH_INDEX}-building"


MISSING = "index missing"


def reason_of(error: Exception) -> str:
    """A word for logs: what kind of error, never what was asked or stored."""
    if not isinstance(error, ApiError):
        return type(error).__name__
    kind = error.body.get("error") if isinstance(error.body, dict) else None
    return named(kind.get("type") if isinstance(kind, dict) else None, error.status_code)


def named(kind: str | None, status: int) -> str:
    """The name of an error that the node told; the one that matters most has a name of ours."""
    return MISSING if status == 404 or kind == "index_not_found_exception" else kind or str(status)


def _given() -> dict[str, Any]:
    hosts = tuple(host.strip() for host in settings.ELASTICSEARCH_URL.split(",") if host.strip())
    return {
        "hosts": hosts,
        "user": settings.GENSVAR_SEARCH_USER,
        "password": settings.GENSVAR_SEARCH_PASSWORD,
        "api_key": settings.GENSVAR_SEARCH_API_KEY,
        "ca_file": settings.GENSVAR_SEARCH_CA_FILE,
    }


@lru_cache(maxsize=16)
def _connected(timeout: float, *, hosts: tuple[str, ...], user: str, password: str, api_key: str, ca_file: str) -> Elasticsearch:
    options: dict[str, Any] = {"request_timeout": timeout, "max_retries": 0, "retry_on_timeout": False}
    if api_key:
        options["api_key"] = api_key
    elif user:
        options["basic_auth"] = (user, password)
    if ca_file:
        options["ca_certs"] = ca_file
    return Elasticsearch(list(hosts), **options)
