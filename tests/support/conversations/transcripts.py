"""A conversation as it looks on a telephone, in letters alone: the bot left, the resident right."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from unicodedata import east_asian_width

from tests.support.conversations.residents import PATIENCE, Resident, Shown

_SCREEN, _BUBBLE = 78, 64
"""Columns of the whole picture, and of the text in a bubble."""


@dataclass
class Witnessed:
    """A resident whose every word is drawn, and everything that is shown to them."""

    resident: Resident
    picture: list[str] = field(default_factory=list)

    def says(self, text: str) -> None:
        """Write a text."""
        self._draw_right(text)
        self.resident.says(text)

    def presses(self, label: str) -> None:
        """Choose what bears `label`."""
        self._draw_right(f"☞ {label}")
        self.resident.presses(label)

    def reads(self, count: int = 1, seconds: float = PATIENCE) -> list[Shown]:
        """Return the next `count` messages, once they are there."""
        shown = self.resident.reads(count, seconds)
        for one in shown:
            self.picture += [*bubble(one.text), *_rows(one), ""]
        return shown

    def _draw_right(self, text: str) -> None:
        lines = bubble(text)
        self.picture += [" " * (_SCREEN - _columns(line)) + line for line in lines] + [""]


def bubble(text: str) -> list[str]:
    """Return the lines of a frame around `text`."""
    lines = [part for line in text.split("\n") for part in textwrap.wrap(line, _BUBBLE) or [""]]
    width = max(map(_columns, lines))
    inside = [f"│ {line}{' ' * (width - _columns(line))} │" for line in lines]
    return ["╭" + "─" * (width + 2) + "╮", *inside, "╰" + "─" * (width + 2) + "╯"]


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(letter) == "W" else 1 for letter in text)


def _rows(shown: Shown) -> list[str]:
    rows = (" ".join(f"[ {label} ]" for label, _ in row) for row in shown.buttons)
    return [line for row in rows for line in textwrap.wrap(row, _SCREEN, break_on_hyphens=False)]
