"""Faults that nobody foresaw: kept in a file, so that no traceback reaches a user."""

from __future__ import annotations

import secrets
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

FILE = "incidents.log"


def record(error: BaseException, folder: Path) -> str:
    """Append the traceback of `error` to `FILE` in `folder`; return the trace id under which.

    A traceback names code, not what was asked: questions and places are no part of it. If the
    file cannot be written, only the id is left.
    """
    trace_id = secrets.token_hex(4)
    trace = "".join(traceback.format_exception(error))
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / FILE).open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now(UTC).isoformat()} {trace_id}\n{trace}\n")
    return trace_id
