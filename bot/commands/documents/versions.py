"""`danbiet versions` and `danbiet rollback`: the versions of the index, and which one serves."""

from __future__ import annotations

from typing import Any

from bot.commands.table import print_table
from bot.commands.terminal import NotReady, application, user_name, write, write_json
from bot.commands.wiring import Application
from bot.publishing.versions import Version, changed_files, versions, with_previous
from index.errors import IndexUnreadable, IndexUnusable
from prompts.render import moment, render


def show(as_json: bool, parts: Application | None = None) -> None:
    """Print the versions that are kept, newest first; raise NotReady where none serves."""
    pairs = _kept(parts or application())
    if as_json:
        write_json([_as_dict(*pair) for pair in pairs], indent=2)
    else:
        print_table("versions/headings", [_cells(*pair) for pair in pairs])


def roll_back(number: str, parts: Application | None = None) -> None:
    """Let the version `number` serve, or for "" the one before that which serves.

    Raises:
        Busy: somebody else is changing what serves.
        UnknownVersion: it is not there.
        IndexUnusable, IndexUnreadable: there is no index, or that version cannot serve.
        BuildError: the system does not let it be done.
    """
    parts = parts or application()
    embedder = parts.embedder()
    version = parts.publisher(embedder).roll_back(number, user_name())
    write(render("versions/rolled_back", version=version))


def _kept(parts: Application) -> tuple[tuple[Version, tuple[str, ...]], ...]:
    """Return each version with the files that differ from the one before."""
    try:
        kept = versions(parts.index_folder)
    except (IndexUnusable, IndexUnreadable) as error:
        raise NotReady(error) from error
    pairs = with_previous(kept)
    return tuple((version, changed_files(before, version)) for version, before in pairs)


def _cells(version: Version, changed: tuple[str, ...]) -> tuple[str, ...]:
    state = render("versions/state", serves=version.serves, held=version.held)
    manifest = version.manifest
    made = moment(manifest.created_at) if manifest else render("versions/damaged")
    return (version.number, state, made, "\n".join(version.documents), "\n".join(changed))


def _as_dict(version: Version, changed: tuple[str, ...]) -> dict[str, Any]:
    manifest = version.manifest
    return {
        "version": int(version.number),
        "serves": version.serves,
        "held": version.held,
        "created_at": manifest.created_at.isoformat() if manifest else None,
        "documents": list(version.documents),
        "changed": list(changed),
    }
