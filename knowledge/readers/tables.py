"""Tables as lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from knowledge.lines import CELL_SEAM

Row = Sequence[Sequence[str]]
"""The cells of a row, each with its paragraphs."""

_FRAME = re.compile(
    r"Độc lập|Nơi nhận|^\s*(?:Luật\s+)?Số\s*:|^\s*(?:TM|KT|TL)\.|^CHỦ TỊCH", re.MULTILINE
)
"""Words of the tables that offices use to set head and signature side by side."""


def table_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of a table: a row a line, or, of a mere frame, a paragraph a line."""
    filled = [[[text for text in cell if text.strip()] for cell in row] for row in rows]
    everything = "\n".join(text for row in filled for cell in row for text in cell)
    if is_frame(everything):
        yield from (text for row in filled for cell in row for text in cell)
        return
    for row in filled:
        cells = [" ".join(cell) for cell in row if cell]
        if cells:
            yield CELL_SEAM.join(cells)


def is_frame(text: str) -> bool:
    """Return True if `text` is of a table that sets the head or the end of a document."""
    return _FRAME.search(text) is not None
