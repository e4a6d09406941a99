"""Brief questions after others: whether they are asked by themselves, or about the last matter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from bot.answer.deciding.decide import Reason
from bot.answer.deciding.siblings import Siblings
from bot.answer.deciding.trace import Explanation
from bot.answer.quoting.guide import Guide, GuideQuery
from bot.answer.understand.asked.facts import names_document
from bot.answer.understand.talk.ellipsis import says_nothing
from bot.answer.understand.talk.follow_up import about_last, join, lean
from bot.answer.understand.talk.subject import names_aspect, names_subject
from bot.answer.understand.talk.talk import Talk, may_lean
from bot.answer.values import Question, Reading, Status
from index.hit import TopicHit
from knowledge.language.text import syllables
from knowledge.law.resolution import Resolution
from knowledge.matters.topic import Topic

_UNANSWERED = (Status.NOT_FOUND, Status.OUT_OF_SCOPE, Status.NO_RESOLUTION)
_SURELY = 0.55
"""The sureness from which a brief question is taken to be about the matter of the last one."""
_CLEARLY = 0.6
"""The sureness from which a brief question that leaves nothing unsaid is asked by itself."""
_BY_ITSELF = 0.5
"""The sureness from which a brief question that names what it asks about is asked by itself."""
_ALL_SAID = 0.75
"""The sureness from which a question by itself is preferred to a matter beside the last one."""
_SURER = 0.02
"""How much surer one of two answers has to be: a smaller difference tells nothing."""
_BRIEF = 7
"""Syllables up to which a message after others may be about them, whatever it says."""
_OF_A_SIBLING = 9
"""Syllables up to which a message may ask for a matter beside the last one."""


def is_brief(reading: Reading) -> bool:
    """Return True if `reading` says so little that it may be about what was asked before."""
    return len(syllables(reading.text)) <= _BRIEF


class Explain(Protocol):
    """Answers what was read for a question, or says of it that nothing was seen."""

    def __call__(
        self, question: Question, reading: Reading, *, unseen: bool = False
    ) -> Explanation:
        """Return how the answer to what was read came out."""


@dataclass(frozen=True, slots=True)
class LastMatter:
    """Asks brief questions about the matter of the turns before them.

    `read` reads a question by itself, `explain` answers what was read for a question.
    """

    read: Callable[[str], Reading]
    explain: Explain
    library: Mapping[str, Resolution]
    guide: Guide
    siblings: Siblings

    def better(self, question: Question, alone: Explanation) -> Explanation | None:
        """Return what is rather meant than `alone`, None if that is."""
        if not question.earlier:
            return None
        return (
            self._of_sibling(question, alone)
            or self._of_subject(question, alone)
            or self._of_matter(question, alone)
        )

    def sibling(self, question: Question) -> Topic | None:
        """Return the matter beside the last one that a brief `question` surely asks for, if any."""
        talk = self._leaning(question)
        if talk is None or talk.turns[0][0].answered is None:
            return None
        last = self._last(talk, question)
        elliptic = says_nothing(talk.said)
        return self.siblings.sure(talk.said.words, last, _asked(talk), elliptic=elliptic)

    def unsaid(self, question: Question, best: Explanation) -> Explanation | None:
        """Return that nothing was seen of the last matter, where `best` is of another subject."""
        talk = None if best.evidence.reading.follows else self._leaning(question)
        if talk is None or talk.matter is None:
            return None
        if not self._is_astray(talk, question, best):
            return None
        return self._explained(question, about_last(talk), unseen=True)

    def _is_astray(self, talk: Talk, question: Question, best: Explanation) -> bool:
        """Return True if `best` is told by a matter, or a document, that was not spoken of."""
        if best.decision.reason in (Reason.FACT, Reason.FACT_MISSING):
            last, reading = talk.turns[0]
            return not (reading.fact or names_document(last.text)) and last.answered is not None
        topics = self.siblings.topics.values()
        topic = next((one for one in topics if one.id == best.answer.matter), None)
        if topic is None or names_aspect(talk.said.words):
            return False
        return self.siblings.is_astray(
            topic, talk.said.words, self._last(talk, question), _asked(talk)
        )

    def _leaning(self, question: Question) -> Talk | None:
        """Return the talk if `question` may ask for something of the last matter."""
        reading = self.read(question.text)
        talk = Talk(reading, question.earlier, self.read, self.library)
        if not may_lean(reading) or not talk.turns or names_document(reading.searched):
            return None
        brief = 0 < talk.said.length <= _OF_A_SIBLING
        own = talk.slots.places or names_subject(talk.said.words)
        return talk if brief and not own else None

    def _last(self, talk: Talk, question: Question) -> Topic | None:
        """Return the matter that answered the last turn, else the nearest to it."""
        turn, reading = talk.turns[0]
        near = [TopicHit(name, -place) for place, name in enumerate(turn.topics)]
        if turn.answered:
            asked = GuideQuery(reading.searched, near, question.on)
            if line := self.guide.line(turn.answered, asked):
                return line.topic
        return next((self.siblings.topics.get(one.name) for one in near), None)

    def _of_sibling(self, question: Question, alone: Explanation) -> Explanation | None:
        """Return the answer of the matter beside the last one that is surely asked for."""
        topic = self.sibling(question)
        if topic is None or self._is_clear(question, alone):
            return None
        explained = self._explained(question, f"{topic.name}?")
        answers = explained.answer.status is Status.ANSWERED
        return explained if answers and explained.answer.matter == topic.id else None

    def _is_clear(self, question: Question, alone: Explanation) -> bool:
        """Return True if `alone` says all that is asked, and of what was spoken of."""
        sure = alone.evidence.sureness >= _ALL_SAID and not alone.evidence.reading.follows
        talk = self._leaning(question) if sure else None
        return talk is not None and not self._is_astray(talk, question, alone)

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

    def _explained(self, question: Question, text: str, *, unseen: bool = False) -> Explanation:
        asked = self.read(question.text).asked
        whole = replace(self.read(text), asked=asked, follows=True, parts=())
        return self.explain(question, whole, unseen=unseen)


def _asked(talk: Talk) -> str:
    """Return the last question as it was searched."""
    return talk.turns[0][1].searched


def _is_likelier(joined: Explanation, alone: Explanation) -> bool:
    """Return True if `joined` answers, and rather than `alone`."""
    if joined.answer.status is not Status.ANSWERED:
        return False
    if alone.answer.status in _UNANSWERED:
        return True
    clear = alone.evidence.sureness >= _CLEARLY and not alone.evidence.reading.follows
    return not clear and joined.evidence.sureness > alone.evidence.sureness + _SURER
