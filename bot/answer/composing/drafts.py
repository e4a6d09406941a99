"""The last steps of an answer: it is composed, verified and worded, shorter until it fits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.answer.composing.compose import QuotedBlock, compose
from bot.answer.composing.shape import (
    FOR_SEVERAL_PLACES,
    FULLEST,
    SHAPES,
    AnswerShape,
    further_provisions,
)
from bot.answer.composing.wording import AnswerContents, AnswerPosition, find_unseen, word
from bot.answer.deciding.decision import Decided, Decision, Reason
from bot.answer.deciding.verify import Check, LineCheck, check, may_be_named
from bot.answer.values import Status
from knowledge.law.resolution import Address, Resolution
from knowledge.library.absent import Absent


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision that is to be told in a shape, at a position in the talk."""

    decided: Decided
    position: AnswerPosition
    shape: AnswerShape


@dataclass(frozen=True, slots=True)
class Composed:
    """A draft with the blocks that it would quote."""

    draft: Draft
    blocks: tuple[QuotedBlock, ...]


@dataclass(frozen=True, slots=True)
class Verified:
    """A draft with the blocks that keep the promises, the checks of all, and what that decides."""

    draft: Draft
    decision: Decision
    blocks: tuple[QuotedBlock, ...]
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Worded:
    """A verified draft in words."""

    verified: Verified
    text: str

    @property
    def fits(self) -> bool:
        """Return True if the words are short enough, or would be no shorter in another shape."""
        is_short = len(self.text) <= self.verified.draft.position.longest
        return is_short or self.verified.decision.reason is not Reason.PROVISION


def drafts_of(decided: Decided, position: AnswerPosition) -> Iterator[Draft]:
    """Yield drafts of the decision from the fullest to the shortest."""
    for shape in SHAPES if decided.evidence.reach.place else FOR_SEVERAL_PLACES:
        yield Draft(decided, position, shape)


def compose_draft(draft: Draft) -> Composed:
    """Return the draft with the blocks that answer the question."""
    decided = draft.decided
    return Composed(draft, compose(decided.decision, decided.evidence, draft.shape))


@dataclass(frozen=True, slots=True)
class Verification:
    """Keeps what may be said; `known` are the documents that may be cited or told of."""

    known: Mapping[str, Resolution]
    lines: LineCheck

    def verify(self, composed: Composed) -> Verified:
        """Return the draft without blocks that break a promise; without any block, no answer."""
        decision = composed.draft.decided.decision
        reach = composed.draft.decided.evidence.reach
        citations = (citation for block in composed.blocks for citation in block.every_citation)
        checks = check(citations, reach, self.known)
        broken = [result.citation for result in checks if result.breach]
        founded = tuple(map(self._founded, composed.blocks))
        kept = tuple(
            block
            for block in founded
            if not any(citation in broken for citation in block.every_citation)
        )
        if decision.approval and len(kept) < len(founded):
            kept = ()  # an approval rests on all of its provisions
        if decision.status is Status.ANSWERED and not kept and not decision.told:
            decision, kept = Decision(Status.NOT_FOUND, Reason.NOTHING), ()
        return Verified(composed.draft, decision, kept, checks)

    def _founded(self, block: QuotedBlock) -> QuotedBlock:
        """Return `block` without a plain answer that names what its provisions do not."""
        founded = block.line is None or self.lines.holds(block.line.answer)
        return block if founded else replace(block, line=None)


@dataclass(frozen=True, slots=True)
class Wording:
    """Words drafts; `absent` are documents of which only that they exist can be told."""

    library: Mapping[str, Resolution]
    absent: Sequence[Absent]

    def word(self, verified: Verified) -> Worded:
        """Return the draft in words."""
        draft, evidence = verified.draft, verified.draft.decided.evidence
        documents = (block.resolution for block in verified.blocks)
        unseen = find_unseen(self.absent, documents, evidence.reach, draft.position.before)
        further = self._further(verified)
        contents = AnswerContents(verified.blocks, draft.shape.steps, further, unseen)
        return Worded(verified, word(verified.decision, evidence, contents, draft.position))

    def _further(self, verified: Verified) -> tuple[Address, ...]:
        """Return the provisions to name below the answer, unless it is to be short."""
        if verified.draft.shape is not FULLEST:
            return ()
        evidence = verified.draft.decided.evidence
        shown = frozenset(
            citation.address for block in verified.blocks for citation in block.citations
        )
        near = further_provisions(verified.decision, evidence, shown)
        return tuple(
            address for address in near if may_be_named(address, evidence.reach, self.library)
        )
