"""Long lists, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.conversation.actions import ActionName, Row, label_of, offer
from bot.conversation.values import Choice

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
