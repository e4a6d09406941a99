"""The words of a document give questions, one for each of its provisions."""

from __future__ import annotations

import pytest

from bot.publishing.rehearsing.own_questions import own_questions
from knowledge.law.resolution import Resolution
from tests.support.documents.documents import CLEAN, at, parsed, successor

LAST = "Điều 3. Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết."


def document(text: str = CLEAN) -> Resolution:
    return parsed(text).resolution


def asked(text: str, before: str | None = None) -> dict[tuple[object, ...], str]:
    previous = document(before) if before else None
    return {one.address.path: one.text for one in own_questions(document(text), previous)}


def test_every_provision_but_those_of_form_is_asked_about() -> None:
    told = asked(CLEAN)
    units = {unit.address for unit in document().provisions}
    expected = {one.path for one in units if one.article and one != at("test", 1)}
    assert told.keys() == expected
    assert told[2, 1, "a", None] == (
        "Về công khai thông tin, việc niêm yết tại nhà văn hóa được quy định thế nào?"
    )
    assert told[2, None, None, None] == "Các biện pháp bảo đảm được quy định thế nào?"


def test_articles_come_before_what_lies_in_them() -> None:
    depths = [sum(map(bool, one.address.path)) for one in own_questions(document(), None)]
    assert depths == sorted(depths)
    assert depths[0] < depths[-1]


def test_only_what_is_new_or_changed_is_asked_about() -> None:
    changed = CLEAN.replace("Niêm yết tại nhà văn hóa", "Niêm yết tại trụ sở ấp")
    changed = changed.replace("- Tổ chức đối thoại.", "- Tổ chức đối thoại.\n\n- Hỏi từng hộ.")
    assert asked(changed, CLEAN).keys() == {(2, 1, "a", None), (2, 2, None, 3)}
    assert asked(CLEAN, CLEAN) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Nghị quyết này có hiệu lực từ ngày 01 tháng 3 năm 2026.", id="effect"),
        pytest.param("Nghị quyết này áp dụng đối với các xóm trong tỉnh.", id="scope"),
        pytest.param("Bãi bỏ Nghị quyết số 07/2023/NQ-HĐND ngày 10 tháng 7 năm 2023.", id="an end"),
        pytest.param(
            "Nghị quyết số 12/2025/NQ-HĐND hết hiệu lực từ ngày Nghị quyết này có hiệu lực.",
            id="an end, of itself",
        ),
    ],
)
def test_sentences_of_form_are_asked_about_nowhere(sentence: str) -> None:
    assert (
        asked(CLEAN.replace(LAST, f"Điều 3. Xóm tự quản\n\n1. {sentence}"))
        .keys()
        .isdisjoint({(3, 1, None, None)})
    )


def test_what_stands_under_a_formal_heading_is_asked_about_nowhere() -> None:
    assert not [path for path in asked(successor("Tổ trưởng giữ sổ thu chi.")) if path[0] == 3]


def test_an_amendment_is_asked_about_in_the_words_that_hold_from_then_on() -> None:
    amends = (
        "Điều 3. Sửa đổi khoản 2 Điều 2 Nghị quyết số 12/2025/NQ-HĐND như sau: "
        "“2. Tổ trưởng mời bà con họp ba tháng một lần.”"
    )
    told = asked(CLEAN.replace("12/2025", "18/2026").replace(LAST, amends))
    assert "Tổ trưởng mời bà con họp bao lâu một lần?" in told.values()
