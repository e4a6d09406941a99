"""The plain answers of the guide, and which of them is told for a provision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from bot.answer.quoting.excerpt import content_words
from bot.answer.staff.approval import Approvals, Offices
from index.hit import TopicHit
from knowledge.law.resolution import Address, Resolution
from knowledge.library.absent import Absent
from knowledge.matters.claims.grounds import changed_grounds
from knowledge.matters.topic import PlainAnswer, Topic


@dataclass(frozen=True, slots=True)
class PlainLine:
    """A plain answer and the topic that it belongs to."""

    topic: Topic
    answer: PlainAnswer

    @property
    def basis(self) -> tuple[Address, ...]:
        """Return the provisions that the line rests on, what answers most first."""
        return self.answer.basis


@dataclass(frozen=True, slots=True)
class GuideQuery:
    """A question as lines are told apart by: its words, the topics nearest to it, the day."""

    words: str
    topics: Sequence[TopicHit]
    day: date


class Guide:
    """The lines of one version of the index, and what the staff approves and offices tell now.

    `summaries` tell of documents that the `library` lacks: of these a line is all that can be told.
    Of those that are `absent` only that they exist.
    A line is left out where its provisions in the `library` say something else than they did.
    """

    def __init__(
        self,
        topics: Iterable[Topic] = (),
        summaries: Mapping[str, Resolution] | None = None,
        approvals: Approvals | None = None,
        library: Mapping[str, Resolution] | None = None,
        absent: Sequence[Absent] = (),
        offices: Offices | None = None,
    ) -> None:
        """Take the `topics` with their plain answers."""
        self.absent = absent
        self.offices = offices
        self.summaries: Mapping[str, Resolution] = summaries or {}
        self.approvals = approvals
        self._lines: dict[str, list[PlainLine]] = {}
        # Lines and provisions never change within a version, and every shape of an answer asks.
        self._on = cache(self._lines_on)
        self._words = cache(_words)
        for topic in topics:
            for answer in topic.answers:
                if answer.short and not changed_grounds(answer, library or {}):
                    self._lines.setdefault(answer.document, []).append(PlainLine(topic, answer))

    @property
    def topics(self) -> Mapping[str, Topic]:
        """Return the topics that have a line, by their names."""
        return {line.topic.name: line.topic for line in self.lines}

    @property
    def lines(self) -> tuple[PlainLine, ...]:
        """Return every line, those on one document together."""
        return tuple(line for lines in self._lines.values() for line in lines)

    def line(self, address: Address, query: GuideQuery) -> PlainLine | None:
        """Return the line that answers `query` from the provision at `address`, if any.

        A line answers the question of its topic: that has to be among the nearest. If all lines on
        the provision say the same, they say what it says, whatever is asked of it.
        """
        lines = [line for line in self._on(address) if line.answer.holds(query.day)]
        if not lines:
            return None
        near = {hit.name: hit.score for hit in query.topics}
        words = content_words(query.words)

        def fitness(line: PlainLine) -> tuple[float, bool, bool, int]:
            score = near.get(line.topic.name, float("-inf"))
            shared = len(words & self._words(line.topic.name, line.answer.short))
            return score, address in line.basis, line.basis[0] == address, shared

        best = max(lines, key=fitness)
        answers = {line.answer.short for line in lines if address in line.basis}
        alike = len(answers) == 1 and best.answer.short in answers
        if best.topic.name in near or alike or address.resolution in self.summaries:
            return best
        return None

    def _lines_on(self, address: Address) -> tuple[PlainLine, ...]:
        return tuple(
            line
            for line in self._lines.get(address.resolution, ())
            if any(ground.covers(address) or address.covers(ground) for ground in line.basis)
        )


def _words(name: str, short: str) -> set[str]:
    return content_words(f"{name} {short}")
