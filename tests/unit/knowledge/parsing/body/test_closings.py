"""The closing sentence is a unit of its own, wherever it stands and however it begins."""

from __future__ import annotations

import pytest

from knowledge.law.resolution import Part
from tests.support.documents.documents import parsed

HEAD = "NGHỊ QUYẾT\nHỘI ĐỒNG NHÂN DÂN TỈNH CAO BẰNG\nĐiều 1. Hiệu lực\n1. Một.\n"
LAST = "2. Văn bản viện dẫn được thay thế thì áp dụng văn bản mới"
PASSED = (
    "được Hội đồng nhân dân tỉnh Cao Bằng khóa XVII, kỳ họp thứ 30 thông qua ngày 04 tháng 12 "
    "năm 2025."
)


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        pytest.param(f"{LAST}.\nNghị quyết này đã {PASSED}", True, id="này đã"),
        pytest.param(f"{LAST}.\nNghị quyết đã {PASSED}", True, id="no này"),
        pytest.param(f"{LAST}.\nNghị quyết {PASSED}", True, id="neither"),
        pytest.param(f"{LAST}\n\nNghị quyết này {PASSED}", True, id="no full stop before it"),
        pytest.param(f"{LAST}. Nghị quyết này đã {PASSED}", True, id="in the same line"),
        pytest.param(
            f"{LAST}.\n\nNghị quyết được thông qua khi quá nửa tán thành.", False, id="rule"
        ),
        pytest.param(
            f"{LAST}.\n\nNghị quyết đã {PASSED}\n\nĐiều 2. Trách nhiệm\n\n1. Một.",
            False,
            id="articles go on",
        ),
    ],
)
def test_the_closing_sentence_is_a_unit(text: str, closing: bool) -> None:
    units = parsed(HEAD + text).resolution.provisions
    ends = [one.text for one in units if one.address.part is Part.CLOSING]
    assert bool(ends) is closing
    if closing:
        assert ends[0].startswith("Nghị quyết")
        last = [one for one in units if one.address.clause == 2]
        assert "Cao Bằng" not in last[0].words


def test_the_only_text_of_an_article_is_its_own() -> None:
    units = parsed(f"{HEAD}Điều 2. Hiệu lực thi hành\n\nNghị quyết này đã {PASSED}").resolution
    assert [one.text[:10] for one in units.provisions if one.address.article == 2] == ["Nghị quyết"]
