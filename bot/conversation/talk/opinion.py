"""What a resident thinks of an answer."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.actions import ActionName, offer, one_a_row
from bot.conversation.situation import Situation
from bot.conversation.values import Expects, Opinion, Outcome, Turn
from prompts.render import render

REASONS = ("other_matter", "hard_to_read", "wrong_or_missing")
"""Why an answer was bad, as it is remembered."""


def praise(situation: Situation, turn_id: str) -> Outcome:
    """Remember that the answer of a turn was good."""
    turn = _find(situation, turn_id)
    if turn is None:
        return situation.say("outdated")
    return replace(situation.say("praised"), opinion=Opinion(turn.id, good=True))


def blame(situation: Situation, turn_id: str) -> Outcome:
    """Remember that the answer of a turn was bad, and ask why."""
    turn = _find(situation, turn_id)
    if turn is None:
        return situation.say("outdated")
    reasons = one_a_row(
        offer(ActionName.REASON, turn.id, reason, label=render("chat/reason", reason=reason))
        for reason in REASONS
    )
    outcome = situation.say("blamed", *reasons)
    chat = situation.expecting(Expects.COMMENT, turn.id)
    return replace(outcome, chat=chat, opinion=Opinion(turn.id, good=False))


def take_reason(situation: Situation, turn_id: str, reason: str) -> Outcome:
    """Remember why the answer of a turn was bad; a comment may still follow."""
    outcome = _thank(situation, Opinion(turn_id, good=False, reason=reason))
    return replace(outcome, chat=situation.expecting(Expects.COMMENT, turn_id))


def take_comment(situation: Situation, turn_id: str, comment: str) -> Outcome:
    """Remember what the resident writes about the answer of a turn."""
    return _thank(situation, Opinion(turn_id, good=False, comment=comment))


def _thank(situation: Situation, opinion: Opinion) -> Outcome:
    if _find(situation, opinion.turn) is None:
        return situation.say("outdated")
    has_staff = situation.memory.has_staff()
    rows = ((offer(ActionName.STAFF, opinion.turn),),) if has_staff else ()
    return replace(situation.say("noted", *rows, has_staff=has_staff), opinion=opinion)


def _find(situation: Situation, turn_id: str) -> Turn | None:
    return situation.memory.turn(situation.chat.key, turn_id)
