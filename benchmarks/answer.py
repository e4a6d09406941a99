"""Times and memory of the whole path to an answer on the resolutions that ship.

`python -m benchmarks.answer tests/question_sets/*.jsonl` makes model and index in a temporary
folder, answers every question and starts a chat on what was made. Beside each figure stands the
share of its limit; above 1 the limit is broken.
"""

from __future__ import annotations

import json
import os
import pty
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from bot.answer.values import Question
from bot.commands.wiring import Application
from bot.config import Settings
from index.embedding.embedder import Embedder, Progress, TokenVectors, Vectors, silent

_DANBIET = Path(sys.executable).parent / "danbiet"


@dataclass
class TimedEmbedder:
    """Embeds with another embedder and adds up the seconds that questions take."""

    real: Embedder
    spent: float = 0.0

    @property
    def name(self) -> str:
        """Return the name of the real one."""
        return self.real.name

    @property
    def fingerprint(self) -> str:
        """Return the digest of the real one."""
        return self.real.fingerprint

    @property
    def dim(self) -> int:
        """Return the dimensions of the real one."""
        return self.real.dim

    @property
    def background(self) -> float:
        """Return the background of the real one."""
        return self.real.background

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Return the rows of the real one."""
        started = perf_counter()
        rows = self.real.embed_queries(texts)
        self.spent += perf_counter() - started
        return rows

    def embed_passages(self, texts: Sequence[str], progress: Progress = silent) -> Vectors:
        """Return the rows of the real one."""
        return self.real.embed_passages(texts, progress)

    def query_tokens(self, text: str) -> TokenVectors:
        """Return the rows of the real one."""
        started = perf_counter()
        rows = self.real.query_tokens(text)
        self.spent += perf_counter() - started
        return rows

    def passage_tokens(
        self, texts: Sequence[str], progress: Progress = silent
    ) -> Sequence[TokenVectors]:
        """Return the rows of the real one."""
        return self.real.passage_tokens(texts, progress)


def questions(paths: Sequence[Path]) -> Iterator[str]:
    """Yield the questions of the sets at `paths`."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line:
                yield json.loads(line)["question"]


def answer_times(parts: Application, texts: Sequence[str]) -> tuple[list[float], list[float]]:
    """Return the milliseconds of embedding each of the questions `texts`, and those of all else."""
    embedder = TimedEmbedder(parts.embedder())
    answerer = parts.answerer(embedder)
    answerer.warm()
    embedding, rest = [], []
    for text in texts:
        embedder.spent, started = 0.0, perf_counter()
        answerer.answer(Question(text, date.today()))  # noqa: DTZ011 - any day does
        rest.append((perf_counter() - started - embedder.spent) * 1000)
        embedding.append(embedder.spent * 1000)
    return embedding, rest


def seconds_to_index(data: Path) -> float:
    """Return the seconds that `danbiet index` takes to make model and index in `data`."""
    started = perf_counter()
    environment = os.environ | {"DATA_DIR": str(data)}
    subprocess.run([_DANBIET, "index"], env=environment, check=True, stderr=subprocess.DEVNULL)  # noqa: S603 - the command of this project
    return perf_counter() - started


def gigabytes(whose: int) -> float:
    """Return the most memory that this process or a child of it has held, in 10^9 bytes."""
    return resource.getrusage(whose).ru_maxrss * 1024 / 1e9


def seconds_to_greeting(data: Path) -> float:
    """Return the seconds until `danbiet chat` on `data` greets whoever sits at its terminal."""
    keyboard, inside = pty.openpty()
    started = perf_counter()
    with subprocess.Popen(  # noqa: S603 - the command of this project
        [_DANBIET, "chat"],
        env=os.environ | {"DATA_DIR": str(data)},
        stdin=inside,
        stdout=subprocess.PIPE,
    ) as chat:
        assert chat.stdout is not None  # noqa: S101 - it is a pipe
        chat.stdout.readline()
        spent = perf_counter() - started
        chat.kill()
    os.close(keyboard)
    os.close(inside)
    return spent


def show(label: str, value: float, unit: str, limit: float | None = None) -> None:
    """Print a figure and, where there is a limit, the share of it."""
    share = f"{value / limit:6.2f} of {limit:g} {unit}" if limit else ""
    print(f"{label:24}{value:10.2f} {unit:4}{share}")


def main(paths: Sequence[Path]) -> None:
    """Print the figures of answering the sets at `paths`."""
    with tempfile.TemporaryDirectory() as name:
        show("model and index", seconds_to_index(Path(name)), "s", 30)
        show("memory, indexing", gigabytes(resource.RUSAGE_CHILDREN), "GB", 1.2)
        parts = Application(Settings(data_dir=Path(name)))
        embedding, rest = answer_times(parts, list(questions(paths)))
        show("embedding, median", median(embedding), "ms")
        show("all else, median", median(rest), "ms", 10)
        show("all else, 95%", quantiles(rest, n=20)[-1], "ms")
        show("memory, answering", gigabytes(resource.RUSAGE_SELF), "GB", 1.2)
        show("next start to greeting", seconds_to_greeting(Path(name)), "s", 10)


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
