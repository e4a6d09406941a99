"""A console whose bot finds what it is given, for tests of question sets."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.answer.answerer import Answerer
from bot.answer.catalogue import Catalogue
from bot.answer.edition import Edition
from bot.console.choosing.gold import Gold
from bot.evaluation.question_set import Item
from bot.store.question_sets.question_sets import QuestionSets
from index.hit import Found
from knowledge.law.resolution import Address
from tests.support.answers.answers import FakeSearcher, as_found, gazetteer, hit, library
from tests.support.console.console import House
from tests.support.documents.documents import LANG_SON, at
from tests.support.language.language import speller

PLACE = "tỉnh Lạng Sơn"
RIGHT, NEXT = at(LANG_SON, 5), at(LANG_SON, 4, 2, "c")
GOLD = Gold.of(RIGHT).model_dump_json()
MONEY = "Kinh phí thực hiện dân chủ lấy ở đâu?"


@dataclass
class Bench:
    """Work that waits until the test lets it be done."""

    waiting: list[Callable[[], None]] = field(default_factory=list)

    def __call__(self, work: Callable[[], None]) -> None:
        self.waiting.append(work)

    def do(self) -> None:
        """Do all that waits."""
        while self.waiting:
            self.waiting.pop(0)()


@dataclass
class Workshop:
    """A console whose serving version is "2"; version "1" is kept, and ranks otherwise."""

    house: House
    bench: Bench = field(default_factory=Bench)
    hits: list[Address] = field(default_factory=lambda: [RIGHT, NEXT])
    kept: Mapping[str, Callable[[], Edition]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.kept = {"2": self.edition, "1": lambda: edition("1", NEXT, RIGHT)}
        facts: dict[str, Any] = {"edition": self.edition, "background": self.bench}
        self.house.office = replace(self.house.office, **facts, editions=lambda: self.kept)
        self.house.app.state.office = self.house.office

    @property
    def sets(self) -> QuestionSets:
        """Return the question sets."""
        return self.house.office.store.question_sets

    def edition(self) -> Edition:
        """Return the version that serves."""
        return edition("2", *self.hits)

    def new_set(self, *items: Item, name: str = "Kinh phí") -> int:
        """Return the number of a set with `items`."""
        number = self.sets.add(name, "", self.house.clock())
        self.sets.put(number, items)
        return number


def edition(version: str, *addresses: Address) -> Edition:
    """Return a version that finds `addresses` for every question, best first."""
    hits = tuple(hit(one, 20.0 - rank) for rank, one in enumerate(addresses))
    return _edition(version, FakeSearcher(hits))


def watched(look: Callable[[], object]) -> Edition:
    """Return version "1", which lets somebody look whenever it searches."""
    return _edition("1", _Watched(look=look))


@dataclass
class _Watched(FakeSearcher):
    look: Callable[[], object] = list

    def search(self, *asked: Any, **said: Any) -> Found:
        self.look()
        return super().search(*asked, **said)


def _edition(version: str, searcher: FakeSearcher) -> Edition:
    return Edition(
        version,
        Answerer(library(), searcher, gazetteer(), speller(), fit=as_found),
        Catalogue((), ()),
    )


def item(id: str = "tien", question: str = MONEY, *gold: Address, **said: Any) -> Item:  # noqa: A002
    """Return a question that RIGHT answers, unless told otherwise."""
    addresses = tuple(one.as_dict() for one in gold or (RIGHT,))
    return Item(**{"id": id, "question": question, "place": PLACE, "gold": addresses, **said})


def as_file(*lines: Mapping[str, Any]) -> bytes:
    """Return `lines` as the content of a file."""
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode()
