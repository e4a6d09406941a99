"""A version of the index that is built aside and tried before it serves anyone."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from time import time

from index.embedding.embedder import Embedder, Progress, silent
from index.errors import BuildError
from index.versions.build import is_current
from index.versions.folders import aside, locked, publish, serving
from index.versions.manifest import ModelUsed, Sources, read_manifest
from index.versions.writing import Material, write_version
from knowledge.errors import DanBietError

_FOLDER = "candidates"
_LONGEST_KEPT = timedelta(days=30)
"""A process killed during a trial leaves its candidate behind; any can be prepared anew."""


class OtherSources(DanBietError):
    """A candidate is gone, or its sources have changed since."""

    def __init__(self, candidate: Path) -> None:
        self.candidate = candidate
        super().__init__(f"{candidate} is not what the index would be made of now")


def candidate_at(folder: Path, key: str) -> Path:
    """Return the folder of the candidate `key` of the index in `folder`; it may be missing."""
    return folder / _FOLDER / "versions" / f"of-{key}"


def prepare(
    candidate: Path, material: Material, embedder: Embedder, progress: Progress = silent
) -> None:
    """Build the version `candidate` of `material`, which serves nobody before it is adopted.

    A candidate that lies there stays if it is made of the same; else it is replaced, and its
    vectors are taken over. Other candidates of a month ago are removed. `progress` counts texts to
    embed. Raises BuildError.
    """
    folder, model = _index_of(candidate), ModelUsed(embedder.name, embedder.fingerprint)
    try:
        with locked(folder / _FOLDER):
            _remove_forgotten(candidate)
            if is_prepared(candidate, material.sources, model):
                return
            with aside(folder / _FOLDER) as draft:
                write_version(draft, material, embedder, folder, progress, candidate)
                discard(candidate)
                draft.rename(candidate)
    except OSError as error:
        raise BuildError(folder, error.strerror or error) from error


def is_prepared(candidate: Path, sources: Sources, model: ModelUsed) -> bool:
    """Return True if `candidate` is whole and was made from just these."""
    try:
        return read_manifest(candidate, model).sources == sources
    except DanBietError:
        return False


def adopt(candidate: Path, sources: Sources, model: ModelUsed) -> Path:
    """Return the new folder of `candidate`, which serves from now on.

    If the version that serves is made of `sources` already, its folder is returned.

    Raises:
        OtherSources: the candidate is not made of `sources`, or is gone.
        BuildError: the system does not let it be done; the old version serves on.
    """
    folder = _index_of(candidate)
    try:
        with locked(folder):
            if is_current(folder, sources, model):
                return serving(folder)
            if not is_prepared(candidate, sources, model):
                raise OtherSources(candidate)
            return publish(folder, candidate)
    except OSError as error:
        raise BuildError(folder, error.strerror or error) from error


def discard(candidate: Path) -> None:
    """Remove a candidate; nothing happens where there is none."""
    shutil.rmtree(candidate, ignore_errors=True)


def _remove_forgotten(candidate: Path) -> None:
    oldest = time() - _LONGEST_KEPT.total_seconds()
    for other in candidate.parent.glob(candidate_at(_index_of(candidate), "*").name):
        if other != candidate and other.stat().st_mtime < oldest:
            discard(other)


def _index_of(candidate: Path) -> Path:
    return candidate.parents[2]
