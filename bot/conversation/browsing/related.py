"""What else was found near a question."""

from __future__ import annotations

from bot.answer.composing.whole import passage
from bot.conversation.actions import ActionName
from bot.conversation.browsing.paging import page
from bot.conversation.browsing.provisions import provision_rows
from bot.conversation.situation import Situation
from bot.conversation.values import Outcome, Turn
from knowledge.law.resolution import RULING, Address

_A_PAGE = 3


def related(situation: Situation, turn: Turn) -> tuple[Address, ...]:
    """Return the provisions found beside those that the answer cites, as far as they apply today.

    Provisions around a cited one, or inside it, are left out: its whole text shows them.
    """
    library = situation.edition.answerer.library
    cited = [one.address for one in turn.cited]
    usable = {one.id for one in situation.scope_of(None).resolutions}
    applying = {one.id for one in situation.scope_of(turn.place).resolutions}
    searched = usable & (applying | {one.resolution for one in cited})
    return tuple(
        hit.address
        for hit in turn.passages
        if hit.address.resolution in searched
        and hit.address.part in RULING
        and library[hit.address.resolution].find(hit.address)
        and not any(one.covers(hit.address) or hit.address.covers(one) for one in cited)
    )


def show_related(situation: Situation, turn_id: str, passed: str) -> Outcome:
    """Quote what else was found for the question of a turn, a page of it."""
    turn = situation.memory.turn(situation.chat.key, turn_id)
    if turn is None:
        return situation.say("outdated")
    shown = page(related(situation, turn), int(passed), _A_PAGE)
    if not shown.items:
        return situation.say("none_related")
    library = situation.edition.answerer.library
    quotes = [passage(one, library[one.resolution], turn.reading) for one in shown.items]
    rows = (*provision_rows(situation, shown.items), shown.turning(ActionName.RELATED, turn.id))
    return situation.say("related", *rows, quotes=quotes, last=shown.next is None)
