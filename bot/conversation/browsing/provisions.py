"""Whole provisions, and those found beside an answer; long lists come a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import TypeAdapter

from bot.answer.composing.whole import passage, whole
from bot.conversation.actions import ActionName, Row, label_of, offer, one_a_row
from bot.conversation.situation import Situation
from bot.conversation.values import Choice, Outcome, Turn
from knowledge.law.fingerprint import fingerprint
from knowledge.law.resolution import RULING, Address
from prompts.render import render

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some of the items; `previous` and `next` are how many to pass over for the pages beside."""

    items: tuple[Item, ...]
    previous: int | None
    next: int | None

    def turning(self, name: ActionName, *arguments: str, up: Choice | None = None) -> Row:
        """Return the choices that lead to the pages beside, the first page leading `up`.

        The step `name` takes `arguments`, and the number of items to pass over after them.
        """

        def to(passed: int | None, label: str) -> Choice | None:
            if passed is None:
                return None
            return offer(name, *arguments, str(passed), label=label_of(label))

        return tuple(filter(None, (to(self.previous, "back") or up, to(self.next, "more"))))


def page(items: Sequence[Item], passed: int, size: int) -> Page[Item]:
    """Return the page of `size` items after those `passed` over."""
    end = passed + size
    return Page(
        tuple(items[passed:end]),
        max(0, passed - size) if passed else None,
        end if end < len(items) else None,
    )


_ADDRESS = TypeAdapter(Address)


def show_cited(situation: Situation, turn_id: str, index: str) -> Outcome:
    """Show the provision that the answer of a turn cites as its `index`th, and offer the others."""
    turn = situation.memory.turn(situation.chat.key, turn_id)
    if turn is None:
        return situation.say("steps/outdated")
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
    several = len({address.resolution for address in addresses}) > 1
    return [
        render(
            "chat/provisions/choice",
            address=address,
            resolution=library.get(address.resolution) if several else None,
        )
        for address in addresses
    ]


def _show(situation: Situation, address: Address, offered: str, others: tuple[Row, ...]) -> Outcome:
    resolution = situation.edition.answerer.library.get(address.resolution)
    if resolution is None or resolution.find(address) is None:
        return situation.say("provisions/gone", *others, address=address)
    changed = fingerprint(address, resolution) != offered
    changes = situation.edition.answerer.changes_of(address, situation.today)
    text = whole(address, resolution, changes)
    return situation.say("provisions/whole", *others, changed=changed, text=text)


def _others(situation: Situation, turn: Turn, shown: int) -> tuple[Row, ...]:
    labels = _labels(situation, [cited.address for cited in turn.cited])
    return one_a_row(
        offer(ActionName.CITED, turn.id, str(index), label=label)
        for index, label in enumerate(labels)
        if index != shown
    )


_A_PAGE = 3


def related(situation: Situation, turn: Turn) -> tuple[Address, ...]:
    """Return the provisions found beside those that the answer cites, as far as they apply today.

    Provisions around a cited one, or inside it, are left out: its whole text shows them.
    """
    library = situation.edition.answerer.library
    cited = [provision.address for provision in turn.cited]
    usable = {resolution.id for resolution in situation.scope_of(None).resolutions}
    applying = {resolution.id for resolution in situation.scope_of(turn.place).resolutions}
    searched = usable & (applying | {address.resolution for address in cited})
    return tuple(
        hit.address
        for hit in turn.passages
        if hit.address.resolution in searched
        and hit.address.part in RULING
        and library[hit.address.resolution].find(hit.address)
        and not any(address.covers(hit.address) or hit.address.covers(address) for address in cited)
    )


def show_related(situation: Situation, turn_id: str, passed: str) -> Outcome:
    """Quote what else was found for the question of a turn, a page of it."""
    turn = situation.memory.turn(situation.chat.key, turn_id)
    if turn is None:
        return situation.say("steps/outdated")
    shown = page(related(situation, turn), int(passed), _A_PAGE)
    if not shown.items:
        return situation.say("provisions/none_related")
    library = situation.edition.answerer.library
    quotes = [
        passage(address, library[address.resolution], turn.reading) for address in shown.items
    ]
    rows = (*provision_rows(situation, shown.items), shown.turning(ActionName.RELATED, turn.id))
    return situation.say("provisions/related", *rows, quotes=quotes, last=shown.next is None)
