"""Sample questions that the staff adds: questions of residents, and the provisions that answer.

They stand in a file among the data of a run, so that a new version of the project leaves them as
they are, and are read with the topics that come with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from knowledge.language.text import normalise
from knowledge.law.resolution import Address, Resolution
from knowledge.matters.jsonl import (
    BadLine,
    FileLost,
    WrittenAddress,
    lock_of,
    read_jsonl,
    written_aside,
)
from knowledge.matters.thesaurus import Thesaurus
from knowledge.matters.topic import PlainAnswer, Topic, key

FILE = "sample-questions.jsonl"
"""The file in the folder of data; it is missing where nobody has added any yet."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A question, and the provision that answers it as a person says."""

    question: str
    provision: Address


class BadSamples(BadLine):
    """A file of samples that does not say what such a file can say."""


class SampleLost(FileLost):
    """A sample cannot be written."""


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    question: str
    provision: WrittenAddress


def read_samples(path: Path) -> tuple[Sample, ...]:
    """Return the samples in the file at `path`, none where there is no file; raise BadSamples."""
    if not path.exists():
        return ()
    lines = read_jsonl(path, _Line, BadSamples)
    return tuple(Sample(line.question, line.provision.address) for _, line in lines)


def add_sample(path: Path, sample: Sample) -> None:
    """Add `sample` to the file at `path`, in the place of an earlier one of the same question.

    Raises:
        BadSamples: the file is there and no file of samples.
        SampleLost: the system does not let it be written.
    """
    said = replace(sample, question=normalise(sample.question))
    _change(path, drop=said.question, add=(said,))


def remove_sample(path: Path, question: str) -> None:
    """Remove the sample of `question` from the file at `path`; raise BadSamples, SampleLost."""
    _change(path, drop=question, add=())


def with_samples(
    thesaurus: Thesaurus, samples: Iterable[Sample], library: Iterable[Resolution]
) -> Thesaurus:
    """Return `thesaurus` with the questions of `samples`, as far as `library` has their provisions.

    A question joins the narrowest topic to which a person has said that its provision belongs, so
    that it helps elsewhere, too; and it makes one within that, which leads to the provision alone.
    """
    documents = {document.id: document for document in library}
    topics = {topic.name: topic for topic in thesaurus.topics}
    for sample in samples:
        document, question = documents.get(sample.provision.resolution), sample.question
        if document is None or document.find(sample.provision) is None:
            continue
        home = _home(sample.provision, thesaurus)
        if home is not None:
            topic = topics[home.name]
            topics[home.name] = replace(topic, questions=(*topic.questions, question))
        within = home.name if home else question
        answer = PlainAnswer((sample.provision,))
        own = Topic(question, (), (answer,), (question,), within=within)
        topics.setdefault(question, own)
    return replace(thesaurus, topics=tuple(topics.values()))


def _home(provision: Address, thesaurus: Thesaurus) -> Topic | None:
    judged = {
        (judgement.topic, judgement.provision): judgement.belongs
        for judgement in thesaurus.judgements
    }
    belonging = (
        topic
        for topic in thesaurus.topics
        if judged.get((topic.name, provision), provision in topic.provisions)
    )
    return min(belonging, key=lambda topic: len(topic.provisions), default=None)


def _change(path: Path, drop: str, add: Sequence[Sample]) -> None:
    """Write the samples without that of the question `drop`, then those to `add`, in one step."""
    try:
        with lock_of(path):
            kept = (sample for sample in read_samples(path) if key(sample.question) != key(drop))
            rows = (
                {"question": sample.question, "provision": sample.provision.as_dict()}
                for sample in (*kept, *add)
            )
            written_aside(path, rows).replace(path)
    except OSError as error:
        raise SampleLost(path, error) from error
