"""Rate limits on the cache: so many in so many seconds, per participant and per network address."""

import hashlib

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from cms import clock


def is_allowed(limit: str, key: str) -> bool:
    """Count one use of `limit` (a name in GENSVAR_LIMITS) by `key`; False when its number is used up."""
    number, seconds = _parts(limit)
    cache_key = _cache_key(limit, key, seconds)
    cache.add(cache_key, 0, seconds)
    try:
        return cache.incr(cache_key) <= number
    except ValueError:  # expired between add and incr
        return True


def is_first(key: str, seconds: int) -> bool:
    """Whether nobody has named `key` in so many seconds; it is kept as a digest."""
    return bool(cache.add(f"first:{_digest(key)}", 1, seconds))


def is_used_up(limit: str, key: str) -> bool:
    """Whether `key` has no use left, without counting one: for limits that count failures only."""
    number, seconds = _parts(limit)
    return cache.get(_cache_key(limit, key, seconds), 0) >= number


def number_of(limit: str) -> int:
    """How many a limit allows in its window, for limits that are counted in the database."""
    return _parts(limit)[0]


def seconds_of(limit: str) -> int:
    """The length of a limit's window, for Retry-After."""
    return _parts(limit)[1]


def _parts(limit: str) -> tuple[int, int]:
    number, seconds = settings.GENSVAR_LIMITS[limit].split("/")
    return int(number), int(seconds)


def _cache_key(limit: str, key: str, seconds: int) -> str:
    window = int(clock.now().timestamp()) // seconds
    return f"limit:{limit}:{_digest(key)}:{window}"


def _digest(key: str) -> str:
    return hashlib.sha256(f"{settings.SECRET_KEY}:{key}".encode()).hexdigest()[:32]


def client_ip(request: HttpRequest) -> str:
    """The visitor's network address; X-Forwarded-For counts only as far as our own proxies wrote it."""
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    trusted = settings.TRUSTED_PROXIES
    if trusted and len(hops) >= trusted:
        return hops[-trusted]
    return request.META.get("REMOTE_ADDR", "")
