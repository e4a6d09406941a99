"""`danbiet show`: the parsed structure of a document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.commands.terminal import write, write_json
from bot.config import read_settings
from knowledge.citation import document_label, provision_label
from knowledge.library import SOURCES, find_source
from knowledge.parser import read_resolution
from knowledge.resolution import Provision
from prompts.render import render


def show(resolution: str, as_json: bool) -> None:
    """Print every unit of `resolution`: an id of the library, or the path of a source file.

    Words without an address, such as an annex, follow at the end; JSON leaves them out.

    Raises:
        UnknownResolution: neither an id nor a file.
        UnreadableSource: the file cannot be read as text.
    """
    named = Path(resolution)
    path = named if named.exists() else find_source(SOURCES, resolution, read_settings().added)
    document = read_resolution(path).resolution
    if as_json:
        write_json([_unit(unit) for unit in document.provisions], indent=2)
        return
    write(document_label(document))
    for unit in document.provisions:
        write(f"\n[{provision_label(unit.address)}] {unit.words}")
    for aside in document.asides:
        write(f"\n[{render('terminal/aside', aside=aside)}] {aside.text}")


def _unit(unit: Provision) -> dict[str, Any]:
    """Return the address of `unit` with its heading, its text, or both."""
    words = {"heading": unit.heading, "text": unit.text}
    return {**unit.address.as_dict(), **{name: said for name, said in words.items() if said}}
