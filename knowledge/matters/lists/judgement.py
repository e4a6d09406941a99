"""Judgements of persons on single provisions and topics: `matters/judgements.jsonl`.

A judgement stands whatever the machine would assign, today or after the next change of the library.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from knowledge.language.text import normalise
from knowledge.law.references.citation import provision_label
from knowledge.law.resolution import Address, Resolution
from knowledge.matters.jsonl import BadLine, FileLost, LineFault, WrittenAddress, read_jsonl
from knowledge.matters.topic import Topic, is_unknown, key


@dataclass(frozen=True, slots=True)
class Judgement:
    """A word of a person on whether `provision` belongs to the topic called `topic`."""

    topic: str
    provision: Address
    belongs: bool


class BadJudgements(BadLine):
    """A file of judgements that does not say what such a file can say."""


class JudgementLost(FileLost):
    """A judgement cannot be written."""


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    topic: str
    provision: WrittenAddress
    belongs: bool

    @property
    def about(self) -> tuple[str, Address]:
        """Return the pair on which there is one judgement at most."""
        return key(self.topic), self.provision.address


def read_judgements(
    path: Path,
    topics: Iterable[Topic],
    library: Iterable[Resolution],
    added: Collection[str] = (),
) -> tuple[Judgement, ...]:
    """Return the judgements in the file at `path`, none where there is no file.

    Those on documents that are not in `library` are left out, and those on provisions that a
    document whose id is `added` has no more.

    Raises:
        BadJudgements: the file cannot be read, a line is no judgement, names a topic or a provision
            that does not exist, or judges what was judged before.
    """
    names = {key(topic.name): topic.name for topic in topics}
    documents = {document.id: document for document in library}
    seen: dict[tuple[str, Address], int] = {}
    judgements = []
    for number, line in _lines(path):
        name, address = line.about
        if name not in names:
            fault = LineFault("no_such_topic", "there is no topic “{topic}”", topic=line.topic)
            raise BadJudgements(path, fault, number)
        gone = is_unknown(address, documents)
        if gone and address.resolution not in added:
            english = "there is no {provision} of {document}"
            facts = {"provision": provision_label(address), "document": address.resolution}
            raise BadJudgements(path, LineFault("no_provision", english, **facts), number)
        if line.about in seen:
            english, before = "was judged in line {before} already", seen[line.about]
            raise BadJudgements(path, LineFault("judged", english, before=before), number)
        seen[line.about] = number
        if address.resolution in documents and not gone:
            judgements.append(Judgement(names[name], address, line.belongs))
    return tuple(judgements)


def write_judgement(path: Path, judgement: Judgement) -> None:
    """Add `judgement` to the file at `path`, in the place of an earlier one on the same.

    Raises:
        BadJudgements: the file is there and no file of judgements.
        JudgementLost: the system does not let it be written.
    """
    about = (key(judgement.topic), judgement.provision)
    kept = [line.model_dump(mode="json") for _, line in _lines(path) if line.about != about]
    said = {
        "topic": normalise(judgement.topic),
        "provision": judgement.provision.as_dict(),
        "belongs": judgement.belongs,
    }
    text = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in (*kept, said))
    draft = path.with_name(f"{path.name}.new")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise JudgementLost(path, error) from error


def _lines(path: Path) -> Iterable[tuple[int, _Line]]:
    return read_jsonl(path, _Line, BadJudgements) if path.exists() else ()
