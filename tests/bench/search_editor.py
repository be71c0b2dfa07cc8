"""Somebody who edits 20 texts and hides 5 a second, until ended: a process of its own beside a rebuild.

`python -m tests.bench.search_editor FILE FIRST NUMBER`: hides the contributions from FIRST on, writes the word of each into FILE once it is
committed, and the number of edits into `edits` beside it.
"""

import signal
import sys
import time
from pathlib import Path

import django

EDITS, HIDDEN = 20, 5  # a second


def main(file: Path, first: int, number: int) -> None:
    """Edit and hide at an even pace."""
    django.setup()
    from participation.choices import ContributionState
    from participation.models import Contribution
    from tests.bench.search_corpus import canary

    others = list(Contribution.objects.filter(pk__gte=first + number).order_by("pk").values_list("pk", flat=True)[:20_000])
    began, step = time.monotonic(), 0
    edits = file.parent / "edits"
    edits.write_text("0")
    while True:
        time.sleep(max(began + step / (EDITS + HIDDEN) - time.monotonic(), 0))
        turn, place = divmod(step, 5)
        if place == 0 and turn < number:
            row = Contribution.objects.get(pk=first + turn)
            row.state = ContributionState.HIDDEN
            row.save(update_fields=["state"])
            with file.open("a") as hidden:
                hidden.write(f"{canary(turn)}\n")
        else:
            row = Contribution.objects.get(pk=others[step % len(others)])
            row.text = f"{row.text[:4900]} Rättat {step}."
            row.save(update_fields=["text"])
            edits.write_text(str(step - turn))
        step += 1


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
