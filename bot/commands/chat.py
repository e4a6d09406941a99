"""`danbiet chat`: questions and answers in the terminal."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from threading import Thread

from bot.answer.admission import Refused, admit, read_place
from bot.answer.answerer import Answerer
from bot.answer.values import Question
from bot.commands.terminal import STATUS, application, make_ready, open_answerer, read_line, say
from knowledge.errors import DanBietError
from knowledge.places import Place
from prompts.render import render

_PLACE, _QUIT = "/diaphuong", "/thoat"


def chat() -> None:
    """Bring the index up to date, then answer until the person leaves.

    With no terminal attached, one example question is asked and answered.
    """
    parts = application()
    make_ready(parts)
    answerer = open_answerer(parts)
    if sys.stdin.isatty():
        # the model takes seconds to load: it does so while the greeting is read
        _converse(_Conversation(answerer, Thread(target=_warm, args=(answerer,), daemon=True)))
    else:
        example = render("terminal/example")
        STATUS.print(render("terminal/example_asked", question=example))
        say(answerer.answer(Question(example, _today())).text)


@dataclass(slots=True)
class _Conversation:
    """One person at the terminal, and where they live; `warming` loads the model meanwhile."""

    answerer: Answerer
    warming: Thread
    place: Place | None = None

    def reply(self, typed: str) -> str:
        """Return what is said to the line `typed`."""
        try:
            if typed.startswith("/"):
                return self._obey(*typed.split(maxsplit=1))
            return self._answer(admit(typed))
        except Refused as refusal:
            return str(refusal)

    def _answer(self, question: str) -> str:
        if self.warming.is_alive():
            STATUS.print(render("terminal/loading_model"))
        return self.answerer.answer(Question(question, _today(), self.place)).text

    def _obey(self, command: str, rest: str = "") -> str:
        if command != _PLACE:
            return render("terminal/unknown_command", command=command)
        if not rest:
            return render("terminal/place_wanted")
        library = tuple(self.answerer.library.values())
        self.place = read_place(rest, self.answerer.gazetteer, _today(), library)
        return render("terminal/place_set", place=self.place)


def _converse(conversation: _Conversation) -> None:
    conversation.warming.start()
    say(render("terminal/greeting"))
    while (typed := _read()) is not None:
        if typed:
            say(f"\n{conversation.reply(typed)}")
    say(render("terminal/goodbye"))


def _warm(answerer: Answerer) -> None:
    """Load the model; where that fails, the first question tells."""
    with suppress(DanBietError):
        answerer.warm()


def _read() -> str | None:
    """Return the next line that is typed, None when the person leaves."""
    typed = read_line(f"\n{render('terminal/prompt')} ")
    return None if typed == _QUIT else typed


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where the person sits
