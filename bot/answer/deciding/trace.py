"""The runner of the answer path, and the trace that it leaves for whoever tests the bot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any, Generic, TypeVar

from bot.answer.deciding.decision import Decision
from bot.answer.deciding.verify import Check
from bot.answer.selection.evidence import Evidence
from bot.answer.values import Answer

Start = TypeVar("Start")
End = TypeVar("End")
Next = TypeVar("Next")


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the answer path: it takes a value and returns the next one.

    Steps of one `name` are measured together.
    """

    name: str
    act: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Path(Generic[Start, End]):
    """Steps in the order in which they run: each takes the value that the one before returns."""

    steps: tuple[Step, ...]

    def then(self, name: str, act: Callable[[End], Next]) -> Path[Start, Next]:
        """Return this path with one more step at its end."""
        return Path((*self.steps, Step(name, act)))


def first(name: str, act: Callable[[Start], End]) -> Path[Start, End]:
    """Return a path of one step."""
    return Path((Step(name, act),))


class Runner:
    """Runs paths for one message, and measures how long each step takes."""

    def __init__(self) -> None:
        self._spent: dict[str, float] = {}

    def run(self, path: Path[Start, End], start: Start) -> End:
        """Return the value at the end of `path`."""
        value: Any = start
        for step in path.steps:
            started = perf_counter()
            value = step.act(value)
            spent = (perf_counter() - started) * 1000
            self._spent[step.name] = self._spent.get(step.name, 0.0) + spent
        end: End = value
        return end

    def run_until(
        self, path: Path[Start, End], starts: Iterable[Start], fits: Callable[[End], bool]
    ) -> End:
        """Return the first value at the end of `path` that `fits`, else the last one."""
        for start in starts:
            end = self.run(path, start)
            if fits(end):
                break
        return end

    def timings(self) -> Mapping[str, float]:
        """Return the milliseconds of every step, and of all together as "total"."""
        return {**self._spent, "total": sum(self._spent.values())}


@dataclass(frozen=True, slots=True)
class Explanation:
    """The way of a question to its answer.

    `decision` is the one before the `checks` of what it would have quoted; where none passes, the
    answer says less.
    """

    answer: Answer
    evidence: Evidence
    decision: Decision
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """An answer and how each question of the message came to its own.

    `settled` tells that nothing was seen of the matter that is spoken of, whatever else is found.
    """

    answer: Answer
    explanations: tuple[Explanation, ...]
    settled: bool = False
