"""A provision by itself: all that it says, a passage of it, and a mark of its words."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from bot.answer.compose import existing
from bot.answer.excerpt import excerpt
from bot.answer.lead import lead_of
from knowledge.life import Change
from knowledge.resolution import Address, Resolution
from prompts.render import render

_MARK_LENGTH = 16
"""Hexadecimal digits: two versions of a provision share them in one of 2⁶⁴ cases."""


def whole(address: Address, resolution: Resolution, changes: Sequence[Change] = ()) -> str:
    """Return the provision with what encloses it and all that lies inside, word for word.

    Before it stands what other documents have changed of that, as `changes` tell.

    Raises:
        LookupError: `resolution` has no such provision.
    """
    return render(
        "answer/whole",
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
    told = unit.text or unit.heading
    quote = excerpt(told, question)
    return render(
        "answer/passage",
        address=address,
        resolution=resolution,
        told=told,
        quote=quote,
        lead=lead_of(unit, quote, resolution),
    )


def fingerprint(address: Address, resolution: Resolution) -> str:
    """Return a mark that changes with the words or the numbering of the provision.

    Raises:
        LookupError: `resolution` has no such provision.
    """
    existing(resolution, address)
    told = "\n".join(f"{unit.address.path} {unit.words}" for unit in resolution.inside(address))
    return sha256(told.encode()).hexdigest()[:_MARK_LENGTH]
