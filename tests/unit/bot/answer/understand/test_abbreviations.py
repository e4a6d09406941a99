from __future__ import annotations

import pytest

from bot.answer.understand.abbreviations import write_out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("xã làm ko xin ý kiến", "xã làm không xin ý kiến", id="word"),
        pytest.param("họp k báo trước", "họp không báo trước", id="single letter"),
        pytest.param("dân dc biết j", "dân được biết gì", id="several"),
        pytest.param("TDP em", "tổ dân phố em", id="capitals"),
        pytest.param("cbộ làm sai", "cán bộ làm sai", id="half typed"),
        pytest.param("họp ko?", "họp không?", id="before a mark"),
        pytest.param("NQ 08/2024", "nghị quyết 08/2024", id="document"),
        pytest.param("vote online đc ko", "biểu quyết trực tuyến được không", id="english"),
    ],
)
def test_writes_abbreviations_out(typed: str, meant: str) -> None:
    assert write_out(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("điểm k khoản 2 Điều 1", id="point"),
        pytest.param("diem v khoan 2", id="point without marks"),
        pytest.param("khóa V", id="numeral"),
        pytest.param("k 2 Điều 4", id="clause by its first letter"),
        pytest.param("08/2024/NQ-HĐND", id="document number"),
        pytest.param("kế hoạch của ủy ban nhân dân", id="nothing short"),
        pytest.param("", id="empty"),
    ],
)
def test_leaves_the_rest_alone(typed: str) -> None:
    assert write_out(typed) == typed
