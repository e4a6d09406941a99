"""The model of a document: a resolution, law or decree, its provisions and their addresses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from knowledge.law.signs import Sign, encloses, outer_sign, rank


class Part(StrEnum):
    """The part of a document in which a provision stands."""

    ARTICLE = "article"
    PREAMBLE = "preamble"
    CLOSING = "closing"
    SIGNATURE = "signature"
    ANNEX = "annex"
    """A text that the document was passed with: a Quy chế, a Phụ lục."""


RULING = frozenset({Part.ARTICLE, Part.ANNEX})
"""The parts whose provisions rule something."""


@dataclass(frozen=True, slots=True)
class Address:
    """The place of a provision, named as narrowly as the text names it.

    `article` and `clause` (Điều, khoản) count from 1; one that an amendment put in, and a
    sub-clause, has a string: "5a", "1.1". `point` is the letter of the điểm, "đ1" for one put in,
    `bullet` counts from 1 (gạch đầu dòng). `annex` counts from 1 what the document was passed with;
    without an article it names that as a whole. Other parts have no finer address.
    """

    resolution: str
    part: Part = Part.ARTICLE
    article: Sign | None = None
    clause: Sign | None = None
    point: str | None = None
    bullet: int | None = None
    annex: int | None = None

    @property
    def path(self) -> tuple[Sign | None, ...]:
        """Return (article, clause, point, bullet), None where the address does not go."""
        return (self.article, self.clause, self.point, self.bullet)

    @property
    def order(self) -> tuple[tuple[int, ...], ...]:
        """Return what puts the provisions of one document in the order of its text."""
        return (rank(self.annex), *map(rank, self.path))

    @property
    def is_article(self) -> bool:
        """Return True for a whole article, be it of an annex."""
        return self.article is not None and self.path[1:] == (None, None, None)

    @property
    def names_provision(self) -> bool:
        """Return False for a whole document."""
        return (self.part, self.article) != (Part.ARTICLE, None)

    @property
    def whole_article(self) -> Address:
        """Return the address of the article in which the provision stands."""
        return replace(self, clause=None, point=None, bullet=None)

    def covers(self, other: Address) -> bool:
        """Return True if `other` is this provision or lies inside it."""
        if (self.resolution, self.part) != (other.resolution, other.part):
            return False
        own, inside = (self.annex, *self.path), (other.annex, *other.path)
        if isinstance(other.clause, str) and self.clause and encloses(self.clause, other.clause):
            inside = (other.annex, other.article, self.clause, None, None)
        return all(step is None or step == inner for step, inner in zip(own, inside, strict=True))

    def as_dict(self) -> dict[str, Any]:
        """Return the address in the form that files and JSON use; only annexes tell `annex`."""
        return {
            "resolution": self.resolution,
            "part": self.part.value,
            **({} if self.annex is None else {"annex": self.annex}),
            "article": self.article,
            "clause": self.clause,
            "point": self.point,
            "bullet": self.bullet,
        }


@dataclass(frozen=True, slots=True)
class Provision:
    """A unit of a document: its own heading and text, without those of the units inside it.

    A line break in `text` parts two paragraphs of the unit. `first_line` and `last_line` count from
    1 in the source file.
    """

    address: Address
    heading: str
    text: str
    first_line: int
    last_line: int

    @property
    def words(self) -> str:
        """Return heading and text as one string: what a quote of the unit must stand in."""
        return "\n".join(part for part in (self.heading, self.text) if part)


@dataclass(frozen=True, slots=True)
class Effect:
    """The days on which a document applies; `since` is None if no copy or correction tells it."""

    passed_on: date | None = None
    since: date | None = None
    on_passage: bool = False
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Consolidation:
    """The copy that states an act as amended: its own number and day, and what it takes in."""

    number: str
    issued_on: date | None
    amended_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """The facts that stand above the first article. None and "" mean that the copy does not say."""

    number: str | None = None
    kind: str = ""
    title: str = ""
    issuer: str = ""
    place: str = ""
    issued_on: date | None = None
    issued_month: tuple[int, int] | None = None
    term: str = ""
    session: str = ""
    legal_bases: tuple[str, ...] = ()
    consolidation: Consolidation | None = None


@dataclass(frozen=True, slots=True)
class Territory:
    """The administrative unit whose people the document binds, as it was named when issued.

    `commune` is None for a document of a province. `province` is None while nobody has said in
    which province the commune of the document lies. `nationwide` tells a document of the state's
    centre, which binds everyone.
    """

    province: str | None
    commune: str | None = None
    nationwide: bool = False

    @property
    def name(self) -> str:
        """Return the name of the narrowest unit, such as "tỉnh Lạng Sơn"."""
        return self.commune or self.province or ""


@dataclass(frozen=True, slots=True)
class Division:
    """A heading above articles: a Phần, Chương, Mục or Tiểu mục.

    `label` is as the text has it ("Chương I"), `depth` 0 for the outermost kind. `before` is the
    sign of the first article behind it, None where none follows; `annex` is that of the article.
    """

    label: str
    heading: str
    depth: int
    before: Sign | None
    first_line: int
    last_line: int
    annex: int | None = None

    @property
    def words(self) -> str:
        """Return label and heading as one line."""
        return f"{self.label}. {self.heading}" if self.heading else self.label


@dataclass(frozen=True, slots=True)
class Annex:
    """A text that a document was passed with, such as a Quy chế or a Phụ lục.

    `name` is how citations call it ("Quy chế", "Phụ lục I"), and tells it from the others;
    `number` counts from 1, as in addresses. `is_form` tells that it is to be filled in, and rules
    nothing. `file` is the id of the file of its own that it came in, with the `title` that it has
    there; both are "" for what is in the file of its document.
    """

    number: int
    name: str
    is_form: bool = False
    file: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that no address names: an annex with articles of its own, or a second "Điều 5".

    They are kept and shown, and neither searched nor quoted: a citation would name another unit.
    `file` is that of an annex that came in a file of its own, as in Annex.
    """

    text: str
    first_line: int
    last_line: int
    file: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the copy, such as what amended a unit; `addresses` are of the units it is put to.

    It is no word of these units. `sign` is what marks them, a number or stars; `file` is as in
    Annex.
    """

    sign: str
    text: str
    first_line: int
    last_line: int
    addresses: tuple[Address, ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """A parsed document. `id` is the name of its source file without the ending.

    `is_summary` tells that only its head is known, and in our own words what some provisions say;
    `edition` from which wording those words were written, where it has changed since.
    """

    id: str
    head: Head
    territory: Territory
    effect: Effect
    provisions: tuple[Provision, ...]
    signer: str = ""
    signer_title: str = ""
    recipients: tuple[str, ...] = ()
    debris: tuple[str, ...] = ()
    divisions: tuple[Division, ...] = ()
    asides: tuple[Aside, ...] = ()
    annexes: tuple[Annex, ...] = ()
    notes: tuple[Note, ...] = ()
    is_summary: bool = False
    edition: str = ""
    _by_address: dict[Address, Provision] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        """Index the provisions by their address."""
        self._by_address.update({unit.address: unit for unit in self.provisions})

    @property
    def is_annex(self) -> bool:
        """Return True for an annex in a file of its own; its head is that of its document."""
        parts = {unit.address.part for unit in self.provisions}
        return Part.ANNEX in parts and Part.ARTICLE not in parts

    @property
    def articles(self) -> tuple[Provision, ...]:
        """Return the articles of the document itself, not those of what it was passed with."""
        return self.articles_beside(Address(self.id))

    def articles_beside(self, address: Address) -> tuple[Provision, ...]:
        """Return the articles of the part, or of the annex, in which `address` lies."""
        part = (address.part, address.annex)
        units = (unit for unit in self.provisions if unit.address.is_article)
        return tuple(unit for unit in units if (unit.address.part, unit.address.annex) == part)

    @property
    def annex_numbers(self) -> tuple[int, ...]:
        """Return the numbers of the annexes, in their order."""
        numbers = (unit.address.annex for unit in self.provisions)
        return tuple(dict.fromkeys(number for number in numbers if number is not None))

    def annex_of(self, address: Address) -> Annex | None:
        """Return the annex in which `address` lies, None for another part."""
        return next((annex for annex in self.annexes if annex.number == address.annex), None)

    def file_of(self, address: Address) -> str:
        """Return the id of the file from which the provision at `address` was read."""
        annex = self.annex_of(address)
        return (annex and annex.file) or self.id

    def called(self, resolution_id: str) -> Resolution:
        """Return the document with another id."""

        def renamed(address: Address) -> Address:
            return replace(address, resolution=resolution_id)

        return replace(self.addressed(renamed), id=resolution_id)

    def addressed(self, renamed: Callable[[Address], Address]) -> Resolution:
        """Return the document with other addresses of its provisions."""
        units = (replace(unit, address=renamed(unit.address)) for unit in self.provisions)
        notes = (
            replace(note, addresses=tuple(map(renamed, note.addresses))) for note in self.notes
        )
        return replace(self, provisions=tuple(units), notes=tuple(notes))

    def find(self, address: Address) -> Provision | None:
        """Return the provision at exactly `address`, or None."""
        return self._by_address.get(address)

    def notes_on(self, address: Address) -> tuple[Note, ...]:
        """Return the notes put to exactly the unit at `address`."""
        return tuple(note for note in self.notes if address in note.addresses)

    def inside(self, address: Address) -> tuple[Provision, ...]:
        """Return the provision at `address` and all that lie inside it, in the text's order."""
        return tuple(unit for unit in self.provisions if address.covers(unit.address))

    def children(self, address: Address) -> tuple[Provision, ...]:
        """Return the provisions directly inside `address`, in the text's order."""
        return tuple(unit for unit in self.inside(address) if parent(unit.address) == address)

    def trail(self, address: Address) -> tuple[Provision, ...]:
        """Return the provisions that enclose `address`, outermost first, without itself."""
        enclosing: list[Provision] = []
        above = parent(address)
        while above is not None:
            unit = self.find(above)
            if unit is not None:
                enclosing.insert(0, unit)
            above = parent(above)
        return tuple(enclosing)

    def divisions_above(self, address: Address) -> tuple[Division, ...]:
        """Return the Phần, Chương and Mục around the article of `address`, outermost first."""
        above: list[Division] = []
        for division in self.divisions:
            if address.article is None or division.before is None:
                continue
            if division.annex == address.annex and rank(division.before) <= rank(address.article):
                above = [outer for outer in above if outer.depth < division.depth]
                above.append(division)
        return tuple(above)


def parent(address: Address) -> Address | None:
    """Return the address directly outside `address`, or None for an article or another part.

    The articles of an annex lie in the annex, sub-clauses in their clause.
    """
    if address.bullet is not None:
        return replace(address, bullet=None)
    if address.point is not None:
        return replace(address, point=None)
    if address.clause is not None:
        return replace(address, clause=outer_sign(address.clause))
    if address.article is not None and address.part is Part.ANNEX:
        return replace(address, article=None)
    return None
