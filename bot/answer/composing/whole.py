"""A provision by itself: all that it says, and a passage of it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer.composing.compose import existing
from bot.answer.quoting.excerpt import excerpt
from bot.answer.quoting.lead import lead_of
from knowledge.law.resolution import Address, Resolution
from knowledge.validity.validity import StateChange
from prompts.render import render

_AMONG_OTHERS = 200
"""Characters of a provision that are quoted at most where several are told in one message."""


def whole(address: Address, resolution: Resolution, changes: Sequence[StateChange] = ()) -> str:
    """Return the provision with what encloses it and all that lies inside, word for word.

    Before it stands what other documents have changed of that, as `changes` tell.

    Raises:
        LookupError: `resolution` has no such provision.
    """
    return render(
        "answer/found/whole",
        address=existing(resolution, address).address,
        resolution=resolution,
        trail=resolution.trail(address),
        units=resolution.inside(address),
        changes=changes,
    )


def passage(address: Address, resolution: Resolution, question: str) -> str:
    """Return the words of the provision nearest to `question` under their lead, and its citation.

    Raises:
        LookupError: `resolution` has no such provision.
    """
    unit = existing(resolution, address)
    words = unit.text or unit.heading
    quote = excerpt(words, question, _AMONG_OTHERS)
    return render(
        "answer/found/passage",
        address=address,
        resolution=resolution,
        told=words,
        quote=quote,
        lead=lead_of(unit, quote, resolution),
    )
