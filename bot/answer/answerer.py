"""The answer path as the list of its steps, and the door through which questions come.

A message is read and scoped; then it, or each of its parts, is decided and worded. Each step stands
in a module of its own, takes a value and returns the next one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from bot.answer.composing.drafts import Verification, Wording, compose_draft
from bot.answer.composing.message import AnswerPaths, Message
from bot.answer.deciding.approved import Approved
from bot.answer.deciding.beyond import Beyond
from bot.answer.deciding.brief import LastMatter
from bot.answer.deciding.decide import decide_judged
from bot.answer.deciding.meant import Meant
from bot.answer.deciding.siblings import Siblings
from bot.answer.deciding.trace import Trace, first
from bot.answer.deciding.verify import LineCheck
from bot.answer.quoting.guide import Guide
from bot.answer.selection.evidence import Evidence, touching
from bot.answer.selection.fit.ranking import fitted
from bot.answer.selection.scope import Inquiry, inquire
from bot.answer.selection.search import Fit, Search, Searcher
from bot.answer.understand.reader import Reader
from bot.answer.values import Answer, Question, Reading
from knowledge.gazetteer.places import Gazetteer
from knowledge.language.typing.speller import Speller
from knowledge.law.resolution import Address, Resolution
from knowledge.validity.validity import StateChange

_WARMING = "dân chủ ở cơ sở"


class Answerer:
    """Answers from one version of the library and its index."""

    def __init__(
        self,
        library: Mapping[str, Resolution],
        searcher: Searcher,
        gazetteer: Gazetteer,
        speller: Speller,
        guide: Guide | None = None,
        fit: Fit = fitted,
    ) -> None:
        self.library, self.gazetteer, self.guide = library, gazetteer, guide or Guide()
        self._reader = Reader(library, gazetteer, speller)
        self._search = Search(searcher, library, self.guide, fit)
        self.known = self._search.known
        approvals = self.guide.approvals
        self.approved = Approved(library, self.read, searcher.closeness, approvals)
        self._meant = Meant(self.approved, self.guide.offices, searcher)
        siblings = Siblings(searcher.topics, self.guide.topics)
        self._last_matter = LastMatter(self.read, library, self.guide, siblings)
        self._paths = self._paths_of_steps()

    def _paths_of_steps(self) -> AnswerPaths:
        """Return every step from a question to its answer, in order."""
        reader, search, beyond = self._reader, self._search, Beyond(self._search)
        verification = Verification(self.known, LineCheck(self.library))
        wording = Wording(self.library, self.guide.absent)
        return AnswerPaths(
            read=(
                first("understand", reader.understand)
                .then("understand", reader.complete)
            ),
            scope=(
                first("scope", partial(inquire, library=self.library))
                .then("decide", self.approved.approve)
            ),
            decide=(
                first("search", search.find)
                .then("judge", search.judge)
                .then("decide", decide_judged)
                .then("search", beyond.find)
                .then("judge", beyond.judge)
                .then("decide", beyond.decide)
                .then("decide", self._meant.decide)
            ),
            word=(
                first("compose", compose_draft)
                .then("verify", verification.verify)
                .then("word", wording.word)
            ),
        )  # fmt: skip

    def answer(self, question: Question) -> Answer:
        """Return the answer to `question`; every quote and citation in it has been checked."""
        return self.trace(question).answer

    def trace(self, question: Question) -> Trace:
        """Return the answer to `question` with all that it rests on.

        Each part of a message that asks several things is answered, from the same place; so is each
        place of a comparison. A question that leans on earlier turns is completed from them first.
        """
        return self._message(question).trace()

    def goes_on(self, question: Question) -> bool:
        """Return True if `question` surely asks for a matter beside that of the turns before it."""
        return self._last_matter.sibling(question) is not None

    def read(self, text: str) -> Reading:
        """Return how `text` is read, by itself."""
        return self._reader.read(text)

    def changes_of(self, address: Address, day: date) -> tuple[StateChange, ...]:
        """Return the changes that documents have made by `day` to the provision, or around it."""
        in_force = (change for change in self._search.changes if change.holds(day))
        return touching(address, in_force)

    def gather(self, question: Question) -> Evidence:
        """Return all that a decision on `question` would rest on."""
        return self._search.judge(self._search.find(self._inquire(question))).of_field

    def search(self, question: Question) -> Evidence:
        """Return all that the search alone finds, before it is judged."""
        return self._search.unjudged(self._inquire(question))

    def search_told(self, question: Question) -> Evidence:
        """Return what the search alone finds told of documents that are not here."""
        return self._search.unjudged_beyond(self._inquire(question))

    def warm(self) -> None:
        """Load what the first question would have to wait for."""
        self._search.searcher.search(_WARMING)
        self._meant.warm(_WARMING)

    def _inquire(self, question: Question) -> Inquiry:
        return self._message(question).inquire(question)

    def _message(self, question: Question) -> Message:
        return Message(question, self._paths, self._last_matter)
