"""What a candidate would end and change, in the library and beyond it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from knowledge.library.intake.effects import Effects, effects_of
from prompts.render import render
from tests.support.documents.documents import CLEAN, parsed

OLD = replace(parsed(CLEAN).resolution, id="old")
NEW = CLEAN.replace("12/2025", "30/2026").replace("20 tháng 7 năm 2025", "01 tháng 3 năm 2026")
LAST_ARTICLE = "Điều 3. Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết."
LISTED = "Nghị quyết số 12/2025/NQ-HĐND ngày 10 tháng 7 năm 2025 của HĐND tỉnh An Giang"


def effects(sentence: str) -> Effects:
    text = NEW.replace(LAST_ARTICLE, f"Điều 3. Hiệu lực\n\n{sentence}")
    return effects_of(replace(parsed(text).resolution, id="new"), (OLD,))


def test_documents_of_the_library_and_others_are_told_apart() -> None:
    found = effects(
        f"Bãi bỏ các Nghị quyết sau:\n\na) {LISTED};\n\n"
        "b) Nghị quyết số 5/2017/NQ-HĐND ngày 06/7/2017 của HĐND tỉnh An Giang."
    )
    assert [(one.ended.id, one.day) for one in found.ends] == [("old", date(2026, 3, 1))]
    assert [(one.number, one.dated) for one in found.absent] == [
        ("5/2017/NQ-HĐND", date(2017, 7, 6))
    ]
    assert found.changes == ()
    told = render("adding/effects", effects=found)
    assert "hết hiệu lực toàn bộ từ ngày 01/3/2026" in told
    assert "1 văn bản không có trong kho: số 5/2017/NQ-HĐND ngày 06/7/2017" in told


def test_a_part_is_a_change() -> None:
    found = effects(f"Bãi bỏ Điều 2 {LISTED}.")
    assert (found.ends, found.absent, len(found.changes)) == ((), (), 1)
    assert "Điều 2 của Nghị quyết số 12/2025/NQ-HĐND" in render("adding/effects", effects=found)


def test_nothing_is_told_as_nothing() -> None:
    found = effects("Nghị quyết này được đăng công báo.")
    assert found.nothing
    assert "không thay, không sửa đổi" in render("adding/effects", effects=found)
