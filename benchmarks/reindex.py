"""The time until a new version answers while fifty people a second ask, and their waits.

`python -m benchmarks.reindex` makes model and index in a temporary folder, lets two `danbiet serve`
answer over it, changes a source, and runs `danbiet index`, then `danbiet rollback`. Beside a figure
stands the share of its limit.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.answer import show
from tests.support.answers.reindexing import change_source, exchange
from tests.support.console.accounts import account
from tests.support.running.danbiet import Prepared, run
from tests.support.running.serving import Serving, own_copy

_PACE = 50.0
"""Questions a second."""


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        prepared = Path(name) / "prepared"
        prepared.mkdir()
        data = own_copy(Prepared(prepared, run("index", data=prepared)), Path(name))
        with account(data) as stage, Serving(data, {}) as second:
            change_source(data)
            for command in ("index", "rollback"):
                seen = exchange(command, stage, (stage.bot, second), _PACE)
                show(f"{command}, taken up after", seen.taken_up, "s", 5)
                show(f"{command}, longest call", max(seen.calls), "s", 2)
                show(f"{command}, questions", len(seen.told), "")
                show(f"{command}, answered per s", len(seen.told) / seen.lasted, "")
                once = sum(len(answers) == 1 for answers in seen.told.values())
                show(f"{command}, answers a person", once / len(seen.told), "", 1)


if __name__ == "__main__":
    main()
