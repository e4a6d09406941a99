"""A small bank of questions, for tests of the training."""

from __future__ import annotations

from knowledge.law.resolution import Address, Part
from knowledge.matters.lists.outside import OutsideKind, OutsideMatter
from tests.support.answers.provisions import document
from tests.support.answers.topics import topic
from training.embedding.bank import Bank, make_bank


def bank(questions: int = 40) -> Bank:
    """Return a bank of three topics in documents a and b, with `questions` each, and a matter.

    Passages 0–1 are of document a, 2–3 of b. The topics "vote" and "ballot" share passage 0.
    """
    documents = [
        document({(1,): "Biểu quyết.", (2,): "Kinh phí."}, id="a"),
        document({(1,): "Họp thôn.", (2,): "Bầu cử."}, id="b"),
    ]
    vote, money, meeting = at("a", 1), at("a", 2), at("b", 1)
    topics = [
        topic("vote", *asked("vote", questions), provisions=[vote, meeting]),
        topic("ballot", *asked("ballot", questions), provisions=[vote]),
        topic("money", *asked("money", questions), provisions=[money]),
    ]
    matter = OutsideMatter(
        kind=OutsideKind.FIELD, name="weather", ask="", phrases=asked("weather", 3)
    )
    return make_bank(topics, [matter], documents)


def at(resolution: str, article: int) -> Address:
    return Address(resolution, Part.ARTICLE, article)


def asked(about: str, count: int) -> tuple[str, ...]:
    return tuple(f"{about} {number}" for number in range(count))
