"""`python -m tests.search_node start [PORT]` prints the address of a node that answers; `stop [PORT]` ends it and removes its data."""

import sys

from tests.search_node.node import NodeUnavailable, SearchNode

USAGE = "usage: python -m tests.search_node start|stop [PORT]\n"


def main(arguments: list[str]) -> int:
    """0 when it is done, 1 when this machine cannot, 2 for a wrong call."""
    if not arguments or arguments[0] not in ("start", "stop"):
        sys.stderr.write(USAGE)
        return 2
    node = SearchNode(int(arguments[1]) if len(arguments) > 1 else 9200)
    if arguments[0] == "stop":
        node.stop()
        return 0
    try:
        sys.stdout.write(f"{node.start()}\n")
    except NodeUnavailable as missing:
        sys.stderr.write(f"search node: {missing}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
