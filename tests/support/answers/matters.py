"""Matters for tests: three that ship, over documents that a test may change."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.answer.answerer import Answerer
from bot.answer.catalogue import Catalogue
from bot.answer.edition import Edition
from bot.store.store import Store
from bot.store.values import Role
from knowledge.law.fingerprint import mark_of_words
from knowledge.law.resolution import Address, Resolution
from knowledge.law.serial import dump_resolutions
from knowledge.matters.staff.own_matters import OwnMatters
from tests.support.answers.answers import FakeSearcher, as_found, gazetteer, hit, library
from tests.support.answers.topics import line, write_topics
from tests.support.console.console import ADMIN, STAFF, House, publisher
from tests.support.documents.documents import CA_MAU, LANG_SON, at
from tests.support.language.language import speller

MONEY, PURPOSE = at(LANG_SON, 5), at(LANG_SON, 1)
LAW = at("luat-thu", 7, 2)
"""A provision of a document whose text is not here."""
SHORT = "Tiền làm việc này lấy từ ngân sách."


def basis(address: Address, **more: Any) -> dict[str, Any]:
    """Return `address` as a line writes it, with the mark of its words where they are here."""
    document = library().get(address.resolution)
    mark = {"mark": mark_of_words(address, document)} if document else {}
    return {**address.as_dict(), **mark, **more}


def matter(heading: str, *answers: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return the line of a matter with three sample questions."""
    questions = [f"{heading} là sao?", f"Cho hỏi {heading} với", f"Kể về {heading}"]
    return {**line(heading, questions=questions, **more), "answers": list(answers)}


SHIPPED = (
    matter(
        "Tiền ở đâu ra",
        {"basis": [basis(MONEY)], "short": SHORT, "as_of": "2026-11-01"},
        {"basis": [basis(LAW)], "short": "Luật cũng nói vậy.", "steps": ["Hỏi thôn."]},
    ),
    matter("Nghị quyết lo việc gì", {"basis": [basis(PURPOSE)]}, rights=["ban", "giam_sat"]),
    matter("Việc ở Cà Mau", {"basis": [basis(at(CA_MAU, 2))], "short": "Có nơi làm rồi."}),
)
MONEY_ID = "tien-o-dau-ra"


@dataclass
class Desk:
    """The edition that answers, whose documents a test may change."""

    documents: dict[str, Resolution] = field(default_factory=lambda: dict(library()))

    def edition(self) -> Edition:
        """Return an edition that finds one provision."""
        searcher = FakeSearcher((hit(at(LANG_SON, 3, 1)),))
        answerer = Answerer(self.documents, searcher, gazetteer(), speller(), fit=as_found)
        return Edition("1", answerer, Catalogue())

    def change(self, document: Resolution) -> None:
        """Let another version of a document answer."""
        self.documents[document.id] = document


def house_of_matters(store: Store, folder: Path, desk: Desk, **facts: Any) -> House:
    """Return a console with an officer and an admin, over the matters that ship here."""
    topics = write_topics(folder / "topics", *SHIPPED)
    its = publisher(folder, topics=topics)
    house = House(store, folder, publisher=its, edition=desk.edition, **facts)
    house.open_to(STAFF, Role.STAFF)
    house.open_to(ADMIN, Role.ADMIN)
    return house


def kept(house: House) -> OwnMatters:
    """Return the matters as they are kept."""
    return house.office.materials.own_matters


def keep_version(folder: Path, number: int, *documents: Resolution) -> None:
    """Let the folder of the index have a version of which only the `documents` are there."""
    version = folder / "versions" / str(number)
    version.mkdir(parents=True)
    (version / "documents.json").write_bytes(dump_resolutions(documents))


def written(*addresses: Address) -> list[str]:
    """Return provisions as the forms send them."""
    return [json.dumps(one.as_dict()) for one in addresses]
