"""Confinement: each file that is more than text is read in a process with bounded means."""

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

from knowledge.law.findings import Finding
from knowledge.readers.extract import Extract, Refusal, UnreadableReason
from knowledge.readers.kinds import FileKind

WORKER = "knowledge.readers.worker"
"""The module that the process runs."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The limits of a reading: bytes of address space, seconds of a processor, seconds in all."""

    memory: int = 2 * 2**30
    processor: int = 60
    wall: int = 120


USUAL = Bounds()
TOLD = "told by its content"
"""The kind that a file is read as until its content has told another one."""
ONLY_TOLD = "only told"
"""The kind that is told, and not read."""
_OFFICE = Bounds(memory=4 * 2**30, processor=120, wall=180)
BOUNDS = {FileKind.DOC: _OFFICE, FileKind.ODT: _OFFICE, FileKind.RTF: _OFFICE}
"""The bounds of kinds that take more than the usual."""
SCAN = "scan"
"""The kind of a PDF once its pages have turned out to be pictures."""
SCAN_ANEW = "scan anew"
"""The kind to read it as if the text that it holds is of no use."""
_MOST_SCANNED = 200
_SECONDS_A_SCANNED_PAGE = 30


_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
"""Pages are recognised side by side: with several threads a page they would hinder each other."""


class WorkerReport(BaseModel):
    """The output of the process: lines and findings, or the reason why there are none."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    lines: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    kind: FileKind = FileKind.TEXT
    pages: tuple[int, ...] = ()
    refusal: UnreadableReason | None = None
    facts: dict[str, str | int] = {}
    """The facts that fill the sentence of the refusal."""
    needs_more: bool = False
    """The kind is told, and has bounds of its own to be read within."""
    scanned: int = 0
    """Pages that are pictures; the file is to be read again as a scan."""
    is_garbled: bool = False
    """The text of the file is of no use: it is recognised anew."""


def read_confined(raw: bytes, bounds: Bounds = USUAL) -> Extract:
    """Return the lines of the file content `raw`; a process of its own tells its kind and reads it.

    The process has a folder of its own, which goes with it, and sees no setting of this one.

    Raises:
        Refusal: the content is of a kind that is never read, or cannot be read within `bounds`.
    """
    with TemporaryDirectory(prefix="danbiet-") as folder:
        report = _run(TOLD, raw, bounds, Path(folder))
        kind = report.kind
        if report.needs_more:
            report = _run(kind, raw, BOUNDS[kind], Path(folder))
        if report.scanned:
            scan = SCAN_ANEW if report.is_garbled else SCAN
            report = _run(scan, raw, _bounds_of_scan(report.scanned), Path(folder))
    if report.refusal:
        raise Refusal(report.refusal, **report.facts)
    return Extract(report.lines, report.findings, kind.value, report.pages)


def tell_confined(raw: bytes) -> FileKind:
    """Return the kind of the file content `raw`, told by a process of its own; raise Refusal."""
    with TemporaryDirectory(prefix="danbiet-") as folder:
        report = _run(ONLY_TOLD, raw, USUAL, Path(folder))
    if report.refusal:
        raise Refusal(report.refusal, **report.facts)
    return report.kind


def _bounds_of_scan(pages: int) -> Bounds:
    if pages > _MOST_SCANNED:
        raise Refusal(UnreadableReason.TOO_MANY_SCANNED, most=_MOST_SCANNED)
    seconds = 60 + _SECONDS_A_SCANNED_PAGE * pages
    return Bounds(memory=4 * 2**30, processor=seconds, wall=seconds)


def _run(kind: str, raw: bytes, bounds: Bounds, folder: Path) -> WorkerReport:
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
            return WorkerReport(refusal=UnreadableReason.TOO_SLOW, facts={"most": bounds.wall})
        finally:
            with suppress(ProcessLookupError):  # the group: what it has started ends with it
                os.killpg(worker.pid, signal.SIGKILL)
    return _understood(said, worker.returncode)


def _understood(said: bytes, status: int) -> WorkerReport:
    if status == -signal.SIGXCPU:
        return WorkerReport(refusal=UnreadableReason.TOO_HARD)
    try:
        return WorkerReport.model_validate_json(said)
    except ValidationError:
        return WorkerReport(refusal=UnreadableReason.STOPPED)


def _environment(folder: Path) -> dict[str, str]:
    kept = {"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8", **_ONE_THREAD}
    roots = os.pathsep.join(path for path in sys.path if path)
    return {**kept, "HOME": str(folder), "TMPDIR": str(folder), "PYTHONPATH": roots}
