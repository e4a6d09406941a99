"""Letters of a source and of what was read from it, so that none can get lost unseen."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterable, Sequence

from knowledge.law.references.glyphs import mended
from knowledge.law.resolution import Address, Aside, Division, Part, Provision, Resolution

_CONTEXT = 40


def letters(text: str) -> str:
    """Return the letters and digits of `text` in NFC, those that are meant, and nothing else."""
    return "".join(filter(str.isalnum, mended(unicodedata.normalize("NFC", text))))


def letters_of_source(lines: Sequence[str], twins: Container[int] = ()) -> str:
    """Return the letters of `lines`; in the lines `twins`, from 1, "d)" counts as "đ)"."""
    return "".join(
        letters(line.replace("d", "đ", 1) if number in twins else line)
        for number, line in enumerate(lines, start=1)
    )


def letters_of_body(resolution: Resolution) -> str:
    """Return the letters of every unit but the signature, in order, and of the debris behind.

    Those of a Phần, Chương or Mục, and of words without an address, stand where they do.
    """
    divisions = [one for one in resolution.divisions if one.annex is None]
    said = _in_order(_body(resolution), divisions, _asides(resolution)[0])
    return said + letters("".join(resolution.debris))


def _in_order(
    units: Iterable[Provision], divisions: Iterable[Division], asides: Iterable[Aside]
) -> str:
    said = [
        *((unit.first_line, letters_of_unit(unit)) for unit in units),
        *((one.first_line, letters(one.words)) for one in divisions),
        *((one.first_line, letters(one.text)) for one in asides),
    ]
    return "".join(text for _, text in sorted(said, key=lambda one: one[0]))


def letters_of_end(resolution: Resolution) -> str:
    """Return the letters of recipients and signature, then those of annexes and what is left."""
    signature = (unit for unit in resolution.provisions if unit.address.part is Part.SIGNATURE)
    annexed = [unit for unit in resolution.provisions if unit.address.part is Part.ANNEX]
    divisions = [one for one in resolution.divisions if one.annex is not None]
    return "".join(
        (
            letters("".join(resolution.recipients)),
            *map(letters_of_unit, signature),
            _in_order(annexed, divisions, _asides(resolution)[1]),
        )
    )


def _body(resolution: Resolution) -> list[Provision]:
    behind = {Part.SIGNATURE, Part.ANNEX}
    return [unit for unit in resolution.provisions if unit.address.part not in behind]


def _asides(resolution: Resolution) -> tuple[list[Aside], list[Aside]]:
    """Return the words without an address inside the body, and those behind it."""
    lines = [unit.first_line for unit in _body(resolution)]
    lines += [division.first_line for division in resolution.divisions if division.annex is None]
    last = max(lines, default=0)
    inside = [one for one in resolution.asides if one.first_line < last]
    return inside, [one for one in resolution.asides if one.first_line >= last]


def letters_of_unit(unit: Provision) -> str:
    """Return the letters of a unit, those of its label first."""
    return letters(label(unit.address) + unit.words)


def label(address: Address) -> str:
    """Return how the text itself labels the unit at `address`."""
    if address.bullet is not None:
        return "-"
    if address.point is not None:
        return f"{address.point})"
    if address.clause is not None:
        return f"{address.clause}."
    return f"Điều {address.article}." if address.article is not None else ""


def difference(expected: str, actual: str) -> str:
    """Return where `actual` first departs from `expected`, "" where it does not."""
    if expected == actual:
        return ""
    same = _common_prefix(expected, actual)
    around = slice(max(0, same - _CONTEXT), same + _CONTEXT)
    return f"expected …{expected[around]}… but read …{actual[around]}…"


def _common_prefix(first: Iterable[str], second: Iterable[str]) -> int:
    length = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        length += 1
    return length
