"""Programs of the system that some formats need."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from knowledge.readers.extract import Refusal, UnreadableReason


class ToolMissing(Refusal):
    """A program that the format needs is not installed."""

    def __init__(self, what: str, packages: str) -> None:
        self.packages = packages
        super().__init__(UnreadableReason.TOOL_MISSING, what=what, packages=packages)


def find_tool(name: str, what: str, packages: str) -> str:
    """Return where the program `name` is; raise ToolMissing, which says `what` lacks it."""
    path = shutil.which(name)
    if path is None:
        raise ToolMissing(what, packages)
    return path


def run_tool(command: Sequence[str | Path]) -> bool:
    """Run `command` silently, with the bounds of this process; return True if it succeeded."""
    done = subprocess.run(  # noqa: S603 - found by `find_tool`; no argument comes from a file
        command, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return done.returncode == 0
