"""`danbiet show`: the parsed structure of a document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.commands.terminal import today, write, write_json
from bot.config import read_settings
from knowledge.errors import DanBietError
from knowledge.law.references.citation import document_label, provision_label
from knowledge.law.resolution import Note, Provision, Resolution
from knowledge.library.joining import file_by_file, home_of
from knowledge.library.library import SOURCES, find_source, read_library
from knowledge.parsing.parser import read_resolution
from knowledge.validity.validity import validity_by_id
from prompts.render import render


def show(resolution: str, as_json: bool) -> None:
    """Print every unit of `resolution`: an id of the library, or the path of a source file.

    Of a document of the library it tells how it stands today; an annex in a file of its own is a
    part of its document, and shown alone by the id of its file.
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
    library = _library(added) if of_library else ()
    document = _shown(path, library)
    if as_json:
        write_json([_unit(unit, document) for unit in document.provisions], indent=2)
        return
    write(document_label(document))
    if copy := document.head.consolidation:
        write(render("life/consolidated", copy=copy))
    if of_library:
        write(_life(resolution, library))
    for unit in document.provisions:
        write(f"\n[{provision_label(unit.address, document)}] {unit.words}")
        _write_notes(document.notes_on(unit.address))
    for aside in document.asides:
        write(f"\n[{render('terminal/aside', aside=aside)}] {aside.text}")
    _write_notes(tuple(note for note in document.notes if not note.addresses))


def _write_notes(notes: Sequence[Note]) -> None:
    for note in notes:
        write(f"[{render('terminal/note', note=note)}] {note.text}")


def _library(added: Path | None) -> tuple[Resolution, ...] | DanBietError:
    """Return the library, or why there is none: one document that cannot be read hides no other."""
    try:
        return read_library(SOURCES, added)
    except DanBietError as error:
        return error


def _shown(path: Path, library: tuple[Resolution, ...] | DanBietError) -> Resolution:
    """Return the document in the file at `path`, as it is in `library` where that has it."""
    documents = () if isinstance(library, DanBietError) else library
    known = (*documents, *file_by_file(documents))
    document = next((document for document in known if document.id == path.stem), None)
    return document or read_resolution(path).resolution


def _life(resolution: str, library: tuple[Resolution, ...] | DanBietError) -> str:
    """Return how a document of the library stands today, by what the others say of it."""
    if isinstance(library, DanBietError):
        return render("life/unknown", error=library)
    home = home_of(resolution, library)
    return render(
        "life/told", life=validity_by_id(library, today())[home.id if home else resolution]
    )


def _unit(unit: Provision, document: Resolution) -> dict[str, Any]:
    """Return the address of `unit` with its heading, its text, or both, and the notes put to it."""
    words = {"heading": unit.heading, "text": unit.text}
    said = {name: text for name, text in words.items() if text}
    notes = [{"sign": note.sign, "text": note.text} for note in document.notes_on(unit.address)]
    return {**unit.address.as_dict(), **said, **({"notes": notes} if notes else {})}
