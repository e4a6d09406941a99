"""`danbiet lint`: what the sources of documents got wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.commands.terminal import write, write_json
from knowledge.law.findings import Finding
from knowledge.parsing.lint import lint as find_faults
from prompts.render import render


def lint(paths: Sequence[Path], as_json: bool) -> None:
    """Print the faults of the files at `paths`, by file and line.

    Raises:
        UnreadableSource: a file cannot be read as text; nothing is printed then.
        BadCorrections: a file of corrections is not well formed.
    """
    findings = [(path, finding) for path in paths for finding in find_faults(path)]
    if as_json:
        write_json([_as_dict(path, finding) for path, finding in findings], indent=2)
        return
    for path, finding in findings:
        write(render("lint/line", **_as_dict(path, finding)))


def _as_dict(path: Path, finding: Finding) -> dict[str, Any]:
    return {
        "file": str(path),
        "line": finding.line,
        "severity": finding.severity.value,
        "code": finding.fault.value,
        "message": render("lint/message", finding=finding),
        "action": render("lint/action", finding=finding),
        "excerpt": finding.excerpt,
    }
