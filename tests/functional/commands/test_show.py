"""`danbiet show`: the parsed structure of a document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.documents.documents import (
    BINH_DUONG,
    BUNDLED,
    CA_MAU,
    CLEAN,
    KIM_THANH,
    LANG_SON,
    NINH_BINH,
    bundled,
    successor,
)
from tests.support.running.danbiet import run

ADDRESS = ["resolution", "part", "article", "clause", "point", "bullet"]


def units(name: str | Path) -> list[dict[str, Any]]:
    result = run("show", name, "--json")
    assert (result.returncode, result.stderr) == (0, "")
    shown: list[dict[str, Any]] = json.loads(result.stdout)
    return shown


@pytest.mark.parametrize("name", BUNDLED)
def test_prints_every_unit_with_its_address_and_words(name: str) -> None:
    shown = units(name)

    assert [list(unit)[:6] for unit in shown] == [ADDRESS] * len(shown)
    assert all(
        set(unit) - set(ADDRESS) in ({"heading"}, {"text"}, {"heading", "text"}) for unit in shown
    )
    assert {unit["resolution"] for unit in shown} == {name}
    assert len({tuple(unit[key] for key in ADDRESS) for unit in shown}) == len(shown)


@pytest.mark.parametrize(
    ("name", "articles"),
    [(BINH_DUONG, 29), (CA_MAU, 32), (KIM_THANH, 50), (LANG_SON, 51), (NINH_BINH, 52)],
)
def test_counts_the_units_of_articles(name: str, articles: int) -> None:
    assert sum(unit["part"] == "article" for unit in units(name)) == articles


def test_shows_a_file_as_it_shows_a_document_of_the_library(tmp_path: Path) -> None:
    path = tmp_path / "an-giang.txt"
    path.write_text(CLEAN, encoding="utf-8")

    assert {unit["resolution"] for unit in units(path)} == {"an-giang"}


def test_prints_the_structure_for_people() -> None:
    result = run("show", LANG_SON)
    document = bundled(LANG_SON)

    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(
        "Nghị quyết số 08/2024/NQ-HĐND ngày 23/7/2024 của HĐND tỉnh Lạng Sơn\n"
        "Đang có hiệu lực, từ ngày 05/8/2024.\n\n[phần mở đầu] "
    )
    assert all(unit.words in result.stdout for unit in document.provisions)
    assert "\n[điểm c khoản 2 Điều 4] " in result.stdout


def test_tells_by_what_a_document_of_the_library_stands(tmp_path: Path) -> None:
    added = tmp_path / "resolutions"
    added.mkdir()
    (added / "old.txt").write_text(CLEAN, encoding="utf-8")
    (added / "new.txt").write_text(
        successor("Nghị quyết này thay thế Nghị quyết số 12/2025/NQ-HĐND."), encoding="utf-8"
    )

    _, told, *_ = run("show", "old", data=tmp_path).stdout.splitlines()

    assert told.startswith(
        "Đã hết hiệu lực toàn bộ, từ ngày 20/7/2025, ngày cuối cùng là 28/02/2026, "
        "bị thay thế theo khoản 1 Điều 3 Nghị quyết số 30/2026/NQ-HĐND"
    )


def test_another_document_that_cannot_be_read_keeps_nobody_from_reading_one(tmp_path: Path) -> None:
    added = tmp_path / "resolutions"
    added.mkdir()
    (added / "broken.txt").write_text("Không có gì.", encoding="utf-8")

    result = run("show", LANG_SON, data=tmp_path)

    assert result.returncode == 0
    assert "Chưa xác định được tình trạng hiệu lực: " in result.stdout
    assert "[phần mở đầu]" in result.stdout


def test_prints_an_annex_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "an-giang.txt"
    path.write_text(f"{CLEAN}\nPHỤ LỤC\nMức chi | 500\n", encoding="utf-8")
    assert run("show", path).stdout.endswith("[Phụ lục] PHỤ LỤC\nMức chi | 500\n")


def test_a_note_is_shown_with_its_unit_and_is_no_word_of_it(tmp_path: Path) -> None:
    path = tmp_path / "an-giang.txt"
    noted = CLEAN.replace("nhà văn hóa;", "nhà văn hóa[1];") + "\n[1] Điểm này được bổ sung.\n"
    path.write_text(noted, encoding="utf-8")

    assert "hóa;\n[chú thích 1] Điểm này được bổ sung.\n" in run("show", path).stdout
    [point] = [unit for unit in units(path) if "notes" in unit]
    assert point["text"] == "Niêm yết tại nhà văn hóa;"
    assert point["notes"] == [{"sign": "1", "text": "Điểm này được bổ sung."}]


def test_an_annex_in_a_file_of_its_own_is_shown_with_its_document_and_alone(
    unindexed: Path,
) -> None:
    added = unindexed / "resolutions"
    added.mkdir(parents=True)
    (added / "an-giang-12-2025.txt").write_text(CLEAN, encoding="utf-8")
    (added / "own.txt").write_text(
        "QUY CHẾ\nTiếp công dân\n(Ban hành kèm theo Nghị quyết số 12/2025/NQ-HĐND của Hội đồng "
        "nhân dân tỉnh An Giang)\nĐiều 1. Nơi tiếp\n1. Tại trụ sở.\n",
        encoding="utf-8",
    )
    whole = run("show", "an-giang-12-2025", data=unindexed).stdout
    alone = run("show", "own", data=unindexed).stdout
    for shown in (whole, alone):
        assert "[khoản 1 Điều 1 Quy chế] Tại trụ sở." in shown
        assert "từ ngày 20/7/2025" in shown
    assert "[Điều 3] Ủy ban" in whole
    assert "[Điều 3]" not in alone
