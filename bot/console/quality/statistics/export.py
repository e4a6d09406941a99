"""Tables as files that spreadsheets open."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from fastapi import Response

_MARK = "\ufeff"
"""The byte order mark, by which spreadsheets recognise UTF-8."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_file(name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """Return a file to keep as `name`.csv; nobody's words become a formula in it."""
    held = StringIO()
    writer = csv.writer(held)
    writer.writerow(head)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    disposition = f'attachment; filename="{name}.csv"'
    return Response(
        _MARK + held.getvalue(),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": disposition},
    )


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
