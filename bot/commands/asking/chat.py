"""`danbiet chat`: the conversation that residents have by phone, in the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from itertools import takewhile
from threading import Thread

from bot.answer.answerer import Answerer
from bot.answer.deciding.trace import Trace
from bot.answer.edition import Edition
from bot.answer.values import Question
from bot.channels.base import Abilities
from bot.commands.terminal import STATUS, application, make_ready, open_edition, read_line, say
from bot.commands.terminal import today as local_day
from bot.conversation.chats.shaping import shape
from bot.conversation.chats.transient import TransientChat
from bot.conversation.values import Outcome
from knowledge.errors import DanBietError
from knowledge.language.text import fold
from prompts.render import render

_QUIT = "/thoat"
_ABILITIES = Abilities(longest_text=sys.maxsize, most_buttons=0)


def chat() -> None:
    """Bring the index up to date, then converse until the person leaves.

    With no terminal attached, the lines that are piped in are answered one after the other; without
    any, one example question is asked and answered.
    """
    parts = application()
    make_ready(parts)
    edition = open_edition(parts)
    if sys.stdin.isatty():
        _converse(edition)
    elif lines := [typed for line in sys.stdin if (typed := line.strip())]:
        _answer_all(lines, edition)
    else:
        example = render("terminal/chat/example")
        STATUS.print(render("terminal/chat/example_asked", question=example))
        say(edition.answerer.answer(Question(example, local_day())).text)


def _answer_all(lines: Iterable[str], edition: Edition) -> None:
    """Hold the conversation in which somebody says `lines`, up to the wish to leave."""
    talking = TransientChat(lambda: edition, _now, has_staff=False)
    talking.opens()
    for typed in takewhile(lambda line: not _leaves(line), lines):
        say(f"{render('terminal/chat/prompt')} {typed}\n\n{_words(talking.says(typed))}\n")


class _Loading(Answerer):
    """Answers with the parts of another; says so while its model is being loaded by a thread."""

    def __init__(self, other: Answerer, thread: Thread) -> None:
        vars(self).update(vars(other))
        self._thread = thread

    def trace(self, question: Question) -> Trace:
        if self._thread.is_alive():
            STATUS.print(render("terminal/loading_model"))
        return super().trace(question)


def _converse(edition: Edition) -> None:
    # the model takes seconds to load: it does so while the greeting is read
    loading = Thread(target=_warm, args=(edition.answerer,), daemon=True)
    loading.start()
    answering = replace(edition, answerer=_Loading(edition.answerer, loading))
    talking = TransientChat(lambda: answering, _now, has_staff=False)
    say(_words(talking.opens()))
    say(f"\n{render('terminal/chat/greeting')}")
    while (typed := _read()) is not None:
        if typed:
            say(f"\n{_words(talking.says(typed))}")
    say(render("terminal/chat/goodbye"))


def _warm(answerer: Answerer) -> None:
    """Load the model; where that fails, the first question tells."""
    with suppress(DanBietError):
        answerer.warm()


def _words(outcome: Outcome) -> str:
    """Return what is said, with the choices as numbers to type."""
    posts = (post.text for reply in outcome.replies for post in shape(reply, _ABILITIES))
    return "\n\n".join(posts)


def _read() -> str | None:
    """Return the next line that is typed, None when the person leaves."""
    typed = read_line(f"\n{render('terminal/chat/prompt')} ")
    return None if typed is None or _leaves(typed) else typed


def _leaves(typed: str) -> bool:
    return fold(typed) == _QUIT


def _now() -> datetime:
    return datetime.now(UTC)
