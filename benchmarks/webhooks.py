"""Waits of Zalo for its 200 when five hundred people write within ten seconds.

`python -m benchmarks.webhooks` makes model and index in a temporary folder and lets `danbiet serve`
answer a crowd on the stub of an Official Account. Beside a figure stands the share of its limit:
Zalo holds a call to have failed after two seconds.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from benchmarks.answer import show
from tests.support.console.accounts import account, write_at_once
from tests.support.running.danbiet import Prepared, run
from tests.support.running.serving import own_copy
from tests.support.running.waiting import until

_CROWD = 500
_QUESTION = "Người dân giám sát công trình của xã thế nào?"


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        prepared = Path(name) / "prepared"
        prepared.mkdir()
        data = own_copy(Prepared(prepared, run("index", data=prepared)), Path(name))
        with account(data) as stage:
            people = [stage.resident().person for _ in range(_CROWD)]
            waits = write_at_once(stage.bot, people, _QUESTION)
            until(lambda: len(stage.told(people)) >= _CROWD, 120, lambda: "not all were answered")
            show("call, median", median(waits), "s", 2)
            show("call, longest", max(waits), "s", 2)
            show("answers a person", len(stage.told(people)) / _CROWD, "", 1)


if __name__ == "__main__":
    main()
