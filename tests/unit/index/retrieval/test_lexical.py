from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.errors import IndexDamaged
from index.retrieval.lexical import LexicalIndex, tokens

TEXTS = (
    "Biểu quyết trực tuyến về nội dung Nhân dân bàn",
    "Kinh phí thực hiện do ngân sách bảo đảm",
    "Kinh phí xã hội hóa",
)


def test_tokens_are_folded_syllables_and_pairs() -> None:
    assert tokens("Dân bàn, dân làm") == [
        *("dan", "ban", "dan", "lam"),
        *("dan ban", "ban dan", "dan lam"),
    ]


@pytest.mark.parametrize(
    ("question", "best"),
    [
        pytest.param("biểu quyết", 0, id="with diacritics"),
        pytest.param("bieu quyet", 0, id="without diacritics"),
        pytest.param("ngân sách nào chi kinh phí", 1, id="the rarer word decides"),
        pytest.param("kinh phí xã hội hoá", 2, id="other tone placement"),
    ],
)
def test_scores_the_passage_with_the_words_highest(question: str, best: int) -> None:
    assert LexicalIndex.build(TEXTS).scores(question).argmax() == best


@pytest.mark.parametrize("question", ["", "👍", "xyz qwerty"])
def test_words_in_no_passage_score_nothing(question: str) -> None:
    assert not LexicalIndex.build(TEXTS).scores(question).any()


def test_no_passage_scores_above_the_ceiling() -> None:
    index = LexicalIndex.build(TEXTS)

    for question in (*TEXTS, "kinh phí kinh phí", "dân bàn kinh phí"):
        assert index.scores(question).max() <= index.ceiling(question) * (1 + 1e-6)


def test_unknown_words_raise_the_ceiling() -> None:
    index = LexicalIndex.build(TEXTS)

    assert index.ceiling("kinh phí xyz") > index.ceiling("kinh phí")
    assert index.ceiling("👍") == 0


def test_a_saved_index_scores_as_before(tmp_path: Path) -> None:
    built = LexicalIndex.build(TEXTS)
    built.save(tmp_path)
    loaded = LexicalIndex.load(tmp_path)

    np.testing.assert_array_equal(loaded.scores("kinh phí"), built.scores("kinh phí"))
    assert loaded.ceiling("kinh phí xyz") == built.ceiling("kinh phí xyz")


def test_refuses_a_folder_without_its_files(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged):
        LexicalIndex.load(tmp_path)
