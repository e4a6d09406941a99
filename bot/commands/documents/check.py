"""`danbiet check`: which documents deserve a look, and which places have no resolution."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bot.commands.terminal import today, write, write_json
from bot.config import read_settings
from knowledge.gazetteer.places import Gazetteer
from knowledge.law.resolution import Resolution
from knowledge.library.absent import FILE as OWN_ABSENT
from knowledge.library.absent import Absent, read_ledger
from knowledge.library.coverage import Coverage, cover
from knowledge.library.library import SOURCES, read_library, source_files
from knowledge.library.radar import Notice, watch
from knowledge.library.source_notes import read_notes
from knowledge.matters.topic import TOPICS
from knowledge.validity.validity import StateChange
from prompts.render import render


def check(folder: Path | None, as_json: bool) -> None:
    """Print what deserves a look among the sources in `folder`, those of the library for None.

    Raises:
        LibraryUnreadable: the folder is unusable, or a file in it holds no article.
        UnreadableSource: a file cannot be read as a document.
        BadCorrections: a file of corrections is not well formed.
        BadCards: the file of absent documents is not.
        PlaceDataError: the lists of places are not installed.
    """
    sources, added = _sources(folder)
    library = read_library(sources, added)
    notes = {source.stem: read_notes(source) for source in source_files(sources, added)}
    notices = [_as_dict(notice) for notice in watch(library, today(), notes)]
    notices += _absent(library) if folder is None else []
    if as_json:
        write_json(notices, indent=2)
        return
    for notice in notices:
        write("{0}: {message} {action} [{concern}]".format(notice["resolution"] or "-", **notice))
    if not notices:
        write(render("radar/quiet"))
    write(f"\n{render('coverage/hint', coverages=_coverages(library))}")


def check_places(folder: Path | None, as_json: bool) -> None:
    """Print province by province which places no resolution of their own binds.

    Raises:
        LibraryUnreadable: the folder is unusable, or a file in it holds no article.
        UnreadableSource: a file cannot be read as a document.
        BadCorrections: a file of corrections is not well formed.
        PlaceDataError: the lists of places are not installed.
    """
    coverages = _coverages(read_library(*_sources(folder)))
    if as_json:
        write_json([_by_region(coverage) for coverage in coverages], indent=2)
        return
    for coverage in coverages:
        if coverage.unserved:
            write(render("coverage/province", coverage=coverage))
    write(f"\n{render('coverage/summary', coverages=coverages)}")


def _sources(folder: Path | None) -> tuple[Path, Path | None]:
    return (folder, None) if folder else (SOURCES, read_settings().added)


def _coverages(library: Sequence[Resolution]) -> tuple[Coverage, ...]:
    return cover(Gazetteer().communes, library, today())


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
        "first_day": _iso(notice.first_day),
        "last_day": _iso(notice.last_day),
        "changes": [_change(change) for change in notice.changes],
        "missing": notice.missing or None,
        "fault": finding.fault.value if finding else None,
        "line": finding.line if finding else None,
    }


def _absent(library: Sequence[Resolution]) -> list[dict[str, Any]]:
    """Return what is known to exist beside `library`, in the form of a notice about no document."""
    ledger = read_ledger(TOPICS, read_settings().data / OWN_ABSENT)
    known = ledger.known(library)
    return [_as_notice(absent, known) for absent in ledger.missing(library)]


def _as_notice(absent: Absent, known: Mapping[str, Resolution]) -> dict[str, Any]:
    return {
        "resolution": None,
        "concern": "known-absent",
        "message": render("absent/notice", absent=absent, known=known),
        "action": render("absent/action"),
        "number": absent.card.number,
        "issuer": absent.card.issuer,
        "issued_on": _iso(absent.card.issued_on),
        "bearing": absent.bearing.value,
        "certain": absent.card.certain,
        "bears_on": sorted(absent.bears_on),
        "source": absent.card.source,
        "unknown": absent.card.unknown,
    }


def _change(change: StateChange) -> dict[str, Any]:
    return {
        "deed": change.deed.value,
        "target": change.target.as_dict(),
        "by": change.provision.as_dict(),
        "since": _iso(change.since),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _by_region(coverage: Coverage) -> dict[str, Any]:
    return {
        "province": coverage.province,
        "total": coverage.total,
        "unserved": coverage.unserved,
        "former_provinces": [
            {
                "name": region.former_province,
                "total": region.total,
                "unserved": list(region.unserved),
            }
            for region in coverage.regions
        ],
    }
