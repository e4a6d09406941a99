"""Brief questions after others: whether they are asked by themselves, or about the last matter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.answer.decide import Reason
from bot.answer.trace import Explanation
from bot.answer.understand.follow_up import join, lean
from bot.answer.understand.subject import names_aspect
from bot.answer.values import Question, Reading, Status
from knowledge.resolution import Resolution
from knowledge.text import syllables

_UNANSWERED = (Status.NOT_FOUND, Status.OUT_OF_SCOPE, Status.NO_RESOLUTION)
_SURELY = 0.55
"""The sureness from which a brief question is taken to be about the matter of the last one."""
_CLEARLY = 0.6
"""The sureness from which a brief question that leaves nothing unsaid is asked by itself."""
_BY_ITSELF = 0.5
"""The sureness from which a brief question that names what it asks about is asked by itself."""
_SURER = 0.02
"""How much surer one of two answers has to be: a smaller difference tells nothing."""
_BRIEF = 7
"""Syllables up to which a message after others may be about them, whatever it says."""


def is_brief(reading: Reading) -> bool:
    """Return True if `reading` says so little that it may be about what was asked before."""
    return len(syllables(reading.text)) <= _BRIEF


@dataclass(frozen=True, slots=True)
class LastMatter:
    """Asks brief questions about the matter of the turns before them.

    `read` reads a question by itself, `explain` answers what was read for a question.
    """

    read: Callable[[str], Reading]
    explain: Callable[[Question, Reading], Explanation]
    library: Mapping[str, Resolution]

    def better(self, question: Question, alone: Explanation) -> Explanation | None:
        """Return what is rather meant than `alone`, None if that is."""
        if not question.earlier:
            return None
        return self._of_subject(question, alone) or self._of_matter(question, alone)

    def _of_subject(self, question: Question, alone: Explanation) -> Explanation | None:
        """Return the answer about the nouns of the last question, where that is likelier."""
        reading = self.read(question.text)
        text = join(reading, question.earlier, self.read, self.library)
        if text is None or text == alone.evidence.reading.text:
            return None
        if names_aspect(reading.searched):
            itself = self.explain(question, reading) if alone.evidence.reading.follows else alone
            if itself.answer.status is Status.ANSWERED and itself.evidence.sureness >= _BY_ITSELF:
                return itself
        joined = self._explained(question, text)
        return joined if _is_likelier(joined, alone) else None

    def _of_matter(self, question: Question, alone: Explanation) -> Explanation | None:
        """Return a sure answer about the matter of the turns before, where `alone` finds none."""
        reading = alone.evidence.reading
        if alone.answer.status not in _UNANSWERED:
            return None
        joined = alone.decision.reason is Reason.OTHER_FIELD
        text = lean(reading, question.earlier, self.read, self.library, joined=joined)
        if text is None:
            return None
        explained = self._explained(question, text)
        answered = explained.answer.status is Status.ANSWERED
        return explained if answered and explained.evidence.sureness >= _SURELY else None

    def _explained(self, question: Question, text: str) -> Explanation:
        asked = self.read(question.text).asked
        whole = replace(self.read(text), asked=asked, follows=True, parts=())
        return self.explain(question, whole)


def _is_likelier(joined: Explanation, alone: Explanation) -> bool:
    """Return True if `joined` answers, and rather than `alone`."""
    if joined.answer.status is not Status.ANSWERED:
        return False
    if alone.answer.status in _UNANSWERED:
        return True
    clear = alone.evidence.sureness >= _CLEARLY and not alone.evidence.reading.follows
    return not clear and joined.evidence.sureness > alone.evidence.sureness + _SURER
