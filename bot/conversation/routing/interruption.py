"""What the resident is told when nobody knows whether an answer has reached them."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.actions import ActionName, offer
from bot.conversation.situation import Situation
from bot.conversation.values import Outcome, Reply
from prompts.render import render


def interrupted(delivery_id: str) -> Reply:
    """Return what is said instead of a delivery that was under way when the process ended."""
    return Reply(render("chat/interrupted"), ((offer(ActionName.RESEND, delivery_id),),))


def resend(situation: Situation, delivery_id: str) -> Outcome:
    """Send the delivery again; it says everything itself."""
    return replace(Outcome(situation.chat), resend=delivery_id)
