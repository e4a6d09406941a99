"""What the keepers of a library are told to look at."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.library.library import read_library, source_files
from knowledge.library.radar import Concern, Notice, watch
from knowledge.library.source_notes import read_notes
from tests.support.documents.documents import CLEAN, successor

DAY = date(2026, 11, 22)
LAW = """\
Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 (10/11/2022)

Điều 1. Phạm vi điều chỉnh

Luật này quy định về thực hiện dân chủ ở cơ sở.

Điều 2. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2023.
"""
AMENDING = """\
Luật Sửa đổi một số điều của Luật Thực hiện dân chủ ở cơ sở số 97/2025/QH15 ({day})

Điều 1. Sửa đổi Luật Thực hiện dân chủ ở cơ sở

Sửa đổi, bổ sung khoản 2 Điều 1 của Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 như sau:

“2. Mới.”

Điều 2. Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2026.
"""
OF_A_COMMUNE = CLEAN.replace("TỈNH AN GIANG", "XÃ TÂN THÀNH").replace(
    "nhân dân tỉnh An Giang", "nhân dân xã Tân Thành"
)
PROVINCE = '[province]\nreason = "Theo trang của tỉnh."\n'


def notices(folder: Path, **sources: str) -> list[Notice]:
    for name, text in sources.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    copies = {source.stem: read_notes(source) for source in source_files(folder)}
    return list(watch(read_library(folder), DAY, copies))


def told(folder: Path, **sources: str) -> list[tuple[str, Concern]]:
    return [(one.resolution.id, one.concern) for one in notices(folder, **sources)]


def test_a_sound_library_is_quiet(tmp_path: Path) -> None:
    assert told(tmp_path, own=CLEAN) == []


@pytest.mark.parametrize(
    "basis",
    [
        pytest.param("Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022", id="by its day"),
        pytest.param("Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15", id="by its number"),
    ],
)
def test_a_basis_that_another_document_changed_is_told(tmp_path: Path, basis: str) -> None:
    own = CLEAN.replace("Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022", basis)
    found = [
        (one.resolution.id, one.basis.id, one.changed_by.id)
        for one in notices(tmp_path, own=own, law=LAW, amending=AMENDING.format(day="10/12/2025"))
        if one.concern is Concern.BASIS_CHANGED and one.basis and one.changed_by
    ]

    assert found == [("own", "law", "amending")]


@pytest.mark.parametrize(
    ("own", "day"),
    [
        pytest.param(CLEAN, "10/01/2025", id="changed before"),
        pytest.param(
            CLEAN.replace("ngày 10 tháng 11 năm 2022", "ngày 20 tháng 4 năm 2007"),
            "10/12/2025",
            id="an older law of the name",
        ),
    ],
)
def test_a_basis_is_left_alone_that_did_not_change_since(
    tmp_path: Path, own: str, day: str
) -> None:
    library = {"own": own, "law": LAW, "amending": AMENDING.format(day=day)}

    assert ("own", Concern.BASIS_CHANGED) not in told(tmp_path, **library)


@pytest.mark.parametrize(
    ("until", "found"),
    [
        pytest.param("2026-11-21", [], id="over"),
        pytest.param("2026-11-22", [("own", Concern.ENDS_SOON)], id="today"),
        pytest.param("2027-01-21", [("own", Concern.ENDS_SOON)], id="in sixty days"),
        pytest.param("2027-01-22", [], id="later"),
    ],
)
def test_an_end_within_sixty_days_is_told(
    tmp_path: Path, until: str, found: list[tuple[str, Concern]]
) -> None:
    corrections = f'[in_force_until]\nvalue = {until}\nreason = "Theo nghị quyết mới."\n'
    (tmp_path / "own.corrections.toml").write_text(corrections, encoding="utf-8")

    assert told(tmp_path, own=CLEAN) == found


@pytest.mark.parametrize(
    ("since", "found"),
    [
        pytest.param("2026-11-22", [], id="today"),
        pytest.param("2026-11-23", [("own", Concern.BEGINS_SOON)], id="tomorrow"),
        pytest.param("2027-01-21", [("own", Concern.BEGINS_SOON)], id="in sixty days"),
        pytest.param("2027-01-22", [], id="later"),
    ],
)
def test_a_beginning_within_sixty_days_is_told(
    tmp_path: Path, since: str, found: list[tuple[str, Concern]]
) -> None:
    corrections = f'[in_force_since]\nvalue = {since}\nreason = "Theo công báo."\n'
    (tmp_path / "own.corrections.toml").write_text(corrections, encoding="utf-8")

    assert told(tmp_path, own=CLEAN) == found


def test_an_end_that_another_document_brings_names_it(tmp_path: Path) -> None:
    ended = "Nghị quyết số 12/2025/NQ-HĐND hết hiệu lực từ ngày 01 tháng 12 năm 2026."
    found = [
        (one.resolution.id, one.last_day, one.changed_by and one.changed_by.id)
        for one in notices(tmp_path, new=successor(ended), own=CLEAN)
        if one.concern is Concern.ENDS_SOON
    ]

    assert found == [("own", date(2026, 11, 30), "new")]


def test_provisions_that_another_document_changes_are_told(tmp_path: Path) -> None:
    repealed = "Bãi bỏ khoản 1 Điều 4 Nghị quyết số 12/2025/NQ-HĐND."
    found = [
        (one.resolution.id, [change.target.path for change in one.changes])
        for one in notices(tmp_path, new=successor(repealed), own=CLEAN)
        if one.concern is Concern.PARTS_CHANGED
    ]

    assert found == [("own", [(4, 1, None, None)])]


@pytest.mark.parametrize(
    ("own", "corrections", "missing"),
    [
        pytest.param(CLEAN.replace("Số: 12/2025/NQ-HĐND", ""), "", ["number"], id="number"),
        pytest.param(
            CLEAN.replace("Số: 12/2025/NQ-HĐND", ""),
            '[number]\nreason = "Bản sao để trống."\n',
            [],
            id="number, answered",
        ),
        pytest.param(OF_A_COMMUNE, "", ["province"], id="province of a commune"),
        pytest.param(OF_A_COMMUNE, PROVINCE, [], id="province, answered"),
    ],
)
def test_a_fact_is_missing_until_a_person_has_answered(
    tmp_path: Path, own: str, corrections: str, missing: list[str]
) -> None:
    (tmp_path / "own.corrections.toml").write_text(corrections, encoding="utf-8")

    assert [one.missing for one in notices(tmp_path, own=own)] == missing


def test_a_serious_fault_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, own=CLEAN.replace("Niêm yết", "干涉 Niêm yết")) == [
        ("own", Concern.SERIOUS_FAULT)
    ]
