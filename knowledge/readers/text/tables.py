"""Tables as lines of text.

A table of figures gives a line a row. A table that only sets the page, around the head, the
signature or whole articles, is no table: its cells are read one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from knowledge.law.labels.divisions import division_label
from knowledge.law.labels.labels import LabelLevel, label_of
from knowledge.law.labels.lines import CELL_SEAM, ROW_END

Row = Sequence[Sequence[str]]
"""The cells of a row, each with its paragraphs."""

_FRAME = re.compile(
    r"Độc lập|Nơi nhận|^\s{0,9}(?:Luật )?Số\s{0,9}:|^\s{0,9}(?:TM|KT|TL)\.|^CHỦ TỊCH"
    r"|XÁC THỰC VĂN BẢN HỢP NHẤT",
    re.MULTILINE,
)
"""Words of the tables that offices use to set head and signature side by side."""
_LABEL_AND_WORDS = 2
"""Cells of a row that sets a label beside its words."""


def table_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of a table: a row a line, or, where it only sets the page, a paragraph."""
    filled = [[[text for text in cell if text.strip()] for cell in row] for row in rows]
    full = [cells for row in filled if (cells := [cell for cell in row if cell])]
    paragraphs = [text for cells in full for cell in cells for text in cell]
    if is_frame("\n".join(paragraphs)) or all(len(cells) == 1 for cells in full):
        yield from paragraphs
    elif any(map(_sets_article, full)) or all(map(_sets_label, full)):
        for cells in full:
            yield from _set_row(cells)
    else:
        for cells in full:
            words = [" ".join(cell) for cell in cells]
            # a cell alone ends with a seam, which tells it from a paragraph
            yield CELL_SEAM.join(words) if len(words) > 1 else words[0] + ROW_END


def is_frame(text: str) -> bool:
    """Return True if `text` is of a table that sets the head or the end of a document."""
    return _FRAME.search(text) is not None


def _sets_article(cells: Row) -> bool:
    """Return True if an article stands in the row, rather than figures that name an article.

    It fills the row, stands beside its mere label, or goes on in its cell.
    """
    articles = [cell for cell in cells if any(map(_begins_article, cell))]
    alone = len(cells) == 1 or _sets_label(cells)
    return any(alone or len(cell) > 1 for cell in articles)


def _sets_label(cells: Row) -> bool:
    """Return True if the row sets a mere label beside its words."""
    label = label_of(cells[0][0]) if len(cells) == _LABEL_AND_WORDS else None
    return label is not None and not label.rest and len(cells[0]) == 1


def _set_row(cells: Row) -> Iterator[str]:
    """Yield the paragraphs of a row that sets the page: a mere label goes before its words."""
    if _sets_label(cells):
        (label,), (first, *rest) = cells
        yield from (f"{label} {first}", *rest)
        return
    yield from (text for cell in cells for text in cell)


def _begins_article(text: str) -> bool:
    label = label_of(text)
    return (label is not None and label.level is LabelLevel.ARTICLE) or division_label(
        text
    ) is not None
