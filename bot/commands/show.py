"""`danbiet show`: the parsed structure of a document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.commands.terminal import today, write, write_json
from bot.config import read_settings
from knowledge.citation import document_label, provision_label
from knowledge.errors import DanBietError
from knowledge.library import SOURCES, find_source, read_library
from knowledge.life import lives
from knowledge.parser import read_resolution
from knowledge.resolution import Note, Provision, Resolution
from prompts.render import render


def show(resolution: str, as_json: bool) -> None:
    """Print every unit of `resolution`: an id of the library, or the path of a source file.

    Of a document of the library it tells how it stands today.
    A note follows the unit it is put to. Words without an address, such as an annex, follow at the
    end, and notes that no unit is marked with; JSON leaves both out.

    Raises:
        UnknownResolution: neither an id nor a file.
        UnreadableSource: the file cannot be read as text.
    """
    named = Path(resolution)
    added = read_settings().added
    of_library = not named.exists()
    path = find_source(SOURCES, resolution, added) if of_library else named
    document = read_resolution(path).resolution
    if as_json:
        write_json([_unit(unit, document) for unit in document.provisions], indent=2)
        return
    write(document_label(document))
    if copy := document.head.consolidation:
        write(render("life/consolidated", copy=copy))
    if of_library:
        write(_life(resolution, added))
    for unit in document.provisions:
        write(f"\n[{provision_label(unit.address, document)}] {unit.words}")
        _write_notes(document.notes_on(unit.address))
    for aside in document.asides:
        write(f"\n[{render('terminal/aside', aside=aside)}] {aside.text}")
    _write_notes(tuple(note for note in document.notes if not note.addresses))


def _write_notes(notes: Sequence[Note]) -> None:
    for note in notes:
        write(f"[{render('terminal/note', note=note)}] {note.text}")


def _life(resolution: str, added: Path | None) -> str:
    """Return how a document of the library stands today, by what the others say of it.

    Another one that cannot be read keeps nobody from reading this one.
    """
    try:
        library = read_library(SOURCES, added)
    except DanBietError as error:
        return render("life/unknown", error=error)
    return render("life/told", life=lives(library, today())[resolution])


def _unit(unit: Provision, document: Resolution) -> dict[str, Any]:
    """Return the address of `unit` with its heading, its text, or both, and the notes put to it."""
    words = {"heading": unit.heading, "text": unit.text}
    said = {name: text for name, text in words.items() if text}
    notes = [{"sign": one.sign, "text": one.text} for one in document.notes_on(unit.address)]
    return {**unit.address.as_dict(), **said, **({"notes": notes} if notes else {})}
