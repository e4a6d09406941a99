"""`danbiet versions` and `danbiet rollback`: the versions of the index, and which one serves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.commands.table import print_table
from bot.commands.terminal import (
    NotReady,
    application,
    only_builder,
    progress_bar,
    write,
    write_json,
)
from bot.wiring import Application
from index.errors import IndexUnreadable, IndexUnusable
from index.manifest import Manifest, read_record
from index.stored import read_documents
from index.versions import find_version, is_held, kept, serving
from prompts.render import moment, render


@dataclass(frozen=True, slots=True)
class _Version:
    """A version; `manifest` is None where it cannot be read, `changed` tells of its files."""

    number: str
    serves: bool
    held: bool
    manifest: Manifest | None
    documents: tuple[str, ...]
    changed: tuple[str, ...]


def show(as_json: bool, parts: Application | None = None) -> None:
    """Print the versions that are kept, newest first; raise NotReady where none serves."""
    found = tuple(_versions((parts or application()).index_folder))
    if as_json:
        write_json([_as_dict(version) for version in found], indent=2)
    else:
        print_table("versions/headings", [_cells(version) for version in found])


def roll_back(number: str, parts: Application | None = None) -> None:
    """Let the version `number` serve, or for "" the one before that which serves.

    Raises:
        UnknownVersion: it is not there.
        IndexUnusable, IndexUnreadable: there is no index, or that version cannot serve.
        BuildError: the system does not let it be done.
    """
    parts = parts or application()
    with progress_bar("terminal/making_model") as report:
        embedder = parts.embedder(report)
    meant = find_version(parts.index_folder, number).name  # also if another one is built meanwhile
    with only_builder(parts.index_folder):
        version = parts.publisher(embedder).roll_back(meant)
    write(render("versions/rolled_back", version=version))


def _versions(folder: Path) -> Iterator[_Version]:
    try:
        now, held = serving(folder), is_held(folder)
    except (IndexUnusable, IndexUnreadable) as error:
        raise NotReady(error) from error
    versions = kept(folder)
    manifests = [_manifest(version) for version in versions]
    for version, manifest, before in zip(versions, manifests, [*manifests[1:], None], strict=True):
        yield _Version(
            number=version.name,
            serves=version == now,
            held=held,
            manifest=manifest,
            documents=_documents(version),
            changed=tuple(_changed(_files(before), _files(manifest))),
        )


def _manifest(version: Path) -> Manifest | None:
    try:
        return read_record(version)
    except (IndexUnusable, OSError):
        return None


def _documents(version: Path) -> tuple[str, ...]:
    try:
        return tuple(read_documents(version))
    except IndexUnusable:
        return ()


def _files(manifest: Manifest | None) -> Mapping[str, str]:
    return manifest.sources.files if manifest else {}


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """Yield the names of the files that differ, with "+" for new, "-" for gone, "~" for changed."""
    for name in sorted({*before, *after} if before and after else ()):
        if before.get(name) != after.get(name):
            sign = "+" if name not in before else "-" if name not in after else "~"
            yield f"{sign} {name}"


def _cells(version: _Version) -> tuple[str, ...]:
    state = render("versions/state", serves=version.serves, held=version.held)
    manifest = version.manifest
    made = moment(manifest.created_at) if manifest else render("versions/damaged")
    return (version.number, state, made, "\n".join(version.documents), "\n".join(version.changed))


def _as_dict(version: _Version) -> dict[str, Any]:
    manifest = version.manifest
    return {
        "version": int(version.number),
        "serves": version.serves,
        "held": version.serves and version.held,
        "created_at": manifest.created_at.isoformat() if manifest else None,
        "documents": list(version.documents),
        "changed": list(version.changed),
    }
