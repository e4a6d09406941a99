"""The parts that commands share: output, progress bars, the opened application."""

from __future__ import annotations

import getpass
import json
import select
import shutil
import signal
import socket
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from knowledge.errors import DanBietError
from prompts.render import render

if TYPE_CHECKING:
    from bot.answer.answerer import Answerer
    from bot.answer.edition import Edition
    from bot.commands.wiring import Application
    from bot.publishing.publisher import Publisher
    from index.embedding.embedder import Progress as Report

_BUILDS = 3
"""At most, one after another: who waited for another builder may have read the documents before
the other one added his."""
STATUS = Console(stderr=True, highlight=False)
"""The stream that tells how things go; standard output carries results alone."""

_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


class OutputLost(DanBietError):
    """Standard output takes nothing more, such as a file on a full disk."""

    def __init__(self, error: OSError) -> None:
        reason = (error.strerror or str(error)).lower()
        super().__init__(f"the output cannot be written: {reason}")


def write(text: str) -> None:
    """Write `text` and a line end to standard output; raise OutputLost where it is full."""
    flush(f"{text}\n")


def flush(text: str = "") -> None:
    """Hand over what is still to be written, and `text`; raise OutputLost where that fails."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputLost(error) from error


def say(text: str) -> None:
    """Write `text` as `write` does; on a terminal its lines are broken between words."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    lines = text.split("\n")
    write(
        "\n".join(textwrap.fill(line, width, break_on_hyphens=False) for line in lines)
        if width
        else text
    )


def write_json(value: Any, *, indent: int | None = None) -> None:
    """Write `value` to standard output as JSON, Vietnamese letters as they are.

    Without `indent` it is one line, also for readers that know the line ends of Unicode.
    """
    write(json.dumps(value, ensure_ascii=False, indent=indent).translate(_LINE_ENDS))


def read_line(prompt: str) -> str | None:
    """Ask with `prompt` at a terminal and return the line that is typed, None for Ctrl-C or Ctrl-D.

    It waits in `select`, which a signal wakes however early it came; `input` alone goes on waiting
    after a Ctrl-C between its prompt and its reading.
    """
    try:
        sys.stdout.write(prompt)
        sys.stdout.flush()
        with _woken_by_signals() as signalled:
            select.select([sys.stdin, signalled], [], [])
            return input().strip()
    except (EOFError, KeyboardInterrupt):
        return None


@contextmanager
def _woken_by_signals() -> Iterator[socket.socket]:
    """Give a socket that can be read from as soon as a signal has come."""
    reading, writing = socket.socketpair()
    with reading, writing:
        writing.setblocking(False)
        before = signal.set_wakeup_fd(writing.fileno())
        try:
            yield reading
        finally:
            signal.set_wakeup_fd(before)


class NotReady(DanBietError):
    """Nothing can be answered before the index is built anew."""

    def __init__(self, error: DanBietError) -> None:
        self.cause = error
        super().__init__(f"nothing can be answered: {error}")


@contextmanager
def progress_bar(template: str) -> Iterator[Report]:
    """Show a bar under the words of `template` while steps are reported; none if none are."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    progress = Progress(*columns, console=STATUS)
    task = progress.add_task(render(template), total=None)

    def report(done: int, total: int) -> None:
        progress.start()
        progress.update(task, completed=done, total=total)

    try:
        yield report
    finally:
        if progress.live.is_started:
            progress.stop()


def application() -> Application:
    """Return the parts, chosen by the settings."""
    from bot.commands.wiring import Application
    from bot.config import read_settings

    return Application(read_settings())


def open_answerer(parts: Application) -> Answerer:
    """Return an answerer over the index that serves; raise NotReady as `open_edition` does."""
    return open_edition(parts).answerer


def open_edition(parts: Application) -> Edition:
    """Return the version of the index that serves, opened for answering.

    Raises:
        NotReady: there is no index, or it is damaged, unreadable or of another model.
    """
    from index.errors import IndexUnreadable, IndexUnusable

    try:
        parts.require_index()
        embedder = parts.embedder()
        return parts.edition(embedder)
    except (IndexUnusable, IndexUnreadable) as error:
        raise NotReady(error) from error


def make_ready(parts: Application) -> None:
    """Bring the index up to date, unless a person has rolled back to the version that serves.

    If that cannot be done, the version that serves stays; without one the fault is raised.
    """
    embedder = parts.embedder()
    if parts.holds(embedder):
        STATUS.print(render("versions/held", version=parts.latest_version()))
        return
    try:
        bring_up_to_date(parts)
    except DanBietError as error:
        if not parts.can_serve(embedder):
            raise
        STATUS.print(render("versions/outdated", version=parts.latest_version(), error=error))


def bring_up_to_date(parts: Application) -> bool:
    """Build what is missing or out of date, with progress; return whether anything was."""
    embedder = parts.embedder()
    if parts.is_indexed(embedder):
        return False
    STATUS.print(render("terminal/loading_model"))
    for _ in range(_BUILDS):
        with progress_bar("terminal/indexing/under_way") as report:
            _update(parts.publisher(embedder), report)
        if parts.is_indexed(embedder):
            break
    return True


def _update(publisher: Publisher, report: Report) -> None:
    """Bring the index up to date, after whoever else is changing what serves."""
    from bot.publishing.turn import Busy

    try:
        publisher.update(report, user_name())
    except Busy as busy:
        STATUS.print(render("terminal/indexing/waiting", holder=busy.holder))
        publisher.update(report, user_name(), wait=True)


def today() -> date:
    """Return the day where the library is kept."""
    return date.today()  # noqa: DTZ011 - just that day is meant


def user_name() -> str:
    """Return the name of whoever runs the command, "" where the system has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
