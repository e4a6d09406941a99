"""A process that builds an index, for tests that interrupt it.

`python -m tests.functional.documents.building FOLDER stop` reports its first embedded passage on
standard output and then waits for standard input to end; `… FOLDER BYTES` writes no file bigger
than that.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from index.embedding.embedder import Progress, silent
from index.versions.build import build, roll_back
from index.versions.manifest import ModelUsed, Sources
from index.versions.writing import Material
from knowledge.errors import DanBietError
from tests.support.answers.provisions import document
from tests.support.conversations.fakes import FakeEmbedder

CHANGED = document({(number,): f"Nội dung mới thứ {number}." for number in range(1, 60)})

SOURCES = Sources("1", {"new.txt": "01"})


def build_changed(folder: Path, progress: Progress = silent) -> None:
    """Build a version of `CHANGED` in `folder`."""
    build(Material([CHANGED], SOURCES), FakeEmbedder(), folder, progress)


def roll_back_to_first(folder: Path) -> None:
    """Let the first version serve again in `folder`."""
    embedder = FakeEmbedder()
    roll_back(folder, ModelUsed(embedder.name, embedder.fingerprint), "1")


def wait_for_the_end(done: int, total: int) -> None:
    """Tell that a passage is embedded, then block until standard input is closed."""
    sys.stdout.write(f"{done} of {total}\n")
    sys.stdout.flush()
    sys.stdin.read()


def main(folder: str, how: str) -> None:
    """Build a version of `CHANGED` in `folder` as `how` says."""
    progress: Progress = silent
    if how == "stop":
        progress = wait_for_the_end
    else:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(how), int(how)))
    build_changed(Path(folder), progress)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except DanBietError as error:
        sys.exit(str(error))
