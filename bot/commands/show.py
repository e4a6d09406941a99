"""`danbiet show`: the parsed structure of a document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.commands.terminal import today, write, write_json
from bot.config import read_settings
from knowledge.citation import document_label, provision_label
from knowledge.errors import DanBietError
from knowledge.library import SOURCES, find_source, read_library
from knowledge.life import lives
from knowledge.parser import read_resolution
from knowledge.resolution import Provision
from prompts.render import render


def show(resolution: str, as_json: bool) -> None:
    """Print every unit of `resolution`: an id of the library, or the path of a source file.

    Of a document of the library it tells how it stands today.
    Words without an address, such as an annex, follow at the end; JSON leaves them out.

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
        write_json([_unit(unit) for unit in document.provisions], indent=2)
        return
    write(document_label(document))
    if of_library:
        write(_life(resolution, added))
    for unit in document.provisions:
        write(f"\n[{provision_label(unit.address, document)}] {unit.words}")
    for aside in document.asides:
        write(f"\n[{render('terminal/aside', aside=aside)}] {aside.text}")


def _life(resolution: str, added: Path | None) -> str:
    """Return how a document of the library stands today, by what the others say of it.

    Another one that cannot be read keeps nobody from reading this one.
    """
    try:
        library = read_library(SOURCES, added)
    except DanBietError as error:
        return render("life/unknown", error=error)
    return render("life/told", life=lives(library, today())[resolution])


def _unit(unit: Provision) -> dict[str, Any]:
    """Return the address of `unit` with its heading, its text, or both."""
    words = {"heading": unit.heading, "text": unit.text}
    return {**unit.address.as_dict(), **{name: said for name, said in words.items() if said}}
