"""Samples that came after an index was built."""

from __future__ import annotations

from itertools import chain

import numpy as np
import pytest

from index.matters.added import AddedGroups
from index.matters.sample_index import SampleIndex
from index.retrieval.phrases import PhraseIndex
from tests.support.answers.topics import topic
from tests.support.conversations.fakes import FakeEmbedder

ROADS = topic("làm đường", "góp tiền phải mấy nhà gật", "thu tiền cần tỷ lệ nào")
HOURS = topic("giờ giấc", "văn phòng mở cửa mấy giờ", "trưa nghỉ mấy giờ", "mấy giờ đóng cửa")
ASKED = ("mấy giờ mở cửa", "góp bao nhiêu tiền", "zzz")


@pytest.fixture
def samples() -> SampleIndex:
    """An index of two topics."""
    topics = (ROADS, HOURS)
    phrases = PhraseIndex.build([one.questions for one in topics], FakeEmbedder())
    return SampleIndex(topics, (), (), phrases)


def added(samples: SampleIndex, **groups: tuple[str, ...]) -> AddedGroups:
    vectors = FakeEmbedder().embed_queries(list(chain.from_iterable(groups.values())))
    return AddedGroups(groups, vectors, samples)


@pytest.mark.parametrize("question", ASKED)
def test_what_stands_in_the_index_is_as_near_when_it_is_added(
    samples: SampleIndex, question: str
) -> None:
    vector = FakeEmbedder().embed_queries([question])
    groups = {one.name: one.questions for one in (ROADS, HOURS)}
    again = added(samples, **groups).near(question, vector, 0.0)
    for name, scores in samples.near(question, vector, 0.0).items():
        assert np.allclose(again[name], scores, atol=1e-6), name


def test_a_word_that_the_index_lacks_is_found_in_what_is_added(samples: SampleIndex) -> None:
    groups = added(samples, phone=("tổng đài",), road=("đắp lề",))
    near = groups.near("tổng đài", FakeEmbedder().embed_queries(["tổng đài"]), 0.0)
    assert all(scores[0] > scores[1] for scores in near.values())
    assert all(0 <= score <= 1 for scores in near.values() for score in scores)
