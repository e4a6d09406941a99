"""Whole provisions, word for word."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import TypeAdapter

from bot.answer.composing.whole import whole
from bot.conversation.actions import ActionName, Row, offer, one_a_row
from bot.conversation.situation import Situation
from bot.conversation.values import Choice, Outcome, Turn
from knowledge.law.fingerprint import fingerprint
from knowledge.law.resolution import Address
from prompts.render import render

_ADDRESS = TypeAdapter(Address)


def show_cited(situation: Situation, turn_id: str, index: str) -> Outcome:
    """Show the provision that the answer of a turn cites as its `index`th, and offer the others."""
    turn = situation.memory.turn(situation.chat.key, turn_id)
    if turn is None:
        return situation.say("outdated")
    cited = turn.cited[int(index)]
    return _show(situation, cited.address, cited.fingerprint, _others(situation, turn, int(index)))


def show_provision(situation: Situation, written: str, offered: str) -> Outcome:
    """Show a provision; `offered` is the fingerprint of its words when it was offered."""
    return _show(situation, _ADDRESS.validate_json(written), offered, ())


def provision_rows(situation: Situation, addresses: Sequence[Address]) -> tuple[Row, ...]:
    """Return a choice for each of `addresses`, to show the whole provision."""
    labels = _labels(situation, addresses)
    return one_a_row(
        provision_choice(situation, *pair) for pair in zip(addresses, labels, strict=True)
    )


def provision_choice(situation: Situation, address: Address, label: str) -> Choice:
    """Return the choice to show the whole provision at `address`."""
    resolution = situation.edition.answerer.library[address.resolution]
    written = _ADDRESS.dump_json(address).decode()
    return offer(ActionName.PROVISION, written, fingerprint(address, resolution), label=label)


def _labels(situation: Situation, addresses: Sequence[Address]) -> list[str]:
    """Return what tells `addresses` apart: the place, too, where there are several documents."""
    library = situation.edition.answerer.library
    several = len({one.resolution for one in addresses}) > 1
    return [
        render(
            "chat/provision",
            address=one,
            resolution=library.get(one.resolution) if several else None,
        )
        for one in addresses
    ]


def _show(situation: Situation, address: Address, offered: str, others: tuple[Row, ...]) -> Outcome:
    resolution = situation.edition.answerer.library.get(address.resolution)
    if resolution is None or resolution.find(address) is None:
        return situation.say("provision_gone", *others, address=address)
    changed = fingerprint(address, resolution) != offered
    changes = situation.edition.answerer.changes_of(address, situation.today)
    text = whole(address, resolution, changes)
    return situation.say("whole", *others, changed=changed, text=text)


def _others(situation: Situation, turn: Turn, shown: int) -> tuple[Row, ...]:
    labels = _labels(situation, [one.address for one in turn.cited])
    return one_a_row(
        _other(turn, index, label) for index, label in enumerate(labels) if index != shown
    )


def _other(turn: Turn, index: int, label: str) -> Choice:
    return offer(ActionName.CITED, turn.id, str(index), label=label)
