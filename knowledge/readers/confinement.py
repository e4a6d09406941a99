"""A process of its own for each file that is more than text, with bounds on what it may use."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import BaseModel, ConfigDict, ValidationError

from knowledge.findings import Finding
from knowledge.readers.extract import Extract, Reason, Refusal
from knowledge.readers.kinds import Kind

WORKER = "knowledge.readers.worker"
"""The module that the process runs."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one reading may use: bytes of address space, seconds of a processor, seconds in all."""

    memory: int = 2 * 2**30
    processor: int = 60
    wall: int = 120


_OFFICE = Bounds(memory=4 * 2**30, processor=120, wall=180)
BOUNDS = {Kind.DOC: _OFFICE, Kind.ODT: _OFFICE, Kind.RTF: _OFFICE}
"""The bounds of kinds that take more than the usual."""
SCAN = "scan"
"""What a PDF is read as once its pages have turned out to be pictures."""
_MOST_SCANNED = 200
_SECONDS_A_SCANNED_PAGE = 30


_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
"""Pages are recognised side by side: with several threads a page they would hinder each other."""


class Report(BaseModel):
    """What the process says on its standard output: lines and findings, or why there are none."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    lines: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    refusal: Reason | None = None
    facts: dict[str, str | int] = {}
    """What the sentence of the refusal is filled with."""
    scanned: int = 0
    """Pages that are pictures; the file is to be read again as a scan."""


def read_confined(kind: Kind, raw: bytes, bounds: Bounds | None = None) -> Extract:
    """Return the lines of the file content `raw`, read as `kind` by a process of its own.

    The process has a folder of its own, which goes with it, and sees no setting of this one.

    Raises:
        Refusal: the content cannot be read, or not within `bounds`.
    """
    bounds = bounds or BOUNDS.get(kind, Bounds())
    with TemporaryDirectory(prefix="danbiet-") as folder:
        report = _run(kind, raw, bounds, Path(folder))
        if report.scanned:
            report = _run(SCAN, raw, _bounds_of_scan(report.scanned), Path(folder))
    if report.refusal:
        raise Refusal(report.refusal, **report.facts)
    return Extract(report.lines, report.findings)


def _bounds_of_scan(pages: int) -> Bounds:
    if pages > _MOST_SCANNED:
        raise Refusal(Reason.TOO_MANY_SCANNED, most=_MOST_SCANNED)
    seconds = 60 + _SECONDS_A_SCANNED_PAGE * pages
    return Bounds(memory=4 * 2**30, processor=seconds, wall=seconds)


def _run(kind: str, raw: bytes, bounds: Bounds, folder: Path) -> Report:
    command = [sys.executable, "-m", WORKER, kind, str(bounds.memory), str(bounds.processor)]
    with subprocess.Popen(  # noqa: S603 - our own module, and nothing of the file
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=_environment(folder),
        start_new_session=True,
    ) as worker:
        try:
            said, _ = worker.communicate(raw, timeout=bounds.wall)
        except subprocess.TimeoutExpired:
            return Report(refusal=Reason.TOO_SLOW, facts={"most": bounds.wall})
        finally:
            _end(worker)
    return _understood(said, worker.returncode)


def _understood(said: bytes, status: int) -> Report:
    if status == -signal.SIGXCPU:
        return Report(refusal=Reason.TOO_HARD)
    try:
        return Report.model_validate_json(said)
    except ValidationError:
        return Report(refusal=Reason.STOPPED)


def _end(worker: subprocess.Popen[bytes]) -> None:
    """End `worker` and all that it has started."""
    with suppress(ProcessLookupError):
        os.killpg(worker.pid, signal.SIGKILL)


def _environment(folder: Path) -> dict[str, str]:
    kept = {"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8", **_ONE_THREAD}
    roots = os.pathsep.join(path for path in sys.path if path)
    return {**kept, "HOME": str(folder), "TMPDIR": str(folder), "PYTHONPATH": roots}
