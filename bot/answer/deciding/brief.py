"""Brief questions after others: whether they are asked by themselves, or about the last matter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from bot.answer.deciding.decision import Reason
from bot.answer.deciding.siblings import Siblings
from bot.answer.deciding.trace import Explanation
from bot.answer.quoting.guide import Guide, GuideQuery
from bot.answer.understand.asked.facts import names_document
from bot.answer.understand.reader import ReadQuestion
from bot.answer.understand.talk.ellipsis import says_nothing
from bot.answer.understand.talk.follow_up import about_last, join, lean
from bot.answer.understand.talk.subject import names_aspect, names_subject
from bot.answer.understand.talk.talk import Talk, may_lean
from bot.answer.values import Question, Reading, Status
from index.hit import TopicHit
from knowledge.law.resolution import Resolution
from knowledge.matters.topic import Topic

_SURELY = 0.55
"""The sureness from which a brief question is taken to be about the matter of the last one."""
_CLEARLY = 0.6
"""The sureness from which a brief question that leaves nothing unsaid is asked by itself."""
_BY_ITSELF = 0.5
"""The sureness from which a brief question that names what it asks about is asked by itself."""
_ALL_SAID = 0.75
"""The sureness from which a question by itself is preferred to a matter beside the last one."""
_SURER = 0.02
"""The least difference in sureness between two answers: a smaller one tells nothing."""
_OF_A_SIBLING = 9
"""Syllables up to which a message may ask for a matter beside the last one."""


class Explain(Protocol):
    """Answers a question as read, or says of it that nothing was seen."""

    def __call__(self, read: ReadQuestion, *, unseen: bool = False) -> Explanation:
        """Return how the answer came out."""


@dataclass(frozen=True, slots=True)
class LastMatter:
    """The matter of the turns before a question; `read` reads a question by itself."""

    read: Callable[[str], Reading]
    library: Mapping[str, Resolution]
    guide: Guide
    siblings: Siblings

    def sibling(self, question: Question) -> Topic | None:
        """Return the matter beside the last one that a brief `question` surely asks for, if any."""
        talk = self.leaning(question)
        if talk is None or talk.turns[0][0].answered is None:
            return None
        last = self._topic(talk, question)
        elliptic = says_nothing(talk.said)
        before = talk.turns[0][1].searched
        return self.siblings.sure(talk.said.words, last, before, elliptic=elliptic)

    def leaning(self, question: Question) -> Talk | None:
        """Return the talk if `question` may ask for something of the last matter."""
        reading = self.read(question.text)
        talk = Talk(reading, question.earlier, self.read, self.library)
        if not may_lean(reading) or not talk.turns or names_document(reading.searched):
            return None
        brief = 0 < talk.said.length <= _OF_A_SIBLING
        own = talk.slots.places or names_subject(talk.said.words)
        return talk if brief and not own else None

    def is_astray(self, talk: Talk, question: Question, best: Explanation) -> bool:
        """Return True if `best` is told by a matter, or a document, that was not spoken of."""
        last, reading = talk.turns[0]
        if best.decision.reason in (Reason.FACT, Reason.FACT_MISSING):
            return not (reading.fact or names_document(last.text)) and last.answered is not None
        topics = self.siblings.topics.values()
        topic = next((topic for topic in topics if topic.id == best.answer.matter), None)
        if topic is None or names_aspect(talk.said.words):
            return False
        spoken_of = self._topic(talk, question)
        return self.siblings.is_astray(topic, talk.said.words, spoken_of, reading.searched)

    def _topic(self, talk: Talk, question: Question) -> Topic | None:
        """Return the matter that answered the last turn, else the nearest to it."""
        turn, reading = talk.turns[0]
        near = [TopicHit(name, -place) for place, name in enumerate(turn.topics)]
        if turn.answered:
            query = GuideQuery(reading.searched, near, question.on)
            if line := self.guide.line(turn.answered, query):
                return line.topic
        return next((self.siblings.topics.get(hit.name) for hit in near), None)


@dataclass(frozen=True, slots=True)
class BriefQuestion:
    """A question that is asked by itself, or about the matter of the turns before it."""

    question: Question
    last: LastMatter
    explain: Explain

    def better(self, alone: Explanation) -> Explanation | None:
        """Return the answer that is rather meant than `alone`, None if none is."""
        if not self.question.earlier:
            return None
        return self._of_sibling(alone) or self._of_subject(alone) or self._of_matter(alone)

    def unsaid(self, best: Explanation) -> Explanation | None:
        """Return that nothing was seen of the last matter, if `best` is of another subject."""
        talk = None if best.evidence.reading.follows else self.last.leaning(self.question)
        if talk is None or talk.matter is None:
            return None
        if not self.last.is_astray(talk, self.question, best):
            return None
        return self._explained(about_last(talk), unseen=True)

    def _of_sibling(self, alone: Explanation) -> Explanation | None:
        """Return the answer of the matter beside the last one that is surely asked for."""
        topic = self.last.sibling(self.question)
        if topic is None or self._is_clear(alone):
            return None
        explained = self._explained(f"{topic.name}?")
        answers = explained.answer.status is Status.ANSWERED
        return explained if answers and explained.answer.matter == topic.id else None

    def _is_clear(self, alone: Explanation) -> bool:
        """Return True if `alone` says all that is asked, and of the matter that was spoken of."""
        sure = alone.evidence.sureness >= _ALL_SAID and not alone.evidence.reading.follows
        talk = self.last.leaning(self.question) if sure else None
        return talk is not None and not self.last.is_astray(talk, self.question, alone)

    def _of_subject(self, alone: Explanation) -> Explanation | None:
        """Return the answer about the nouns of the last question, if that is likelier."""
        reading = self.last.read(self.question.text)
        text = join(reading, self.question.earlier, self.last.read, self.last.library)
        if text is None or text == alone.evidence.reading.text:
            return None
        if names_aspect(reading.searched):
            follows = alone.evidence.reading.follows
            itself = self.explain(ReadQuestion(self.question, reading)) if follows else alone
            if itself.answer.status is Status.ANSWERED and itself.evidence.sureness >= _BY_ITSELF:
                return itself
        joined = self._explained(text)
        return joined if _is_likelier(joined, alone) else None

    def _of_matter(self, alone: Explanation) -> Explanation | None:
        """Return a sure answer about the matter of the turns before, if `alone` finds none."""
        reading = alone.evidence.reading
        if not alone.answer.status.is_unanswered:
            return None
        joined = alone.decision.reason is Reason.OTHER_FIELD
        earlier = self.question.earlier
        text = lean(reading, earlier, self.last.read, self.last.library, joined=joined)
        if text is None:
            return None
        explained = self._explained(text)
        answered = explained.answer.status is Status.ANSWERED
        return explained if answered and explained.evidence.sureness >= _SURELY else None

    def _explained(self, text: str, *, unseen: bool = False) -> Explanation:
        typed = self.last.read(self.question.text).asked
        whole = replace(self.last.read(text), asked=typed, follows=True, parts=())
        return self.explain(ReadQuestion(self.question, whole), unseen=unseen)


def _is_likelier(joined: Explanation, alone: Explanation) -> bool:
    """Return True if `joined` answers, and rather than `alone`."""
    if joined.answer.status is not Status.ANSWERED:
        return False
    if alone.answer.status.is_unanswered:
        return True
    clear = alone.evidence.sureness >= _CLEARLY and not alone.evidence.reading.follows
    return not clear and joined.evidence.sureness > alone.evidence.sureness + _SURER
