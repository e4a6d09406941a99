"""Tables for people to read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Column, Table

from prompts.render import render

_WIDTH_OF_FILES = 160
"""Characters: where there is no terminal to ask, wide enough for the table."""


def print_table(headings: str, rows: Iterable[Sequence[str]]) -> None:
    """Print `rows` under the words of the template `headings`, one a line."""
    width = None if sys.stdout.isatty() else _WIDTH_OF_FILES
    columns = (Column(heading, overflow="fold") for heading in render(headings).splitlines())
    table = Table(*columns)
    for row in rows:
        table.add_row(*row)
    Console(highlight=False, markup=False, width=width).print(table)
