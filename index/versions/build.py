"""The version of the index that serves: built when its sources change, exchanged for another."""

from __future__ import annotations

from pathlib import Path

from index.embedding.embedder import Embedder, Progress, silent
from index.errors import BuildError
from index.versions.folders import aside, find_version, hold, is_held, locked, publish, serving
from index.versions.manifest import ModelUsed, Sources, read_manifest
from index.versions.writing import Material, write_version
from knowledge.errors import DanBietError


def is_current(folder: Path, sources: Sources, model: ModelUsed) -> bool:
    """Return True if the version that serves is whole and was made from just these.

    A version that is held is not current: a person who builds wants to leave it.
    """
    try:
        return read_manifest(serving(folder), model).sources == sources and not is_held(folder)
    except DanBietError:
        return False


def roll_back(folder: Path, model: ModelUsed, number: str = "") -> Path:
    """Return the folder of the version `number`, or of the one before, which serves from now on.

    It is held: only a build on purpose leaves it again.

    Raises:
        UnknownVersion: there is none of that number.
        IndexMissing, IndexUnreadable: there is no index, or it cannot be read.
        IndexDamaged, IndexOfOtherFormat, IndexOfOtherModel: the version cannot serve.
        BuildError: the system does not let it be done.
    """
    serving(folder)
    try:
        with locked(folder):
            version = find_version(folder, number)
            read_manifest(version, model)
            hold(folder, version)
            return version
    except OSError as error:
        raise BuildError(folder, error.strerror or error) from error


def build(
    material: Material, embedder: Embedder, folder: Path, progress: Progress = silent
) -> Path:
    """Return the folder of a version made of `material`, which serves from now on.

    If the version that serves is made of the same already, it is returned and nothing is written.
    `progress` counts texts to embed. Raises BuildError, after which the old version serves on.
    """
    try:
        with locked(folder):
            if is_current(folder, material.sources, ModelUsed(embedder.name, embedder.fingerprint)):
                return serving(folder)
            with aside(folder) as draft:
                write_version(draft, material, embedder, folder, progress)
                return publish(folder, draft)
    except OSError as error:
        raise BuildError(folder, error.strerror or error) from error
