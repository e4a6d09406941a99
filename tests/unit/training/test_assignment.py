from __future__ import annotations

import pytest

from knowledge.passages import passages
from tests.support.answers.provisions import document
from tests.support.answers.topics import topic
from tests.support.conversations.fakes import FakeEmbedder
from tests.support.documents.documents import at
from training.assignment import TopicBank, learn

TEXTS = (
    "Biểu quyết bằng giơ tay hoặc bỏ phiếu kín.",
    "Kinh phí do ngân sách nhà nước bảo đảm.",
    "Biểu dương, khen thưởng gương điển hình.",
)
IDS = ("lang-son", "hue", "ca-mau")


@pytest.fixture
def bank() -> TopicBank:
    """Three documents of the same three provisions, and a topic for each."""
    units = {(number,): text for number, text in enumerate(TEXTS, start=1)}
    found = [one for name in IDS for one in passages(document(units, id=name))]
    topics = [
        topic(f"Chủ đề {number}", text, provisions=[at(name, number) for name in IDS])
        for number, text in enumerate(TEXTS, start=1)
    ]
    embedder = FakeEmbedder()
    vectors = embedder.embed_passages([one.meaning for one in found])
    return TopicBank(topics, found, vectors, embedder.embed_queries(TEXTS))


def test_what_was_learned_tells_who_belongs_where(bank: TopicBank) -> None:
    weights = learn(bank).probabilities(bank.features("hue"))
    labels = bank.labels("hue")

    assert labels.tolist() == [1, 0, 0, 0, 1, 0, 0, 0, 1]
    assert min(weights[labels == 1]) > max(weights[labels == 0])


def test_learns_without_a_document_as_if_nobody_had_read_it(bank: TopicBank) -> None:
    blind = [one for one in bank.topics if one.provisions]
    others = [place for place, one in enumerate(bank.passages) if one.address.resolution != "hue"]
    rest = TopicBank(
        blind, [bank.passages[one] for one in others], bank.vectors[others], bank.samples
    )

    assert learn(bank, ["hue"]) == learn(rest)
