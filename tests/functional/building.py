"""A process that builds an index, for tests that interrupt it.

`python -m tests.functional.building FOLDER stop` reports its first embedded passage on standard
output and then waits for standard input to end; `… FOLDER BYTES` writes no file bigger than that.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from index.build import build
from index.embedder import Progress, silent
from index.manifest import Sources
from index.writing import Material
from knowledge.errors import DanBietError
from tests.fakes import FakeEmbedder
from tests.provisions import document

CHANGED = document({(number,): f"Nội dung mới thứ {number}." for number in range(1, 60)})


def wait_for_the_end(done: int, total: int) -> None:
    """Tell that a passage is embedded, then block until standard input is closed."""
    sys.stdout.write(f"{done} of {total}\n")
    sys.stdout.flush()
    sys.stdin.read()


def main(folder: str, how: str) -> None:
    """Build a version of `CHANGED` in `folder`."""
    progress: Progress = silent
    if how == "stop":
        progress = wait_for_the_end
    else:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(how), int(how)))
    build(
        Material([CHANGED], Sources("1", {"new.txt": "01"})), FakeEmbedder(), Path(folder), progress
    )


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except DanBietError as error:
        sys.exit(str(error))
