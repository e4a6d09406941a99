"""`danbiet check`: which documents of the library deserve a look."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from bot.commands.terminal import write, write_json
from bot.config import read_settings
from knowledge.library import SOURCES
from knowledge.radar import Notice, watch
from prompts.render import render


def check(folder: Path | None, as_json: bool) -> None:
    """Print what deserves a look among the sources in `folder`, those of the library for None.

    Raises:
        LibraryUnreadable: the folder is unusable, or a file in it holds no article.
        UnreadableSource: a file cannot be read as a document.
        BadCorrections: a file of corrections is not well formed.
    """
    today = date.today()  # noqa: DTZ011 - the day where the library is kept
    notices = watch(folder, today) if folder else watch(SOURCES, today, read_settings().added)
    told = [_as_dict(notice) for notice in notices]
    if as_json:
        write_json(told, indent=2)
        return
    for one in told:
        write("{resolution}: {message} {action} [{concern}]".format(**one))
    if not told:
        write(render("radar/quiet"))


def _as_dict(notice: Notice) -> dict[str, Any]:
    finding = notice.finding
    fault = render("lint/message", finding=finding) if finding else ""
    return {
        "resolution": notice.resolution.id,
        "concern": notice.concern.value,
        "message": render("radar/notice", notice=notice, message=fault),
        "action": render("radar/action", notice=notice),
        "basis": notice.basis.id if notice.basis else None,
        "changed_by": notice.changed_by.id if notice.changed_by else None,
        "last_day": notice.last_day.isoformat() if notice.last_day else None,
        "missing": notice.missing or None,
        "fault": finding.fault.value if finding else None,
        "line": finding.line if finding else None,
    }
