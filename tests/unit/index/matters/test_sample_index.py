from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.matters.sample_index import SampleIndex
from index.retrieval.fusion import TOPIC_WHOLE, TOPIC_WORDS
from index.retrieval.phrases import PhraseIndex
from tests.support.answers.topics import topic
from tests.support.conversations.fakes import FakeEmbedder

VOTES_FOR_ROADS = topic(
    "số hộ đồng ý thu tiền làm đường",
    "góp tiền phải mấy nhà gật",
    "bao nhiêu hộ chịu thì được thu",
    "thu tiền cần tỷ lệ nào",
    "rải nhựa ngõ xóm phải hỏi ai",
)
VOTES_FOR_HEADS = topic(
    "số phiếu trúng trưởng thôn",
    "phải bao nhiêu hộ đồng ý mới trúng",
    "bao nhiêu hộ đồng ý thì làm trưởng thôn",
    "phải mấy hộ đồng ý thì đậu",
)
QUESTION = "rải nhựa phải bao nhiêu hộ đồng ý"


@pytest.fixture
def samples() -> SampleIndex:
    topics = (VOTES_FOR_ROADS, VOTES_FOR_HEADS)
    phrases = PhraseIndex.build([one.questions for one in topics], FakeEmbedder())
    return SampleIndex(topics, (), (), phrases)


def near(samples: SampleIndex, feature: str) -> list[float]:
    vector = FakeEmbedder().embed_queries([QUESTION])
    figures: list[float] = samples.near(QUESTION, vector, 0.0)[feature].tolist()
    return figures


def test_what_a_question_is_about_counts_though_its_nearest_samples_lack_it(
    samples: SampleIndex,
) -> None:
    roads, heads = near(samples, TOPIC_WORDS)
    assert heads > roads, "the three nearest samples alone speak of the election"

    roads, heads = near(samples, TOPIC_WHOLE)
    assert roads > heads


def test_groups_are_the_same_when_opened_again(samples: SampleIndex, tmp_path: Path) -> None:
    samples.save(tmp_path / "samples")
    opened = SampleIndex.load_if_any(tmp_path / "samples")

    assert opened is not None
    assert np.allclose(near(opened, TOPIC_WHOLE), near(samples, TOPIC_WHOLE))
