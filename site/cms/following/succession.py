"""What goes on as something else: whoever follows what was merged, succeeded or moved goes on hearing, of what carries it on.

Nothing is rewritten when it happens. A follow keeps the number that somebody chose, and each kind says who carries on what, so that
a merge that is undone leaves everybody where they were. A circle leads nowhere: its members stand for themselves.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from cms.following.models import Follow, Follower
from cms.following.registry import followables

Target = tuple[str, int]


@dataclass(frozen=True)
class Succession:
    """Who carries on what, of all kinds, as of one moment."""

    heirs: dict[Target, list[Target]]

    def now(self, target: Target) -> list[Target]:
        """What carries something on today, at the end of each chain; itself where nothing does."""
        reached = _all_from(target, self.heirs)
        return [other for other in reached if not self.heirs.get(other)] or [target]

    def before(self, targets: Iterable[Target]) -> set[Target]:
        """All that these carry on, over any number of steps."""
        forebears: dict[Target, list[Target]] = defaultdict(list)
        for old, heirs in self.heirs.items():
            for heir in heirs:
                forebears[heir].append(old)
        return {old for target in targets for old in _all_from(target, forebears)}

    def same(self, target: Target) -> set[Target]:
        """Everything that is one and the same thing today: what is carried on by it alone, and it alone."""
        now = set(self.now(target))
        return {other for other in self.before(now) | {target} if set(self.now(other)) == now}


def _all_from(start: Target, arrows: dict[Target, list[Target]]) -> list[Target]:
    """Whatever can be reached, the start first, each once."""
    reached = {start: None}
    ahead = [start]
    while ahead:
        for other in arrows.get(ahead.pop(), ()):
            if other not in reached:
                reached[other] = None
                ahead.append(other)
    return list(reached)


def succession() -> Succession:
    """Who carries on what now, as the kinds of things say it; what no plugin knows any more carries nothing on."""
    heirs: dict[Target, list[Target]] = defaultdict(list)
    for kind in followables:
        for number, heir in kind.succession():
            if heir[0] in followables and heir != (kind.name, number):
                heirs[kind.name, number].append(heir)
    return Succession(dict(heirs))


def follows_of_same(follower: Follower, target: Target) -> list[Follow]:
    """The follows by which somebody follows a thing, under its own number or under that of what it carries on alone; oldest first."""
    same = succession().same(target)
    return [follow for follow in follower.follows.order_by("pk") if (follow.kind, follow.object_id) in same]


def one_of_each(follows: Iterable[Follow]) -> list[Follow]:
    """These follows with the first of those that are one and the same thing today."""
    known = succession()
    each: dict[tuple[Target, ...], Follow] = {}
    for follow in follows:
        each.setdefault(tuple(sorted(known.now((follow.kind, follow.object_id)))), follow)
    return list(each.values())
