"""Rate limits on the cache: so many in so many seconds, per participant and per network.

Behind one network sits a school class or a town hall as well as a robot. A number per network is for all of them together, so it is far
above that of one participant, and networks of one's own (GENSVAR_OWN_NETWORKS) may do `OWN_TIMES` as much.
"""

import hashlib
import ipaddress

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from cms import clock

OWN_TIMES = 10
IPV6_PLACE = 64


def is_allowed(limit: str, key: str, times: int = 1) -> bool:
    """Count one use of `limit` (a name in GENSVAR_LIMITS) by `key`; False when its number (so many times) is used up."""
    number, seconds = _parts(limit, times)
    cache_key = _cache_key(limit, key, seconds)
    cache.add(cache_key, 0, seconds)
    try:
        return cache.incr(cache_key) <= number
    except ValueError:  # expired between add and incr
        return True


def is_first(key: str, seconds: int) -> bool:
    """Whether nobody has named `key` in so many seconds; it is kept as a digest."""
    return bool(cache.add(f"first:{_digest(key)}", 1, seconds))


def is_used_up(limit: str, key: str, times: int = 1) -> bool:
    """Whether `key` has no use left, without counting one: for limits that count failures only."""
    number, seconds = _parts(limit, times)
    return cache.get(_cache_key(limit, key, seconds), 0) >= number


def network_is_allowed(limit: str, request: HttpRequest) -> bool:
    """Count one use by the network that a request comes from; False when its number is used up."""
    return is_allowed(limit, _network_key(request), _times(request))


def network_is_used_up(limit: str, request: HttpRequest) -> bool:
    """Whether the network that a request comes from has no use left, without counting one."""
    return is_used_up(limit, _network_key(request), _times(request))


def number_of(limit: str) -> int:
    """How many a limit allows in its window, for limits that are counted in the database."""
    return _parts(limit)[0]


def seconds_of(limit: str) -> int:
    """The length of a limit's window, for Retry-After."""
    return _parts(limit)[1]


def _parts(limit: str, times: int = 1) -> tuple[int, int]:
    number, seconds = settings.GENSVAR_LIMITS[limit].split("/")
    return int(number) * times, int(seconds)


def _network_key(request: HttpRequest) -> str:
    return f"address:{network_of(request)}"


def _times(request: HttpRequest) -> int:
    return OWN_TIMES if is_own_network(request) else 1


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


def network_of(request: HttpRequest) -> str:
    """What is counted as one place: an IPv4 address, or the /64 that one connection has in IPv6."""
    address = _parsed(client_ip(request))
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, IPV6_PLACE), strict=False))
    return str(address) if address else client_ip(request)


def is_own_network(request: HttpRequest) -> bool:
    """Whether a request comes from one of the networks that the municipality has named as its own."""
    address = _parsed(client_ip(request))
    return address is not None and any(address in network for network in own_networks())


def own_networks() -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    """The networks of GENSVAR_OWN_NETWORKS; what is neither address nor prefix is left out here, and told by a check at the start."""
    return [network for words in settings.GENSVAR_OWN_NETWORKS if (network := network_from(words)) is not None]


def network_from(words: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    """The network that an address or a prefix names; None for what names none."""
    try:
        return ipaddress.ip_network(words.strip(), strict=False)
    except ValueError:
        return None


def _parsed(words: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """An address; one of IPv4 written in IPv6 is one of IPv4."""
    try:
        address = ipaddress.ip_address(words.split("%")[0])
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, ipaddress.IPv6Address) else address
