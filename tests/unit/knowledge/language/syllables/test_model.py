from __future__ import annotations

import io

import numpy as np
import pytest

from knowledge.language.syllables.model import EDGE, UNKNOWN, BadLanguageModel, LanguageModel
from knowledge.language.syllables.smoothing import Counts, smooth


def learnt(*rows: str) -> LanguageModel:
    counts = Counts(sorted({word for row in rows for word in row.split()}))
    for row in rows:
        counts.add(row.split(), 1.0)
    return smooth(counts)


def score(model: LanguageModel, text: str) -> float:
    first, second, third = (model.id_of(word) for word in text.split())
    return model.score(first, second, third)


@pytest.mark.parametrize(
    ("likelier", "other"),
    [
        pytest.param("hội đồng nhân", "hỏi đồng nhân", id="seen against unseen triple"),
        pytest.param("dân hội đồng", "dân hỏi đồng", id="seen against unseen pair"),
        pytest.param("đồng hỏi hội", "đồng hỏi xyz", id="known against unknown"),
    ],
)
def test_what_was_seen_scores_higher(likelier: str, other: str) -> None:
    model = learnt("hội đồng nhân dân", "hỏi dân", "hội đồng nhân dân")

    assert score(model, likelier) > score(model, other)


def test_the_words_before_and_after_both_count() -> None:
    model = learnt("xin hỏi", "đại hội", "hội nghị", "hỏi han")

    assert score(model, "xin hỏi nghị") < score(model, "xin hỏi han")
    assert model.score(EDGE, model.id_of("xin"), model.id_of("hỏi")) > model.score(
        EDGE, model.id_of("xin"), model.id_of("hội")
    )


def test_a_model_comes_back_from_its_bytes() -> None:
    model = learnt("hội đồng nhân dân", "hỏi dân")

    again = LanguageModel.load(model.dump())

    assert again.syllables == model.syllables
    for text in ("hội đồng nhân", "hỏi đồng dân", "xyz hỏi dân"):
        assert score(again, text) == pytest.approx(score(model, text), abs=0.05)


def test_syllables_are_found_by_their_folded_form() -> None:
    model = learnt("hội hỏi họ")

    assert set(model.spelled("hoi")) == {"hội", "hỏi"}
    assert model.spelled("xyz") == ()
    assert model.id_of("xyz") == UNKNOWN


def other_arrays() -> bytes:
    buffer = io.BytesIO()
    np.savez(buffer, words=np.zeros(3, np.uint8))
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"no model", id="other bytes"),
        pytest.param(learnt("hội đồng").dump()[:-30], id="cut off"),
        pytest.param(other_arrays(), id="other arrays"),
    ],
)
def test_bytes_that_are_no_model_are_refused(data: bytes) -> None:
    with pytest.raises(BadLanguageModel):
        LanguageModel.load(data)
