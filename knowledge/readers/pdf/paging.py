"""The page on which each line of an extract begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.readers.extract import Extract
from knowledge.readers.pdf.columns import ColumnBlock


def paged(extract: Extract, paragraphs: Sequence[str], blocks: Sequence[ColumnBlock]) -> Extract:
    """Return `extract` of `paragraphs` with the pages on which these begin.

    They are the words of `blocks` in their order: counting words tells the block of the first. Of
    lines behind them, such as notes, nothing is told.
    """
    pages = [
        block.line.page
        for block in blocks
        for text in block.texts or (block.line.text,)
        for _ in text.split()
    ]
    begun, page_of_line = 0, list[int]()
    for paragraph in paragraphs:
        page_of_line.append(pages[min(begun, len(pages) - 1)] if pages else 1)
        begun += len(paragraph.split())
    fits = len(page_of_line) <= len(extract.lines) and begun == len(pages)
    return replace(extract, pages=tuple(page_of_line)) if fits else extract
