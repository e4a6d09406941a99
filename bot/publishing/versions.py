"""The versions of the index: what each holds, and what changed from one to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from index.errors import IndexUnusable
from index.matters.assignment import LEARNED as ASSIGNMENT
from index.versions.folders import KEPT, is_held, kept, serving
from index.versions.manifest import Manifest, read_record
from index.versions.stored import read_documents
from knowledge.language.syllables.learning import EVERYDAY
from knowledge.law.resolution import Resolution
from knowledge.library.absent import FILE as OWN_ABSENT
from knowledge.library.library import ENDINGS
from knowledge.matters.lists.cards import DOCUMENTS
from knowledge.matters.lists.outside import OUTSIDE
from knowledge.matters.staff.own_matters import FILE as OWN_MATTERS
from knowledge.matters.topic import JUDGEMENTS, TOPICS, topic_files
from knowledge.parsing.corrections import SUFFIX as CORRECTIONS

_TOPICS = frozenset(
    {
        JUDGEMENTS,
        OUTSIDE,
        DOCUMENTS,
        OWN_MATTERS,
        OWN_ABSENT,
        *(path.name for path in topic_files(TOPICS)),
    }
)
_PROGRAM = frozenset({EVERYDAY.name, ASSIGNMENT.name})


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the index; `manifest` is None where it cannot be read.

    `held` tells that a person has rolled back to it and it serves. The `documents` are there
    without their text.
    """

    number: str
    serves: bool
    held: bool
    manifest: Manifest | None
    documents: Mapping[str, Resolution]

    @property
    def files(self) -> Mapping[str, str]:
        """Return the digests of the files it was made of, by name."""
        return self.manifest.sources.files if self.manifest else {}


class What(StrEnum):
    """The kinds of differences between two versions.

    The words are in `prompts/templates/publishing/difference.j2`, and those for a choice between
    two versions in `contrast.j2`.
    """

    ADDED = "added"
    REPLACED = "replaced"
    REMOVED = "removed"
    FACTS = "facts"
    TOPICS = "topics"
    SAMPLES = "samples"
    PROGRAM = "program"


_ALONE = {"+": What.ADDED, "-": What.REMOVED}


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that changed; `id` is that of the document, "" where it is about none.

    `document` is as the later version has it, or the earlier one where the later lacks it.
    """

    what: What
    id: str = ""
    document: Resolution | None = None


def versions(folder: Path) -> tuple[Version, ...]:
    """Return the versions that are kept, newest first; raise IndexUnusable, IndexUnreadable."""
    now, held = serving(folder), is_held(folder)
    return tuple(
        Version(
            number=version.name,
            serves=version == now,
            held=held and version == now,
            manifest=_manifest(version),
            documents=_documents(version),
        )
        for version in kept(folder)
    )


def with_previous(ordered: Sequence[Version]) -> Iterator[tuple[Version, Version | None]]:
    """Yield each of `found`, which go from the newest, with the one before; None for the oldest."""
    for number, version in enumerate(ordered, start=1):
        yield version, ordered[number] if number < len(ordered) else None


def changed_files(before: Version | None, after: Version) -> tuple[str, ...]:
    """Return the names of the files that differ, with "+" for new, "-" for gone, "~" for changed.

    There are none where one of the two is not known.
    """
    return tuple(f"{sign} {name}" for sign, name in _changed(before, after))


def differences(before: Version | None, after: Version) -> tuple[Difference, ...]:
    """Return what changed from `before` to `after`, documents first; none as changed_files."""
    changed = {name: sign for sign, name in _changed(before, after)}
    changes = dict.fromkeys((*_of_documents(changed), *_of_others(changed)))
    manifests = (before and before.manifest, after.manifest)
    if len({manifest.sources.parser for manifest in manifests if manifest}) > 1:
        changes[What.PROGRAM, ""] = None
    known = {**(before.documents if before else {}), **after.documents}
    return tuple(Difference(what, name, known.get(name)) for what, name in changes)


def _changed(before: Version | None, after: Version) -> Iterator[tuple[str, str]]:
    old, new = before.files if before else {}, after.files
    for name in sorted({*old, *new} if old and new else ()):
        if old.get(name) != new.get(name):
            yield ("+" if name not in old else "-" if name not in new else "~"), name


def _of_documents(changed: Mapping[str, str]) -> Iterator[tuple[What, str]]:
    signs: dict[str, set[str]] = {}
    for name, sign in changed.items():
        path = Path(name)
        if name not in _PROGRAM and path.suffix.lower() in ENDINGS:
            signs.setdefault(path.stem, set()).add(sign)
    for document, own_signs in sorted(signs.items()):
        yield _ALONE.get("".join(sorted(own_signs)), What.REPLACED), document
    for name in changed:
        document = name.removesuffix(CORRECTIONS)
        if document != name and document not in signs:
            yield What.FACTS, document


def _of_others(changed: Mapping[str, str]) -> Iterator[tuple[What, str]]:
    for name in changed:
        if name in _PROGRAM:
            yield What.PROGRAM, ""
        elif name in _TOPICS:
            yield What.TOPICS, ""
        elif name.endswith(".jsonl"):
            yield What.SAMPLES, ""


def _manifest(version: Path) -> Manifest | None:
    try:
        return read_record(version)
    except (IndexUnusable, OSError):
        return None


def _documents(version: Path) -> Mapping[str, Resolution]:
    try:
        return _heads(version, version.stat().st_mtime_ns)
    except (IndexUnusable, OSError):
        return {}


@lru_cache(maxsize=2 * KEPT)
def _heads(version: Path, stamp: int) -> Mapping[str, Resolution]:  # noqa: ARG001 - of a new folder
    """Return the documents of a version, which never changes, without their text."""
    return {
        name: replace(document, provisions=(), divisions=(), asides=())
        for name, document in read_documents(version).items()
    }
