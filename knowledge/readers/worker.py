"""The process that reads one file: bytes come in, one JSON object goes out."""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable
from importlib import import_module

from knowledge.readers.confinement import BOUNDS, ONLY_TOLD, SCAN, SCAN_ANEW, TOLD, WorkerReport
from knowledge.readers.extract import Extract, Refusal, Scanned, UnreadableReason
from knowledge.readers.kinds import FileKind, kind_of
from knowledge.readers.text.plain_text import read_text

_LARGEST_FILE_WRITTEN = 400 * 2**20
_MOST_LETTERS = 5 * 2**20
_GRACE = 5
"""Seconds between the signal that tells a reading from a crash and the end without one."""
_READERS = {
    FileKind.HTML: "web.page",
    FileKind.DOCX: "word.word",
    FileKind.ODT: "word.office",
    FileKind.DOC: "word.office",
    FileKind.RTF: "word.office",
    FileKind.PDF: "pdf.pdf",
    SCAN: "pdf.scan",
    SCAN_ANEW: "pdf.scan",
}
"""The module of each kind; a function of it takes the bytes: `read`, unless told here."""
_FUNCTIONS = {SCAN_ANEW: "read_anew"}


def main(kind: str, memory: str, processor: str) -> None:
    """Read standard input as `kind` within bounds and write a `WorkerReport` to standard output."""
    _bind(int(memory), int(processor))
    raw = sys.stdin.buffer.read()
    if kind in {TOLD, ONLY_TOLD}:
        report = report_as_told(raw, is_read=kind == TOLD)
    else:
        report = report_on(_reader(kind), raw)
    sys.stdout.buffer.write(report.model_dump_json().encode())


def report_as_told(raw: bytes, *, is_read: bool) -> WorkerReport:
    """Return what the reader for the kind of `raw` makes of it, or which kind needs more."""
    try:
        kind = kind_of(raw)
    except Refusal as refusal:
        return WorkerReport(refusal=refusal.reason, facts=refusal.facts)
    if not is_read or kind in BOUNDS:
        return WorkerReport(kind=kind, needs_more=True)
    return report_on(_reader(kind), raw).model_copy(update={"kind": kind})


def report_on(read: Callable[[bytes], Extract], raw: bytes) -> WorkerReport:
    """Return what `read` makes of `raw`, or why it makes nothing."""
    try:
        extract = read(raw)
    except Scanned as found:
        return WorkerReport(scanned=found.pages, is_garbled=found.is_garbled)
    except Refusal as refusal:
        return WorkerReport(refusal=refusal.reason, facts=refusal.facts)
    except MemoryError:
        return WorkerReport(refusal=UnreadableReason.TOO_LARGE)
    except Exception:  # noqa: BLE001 - whatever a library makes of a damaged file
        return WorkerReport(refusal=UnreadableReason.NOT_READ)
    if sum(map(len, extract.lines)) > _MOST_LETTERS:
        return WorkerReport(refusal=UnreadableReason.TOO_LONG)
    return WorkerReport(lines=extract.lines, findings=extract.findings, pages=extract.pages)


def _reader(kind: str) -> Callable[[bytes], Extract]:
    """Return the reader of `kind`; its libraries are loaded only here."""
    if kind == FileKind.TEXT:
        return read_text
    module = import_module(f"knowledge.readers.{_READERS[kind]}")
    read: Callable[[bytes], Extract] = getattr(module, _FUNCTIONS.get(kind, "read"))
    return read


def _bind(memory: int, processor: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (processor, processor + _GRACE))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_FILE_WRITTEN, _LARGEST_FILE_WRITTEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main(*sys.argv[1:])
