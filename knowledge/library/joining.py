"""Annexes in files of their own, joined to the documents that they were passed with.

The files stay apart on the shelves; in the library the provisions of such an annex are those of an
annex of its document, as if one file held both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce

from knowledge.language.text import fold, syllables
from knowledge.law.resolution import Part, Resolution
from knowledge.law.signs import roman
from knowledge.law.territory import lie_together

_LISTS = ("Phụ lục", "Mẫu", "Biểu")
"""The beginning of the names of annexes that stand behind the acts."""


def joined(documents: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """Return `documents`, those with an annex in another file as one with it.

    An annex of which the document is not there stays alone.
    """
    homes = {
        document.id: home.id for document in documents if (home := passed_by(document, documents))
    }
    return tuple(
        _with_annexes(
            document, (annex for annex in documents if homes.get(annex.id) == document.id)
        )
        for document in documents
        if document.id not in homes
    )


def file_by_file(library: Iterable[Resolution]) -> tuple[Resolution, ...]:
    """Return the documents of `library` file by file: what `joined` made one, apart again.

    The provisions of an annex keep the addresses that they have in its document.
    """
    return tuple(part for document in library for part in _files_of(document))


def home_of(file: str, library: Iterable[Resolution]) -> Resolution | None:
    """Return the document of `library` in which the words of the file with that id stand."""
    return next((document for document in library if file in _ids_of(document)), None)


def passed_by(annex: Resolution, documents: Iterable[Resolution]) -> Resolution | None:
    """Return the document that `annex` was passed with, None where there is none, or several."""
    if not annex.is_annex:
        return None
    homes = [document for document in documents if _passed(document, annex)]
    return homes[0] if len(homes) == 1 else None


def with_facts_of(document: Resolution, annex: Resolution) -> Resolution:
    """Return `annex` with the facts of the `document` that it was passed with."""
    own, head = annex.head, document.head
    return replace(
        annex,
        head=replace(own, number=head.number, issuer=head.issuer, issued_on=head.issued_on),
        territory=document.territory,
        effect=document.effect,
    )


def as_part_of(document: Resolution, annex: Resolution) -> Resolution:
    """Return `annex` as it lies in `document`: with its facts, and addresses in it."""
    others = [part for part in _files_of(document) if part.id not in {document.id, annex.id}]
    whole = _with_annexes(_files_of(document)[0], (*others, annex))
    return next(part for part in _files_of(whole) if part.id == annex.id)


def _with_annexes(document: Resolution, annexes: Iterable[Resolution]) -> Resolution:
    """Return `document` with what is in the files of `annexes`, acts before lists, by number."""
    return reduce(_with, sorted(annexes, key=_order), document)


def _order(annex: Resolution) -> tuple[bool, int, str, str]:
    name = annex.annexes[0].name if annex.annexes else ""
    sign = name.rpartition(" ")[2]
    number = int(sign) if sign.isdecimal() else roman(sign)
    return name.startswith(_LISTS), number, name, annex.id


def _with(document: Resolution, annex: Resolution) -> Resolution:
    """Return `document` with the annexes in the file `annex` behind its own."""
    first = min(annex.annex_numbers)
    shift = max(document.annex_numbers, default=0) + 1 - first
    taken = {part.name for part in document.annexes}

    def shifted(number: int | None) -> int | None:
        return number + shift if number is not None else None

    moved = annex.addressed(
        lambda address: replace(address, resolution=document.id, annex=shifted(address.annex))
    )
    named = (
        replace(
            part,
            number=part.number + shift,
            name=_free(part.name, taken),
            file=annex.id,
            title=annex.head.title,
        )
        for part in annex.annexes
    )
    return replace(
        document,
        provisions=(*document.provisions, *moved.provisions),
        divisions=(
            *document.divisions,
            *(replace(division, annex=shifted(division.annex)) for division in annex.divisions),
        ),
        asides=(*document.asides, *(replace(aside, file=annex.id) for aside in annex.asides)),
        notes=(*document.notes, *(replace(note, file=annex.id) for note in moved.notes)),
        annexes=(*document.annexes, *named),
    )


def _free(name: str, taken: set[str]) -> str:
    """Return `name`, or what tells it from another of the name: "Phụ lục thứ 2"."""
    names = (name, *(f"{name} thứ {number}" for number in range(2, len(taken) + 2)))
    return next(free for free in names if free not in taken)


def _ids_of(document: Resolution) -> tuple[str, ...]:
    files = (annex.file for annex in document.annexes if annex.file)
    return (document.id, *dict.fromkeys(files))


def _files_of(document: Resolution) -> tuple[Resolution, ...]:
    """Return `document` as its own file has it, and each annex that came in another."""
    return tuple(_part(document, file) for file in _ids_of(document))


def _part(document: Resolution, file: str) -> Resolution:
    """Return what of `document` stands in the file with that id."""
    if _ids_of(document) == (file,):
        return document
    own = file == document.id
    annexes = tuple(annex for annex in document.annexes if (annex.file or document.id) == file)
    numbers = {annex.number for annex in annexes} | ({None} if own else set())
    title = document.head.title if own else annexes[0].title
    return replace(
        document,
        id=file,
        head=replace(document.head, title=title),
        provisions=tuple(
            unit for unit in document.provisions if document.file_of(unit.address) == file
        ),
        divisions=tuple(division for division in document.divisions if division.annex in numbers),
        asides=tuple(aside for aside in document.asides if (aside.file or document.id) == file),
        notes=tuple(note for note in document.notes if (note.file or document.id) == file),
        annexes=annexes,
        recipients=document.recipients if own else (),
    )


def _passed(document: Resolution, annex: Resolution) -> bool:
    """Return True if `annex` was surely passed with `document`.

    Every province has a number 5: an annex that names no issuer is taken for that of a document
    only if the day is the same, and the document calls it by its title.
    """
    kinds = {fold(document.head.kind), fold(annex.head.kind)}
    same = len(kinds) == 1 and _number(document) == _number(annex)
    if document.is_annex or not same or not document.head.number:
        return False
    if not annex.head.issuer:
        alike = document.head.issued_on == annex.head.issued_on is not None
        own = (unit.words for unit in document.provisions if unit.address.part is Part.ARTICLE)
        words, title = (
            f" {' '.join(syllables(text))} "  # blanks at the ends: only whole syllables are alike
            for text in (" ".join((document.head.title, *own)), annex.head.title)
        )
        return alike and title in words
    one_body = fold(document.head.issuer) == fold(annex.head.issuer)
    days = (document.head.issued_on, annex.head.issued_on)
    near = lie_together(document.territory, annex.territory)
    return one_body and near and (None in days or days[0] == days[1])


def _number(document: Resolution) -> list[str]:
    return [part.lstrip("0") for part in fold(document.head.number or "").split("/")]
