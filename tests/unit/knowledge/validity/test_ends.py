"""A document that another of the library replaces or repeals is in force no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge.law.resolution import Resolution
from knowledge.library.library import read_library
from knowledge.validity.ends import find_ends, with_ends
from knowledge.validity.scope import scope_for
from knowledge.validity.standing import Standing, standing
from tests.support.documents.documents import CLEAN, parsed

OLD = replace(parsed(CLEAN).resolution, id="old")
NEW = CLEAN.replace("12/2025", "30/2026").replace("20 tháng 7 năm 2025", "01 tháng 3 năm 2026")
IN_CLOSING_YEAR = "Nghị quyết số 12/2025/NQ-HĐND ngày 10 tháng 7 năm 2025 của Hội đồng nhân dân"
LAST_ARTICLE = "Điều 3. Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết."


def new(sentence: str, text: str = NEW) -> Resolution:
    body = text.replace(LAST_ARTICLE, f"Điều 3. Hiệu lực\n\n{sentence}")
    return replace(parsed(body).resolution, id="new")


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        pytest.param(
            f"Nghị quyết này thay thế {IN_CLOSING_YEAR}.", date(2026, 2, 28), id="replaced"
        ),
        pytest.param(f"Bãi bỏ toàn bộ {IN_CLOSING_YEAR}.", date(2026, 2, 28), id="repealed"),
        pytest.param(
            f"{IN_CLOSING_YEAR} hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
            date(2026, 2, 28),
            id="expired with it",
        ),
        pytest.param(
            f"{IN_CLOSING_YEAR} hết hiệu lực từ ngày 15 tháng 5 năm 2026.",
            date(2026, 5, 14),
            id="expired on a day",
        ),
        pytest.param(
            f"{IN_CLOSING_YEAR} hết hiệu lực từ ngày 15 tháng 5 năm 2026, trừ Điều 2.",
            None,
            id="but for a part",
        ),
        pytest.param(f"Bãi bỏ Điều 2 {IN_CLOSING_YEAR}.", None, id="only a provision"),
        pytest.param(
            f"Bãi bỏ Phụ lục ban hành kèm theo {IN_CLOSING_YEAR}.", None, id="only an annex"
        ),
        pytest.param(
            f"Sửa đổi, bổ sung {IN_CLOSING_YEAR} như sau:\n“Mới.”", None, id="only amended"
        ),
        pytest.param(
            "Nghị quyết này thay thế Nghị quyết số 12/NQ-HĐND.", None, id="number without a year"
        ),
    ],
)
def test_only_what_is_ended_as_a_whole_ends(sentence: str, last: date | None) -> None:
    assert [one.effect.until for one in with_ends([OLD, new(sentence)])] == [last, None]


def test_a_council_ends_only_its_own_resolutions() -> None:
    elsewhere = NEW.replace("AN GIANG", "CÀ MAU").replace("An Giang", "Cà Mau")
    other = new(f"Nghị quyết này thay thế {IN_CLOSING_YEAR}.", elsewhere)

    assert find_ends([OLD, other]) == ()


def test_the_library_knows_what_took_the_place_of_what(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(CLEAN, encoding="utf-8")
    body = NEW.replace(
        LAST_ARTICLE, f"Điều 3. Hiệu lực\n\nNghị quyết này thay thế {IN_CLOSING_YEAR}."
    )
    (tmp_path / "new.txt").write_text(body, encoding="utf-8")
    library = read_library(tmp_path)

    by_id = {one.id: one for one in library}
    assert standing(by_id["old"], date(2026, 2, 28)) is Standing.IN_FORCE
    assert standing(by_id["old"], date(2026, 3, 1)) is Standing.EXPIRED
    assert [one.id for one in scope_for(None, date(2026, 3, 1), library).resolutions] == ["new"]
