"""A chart: what it shows, and where each part of it is drawn.

Across, places are shares of the width, so that a chart fits a desk and a phone without its words
growing or shrinking; down, they are pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from textwrap import wrap

_TOP, _BOTTOM = 52, 184
"""The end of the highest column and the base of all; the room above is for tips."""
_SLOT = 0.8
"""The share of its place that a column fills."""
_LEAST = 2
"""The least pixels of a column that counts anything."""
_LABELS = 3
"""The labels below columns that a phone has room for."""
_LONGEST, _MOST_LINES = 34, 3
"""Letters of a line on a phone, and lines of a name."""
_LINE, _BAR, _GAP = 20, 14, 12
_WIDEST = 80
"""Per cent; the number stands behind the bar."""
_MOST_BARS = 10


class ChartName(StrEnum):
    """The charts, as their addresses name them; the words are in `quality/statistics/names.j2`."""

    DAYS = "theo-ngay"
    CHATS = "luot-nguoi-hoi"
    STATUSES = "ket-qua"
    OPINIONS = "y-kien"
    CHANNELS = "kenh"
    RIGHTS = "quyen"
    TOPICS = "chu-de"
    UNANSWERED = "chu-de-chua-tra-loi"
    HOURS = "gio"
    SPEED = "thoi-gian"
    PROVISIONS = "dieu-khoan"


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A counted thing; `share` is its part of a whole, `short` the label below a column."""

    label: str
    count: int
    share: float | None = None
    short: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """The drawn column of a row: `x` and `width` in per cent, `y` and `height` in pixels."""

    row: ChartRow
    x: float
    width: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class ChartLabel:
    """A word below the columns, at `x` per cent; `anchor` tells which end of it."""

    text: str
    x: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The drawn bar of a row: `top` and `bottom` in pixels, `width` in per cent."""

    row: ChartRow
    lines: tuple[tuple[int, str], ...]
    top: int
    width: float

    @property
    def bottom(self) -> int:
        """Return where the bar ends."""
        return self.top + _BAR


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows under a name; `upright` ones have an order in time and are drawn as columns."""

    name: ChartName
    rows: tuple[ChartRow, ...]
    upright: bool = False

    @property
    def most(self) -> int:
        """Return the largest count."""
        return max((row.count for row in self.rows), default=0)

    @property
    def shown(self) -> tuple[ChartRow, ...]:
        """Return what is drawn: of bars the first ten; the table holds all."""
        return self.rows if self.upright else self.rows[:_MOST_BARS]

    @property
    def height(self) -> int:
        """Return the height of the drawing in pixels."""
        if self.upright:
            return _BOTTOM + _LINE + _GAP
        return max((bar.bottom + _GAP for bar in self.bars()), default=0)

    @property
    def top(self) -> int:
        """Return where the highest column ends."""
        return _TOP

    @property
    def base(self) -> int:
        """Return where the columns stand."""
        return _BOTTOM

    def columns(self) -> Iterator[Column]:
        """Yield the columns from left to right."""
        slot = 100 / len(self.rows)
        for number, row in enumerate(self.rows):
            height = self._share(row) * (_BOTTOM - _TOP)
            high = max(height, _LEAST) if row.count else 0.0
            x = (number + (1 - _SLOT) / 2) * slot
            yield Column(row, x, _SLOT * slot, _BOTTOM - high, high)

    def labels(self) -> Iterator[ChartLabel]:
        """Yield the words below the columns: of the first, the middle and the last."""
        last = len(self.rows) - 1
        if last < _LABELS:
            yield from self._centred(range(last + 1))
            return
        yield ChartLabel(self.rows[0].short, 0, "start")
        yield from self._centred([last // 2])
        yield ChartLabel(self.rows[-1].short, 100, "end")

    def bars(self) -> Iterator[Bar]:
        """Yield the bars from top to bottom, below what is pointed at."""
        top = _LINE + _GAP
        for row in self.shown:
            words = wrap(row.label, _LONGEST, max_lines=_MOST_LINES, placeholder="…")
            lines = tuple((top + _LINE * (n + 1) - 5, line) for n, line in enumerate(words))
            top += _LINE * len(lines)
            least = 0.5 if row.count else 0.0
            yield Bar(row, lines, top, max(self._share(row) * _WIDEST, least))
            top += _BAR + _GAP

    def _centred(self, numbers: Iterable[int]) -> Iterator[ChartLabel]:
        slot = 100 / len(self.rows)
        for number in numbers:
            yield ChartLabel(self.rows[number].short, (number + 0.5) * slot, "middle")

    def _share(self, row: ChartRow) -> float:
        return row.count / self.most if self.most else 0.0
