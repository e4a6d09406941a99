"""The answer to one message: its question, or each of its parts, taken along the paths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.answer.composing.answers import answer_of, join
from bot.answer.composing.drafts import Draft, Worded, drafts_of
from bot.answer.composing.shape import LONGEST_PART
from bot.answer.composing.wording import AnswerPosition
from bot.answer.deciding.brief import BriefQuestion, LastMatter
from bot.answer.deciding.decision import Decided
from bot.answer.deciding.trace import Explanation, Path, Runner, Trace
from bot.answer.selection.scope import Inquiry
from bot.answer.understand.reader import ReadQuestion
from bot.answer.values import Question


@dataclass(frozen=True, slots=True)
class AnswerPaths:
    """The paths of a question, one after the other.

    `read` and `scope` end with what is asked of which documents, `decide` with what becomes of it,
    `word` with an answer in one shape.
    """

    read: Path[Question, ReadQuestion]
    scope: Path[ReadQuestion, Inquiry]
    decide: Path[Inquiry, Decided]
    word: Path[Draft, Worded]


class Message:
    """A message of a resident on its way to an answer."""

    def __init__(self, question: Question, paths: AnswerPaths, last_matter: LastMatter) -> None:
        self._question, self._paths, self._last_matter = question, paths, last_matter
        self._runner = Runner()
        self._position = AnswerPosition(
            begins=not (question.earlier or question.again),
            of_law=question.nationwide,
            before=question.earlier,
        )

    def trace(self) -> Trace:
        """Return the answer to the message with all that it rests on."""
        message = self.inquire(self._question)
        if not message.reading.parts or message.approval:
            return self._trace_whole(message)
        explanations = tuple(self._explain_parts(message))
        answers = [explanation.answer for explanation in explanations]
        return Trace(join(message, answers, self._runner.timings()), explanations)

    def inquire(self, question: Question) -> Inquiry:
        """Return `question` as read, with what may be cited for it."""
        return self._runner.run(self._paths.scope, self._runner.run(self._paths.read, question))

    def _trace_whole(self, message: Inquiry) -> Trace:
        """Return the answer to a message that asks one thing, by itself or of the last matter."""
        best = self._explain(message, self._position)
        if best.decision.by_staff:
            return Trace(best.answer, (best,))
        brief = BriefQuestion(message.question, self._last_matter, self._explain_read)
        best = brief.better(best) or best
        unsaid = None if best.decision.by_staff else brief.unsaid(best)
        return Trace((unsaid or best).answer, (unsaid or best,), settled=unsaid is not None)

    def _explain_read(self, read: ReadQuestion, *, unseen: bool = False) -> Explanation:
        inquiry = self._runner.run(self._paths.scope, read)
        return self._explain(replace(inquiry, unseen=unseen), self._position)

    def _explain_parts(self, message: Inquiry) -> Iterator[Explanation]:
        """Yield how each part of a message is answered; it may lean on those before it."""
        place = message.reach.place or message.question.place
        is_whole = message.reading.follows or message.reading.compared
        earlier = () if is_whole else message.question.earlier
        position = replace(self._position, is_part=True, longest=LONGEST_PART)
        for text in message.reading.parts:
            part = replace(message.question, text=text, place=place, earlier=earlier)
            explanation = self._explain(self.inquire(part), position)
            yield explanation
            turn = explanation.answer.as_earlier()
            position = replace(position, begins=False, before=(*position.before, turn))
            # without turns before the message no part is brief by what another one says
            earlier = earlier and (*earlier, turn)

    def _explain(self, inquiry: Inquiry, position: AnswerPosition) -> Explanation:
        decided = self._runner.run(self._paths.decide, inquiry)
        drafts = drafts_of(decided, position)
        worded = self._runner.run_until(self._paths.word, drafts, lambda draft: draft.fits)
        answer = answer_of(worded, self._runner.timings())
        return Explanation(answer, decided.evidence, decided.decision, worded.verified.checks)
