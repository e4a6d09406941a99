from __future__ import annotations

import pytest

from knowledge.language.marks import gains_marks, keeps_marks


@pytest.mark.parametrize(
    ("typed", "meant", "gains"),
    [
        pytest.param("dưoc", "được", True, id="letters and tone"),
        pytest.param("trương", "trưởng", True, id="tone"),
        pytest.param("đa", "đã", True, id="stroke stays"),
        pytest.param("đa", "da", False, id="stroke lost"),
        pytest.param("bàn", "bán", False, id="other tone"),
        pytest.param("bân", "bán", False, id="shape lost"),
        pytest.param("bàn", "bàn", False, id="the same"),
    ],
)
def test_tells_half_typed_syllables(typed: str, meant: str, gains: bool) -> None:
    assert gains_marks(typed, meant) is gains


@pytest.mark.parametrize(
    ("typed", "meant", "keeps"),
    [
        pytest.param("ngừoi", "người", True, id="elsewhere"),
        pytest.param("quyếtt", "quyết", True, id="other length"),
        pytest.param("quyếtt", "quyệt", False, id="other tone"),
        pytest.param("đươcc", "dược", False, id="stroke lost"),
    ],
)
def test_tells_whether_marks_were_kept(typed: str, meant: str, keeps: bool) -> None:
    assert keeps_marks(typed, meant) is keeps
