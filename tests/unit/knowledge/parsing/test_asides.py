"""Words that no address names: kept apart, whole, reported, and never words of another unit."""

from __future__ import annotations

import pytest

from knowledge.law.findings import FindingKind
from knowledge.law.references.citation import full_label
from knowledge.law.resolution import Aside, Head, Territory
from tests.support.documents.documents import CLEAN, at, in_annex, parsed

SIGNED = CLEAN.rstrip()
HEAD = """\
QUY CHẾ
Phối hợp thực hiện dân chủ ở cơ sở
(Ban hành kèm theo Nghị quyết số 12/2025/NQ-HĐND ngày 10 tháng 7 năm 2025 \
của Hội đồng nhân dân tỉnh An Giang)
"""
ARTICLES = """\
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Quy chế này quy định việc phối hợp.
Điều 2. Nguyên tắc
1. Kịp thời.
2. Công khai.
"""
STATE = "HỘI ĐỒNG NHÂN DÂN\nTỈNH AN GIANG\nĐộc lập - Tự do - Hạnh phúc\n"


def test_the_words_of_a_chapter_that_name_an_annex_elsewhere_begin_none() -> None:
    text = SIGNED.replace("Điều 1.", "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1.")
    reading = parsed(text)
    assert reading.findings == ()
    assert reading.resolution.asides == ()


@pytest.mark.parametrize(
    ("name", "title", "kind"),
    [
        pytest.param("QUY CHẾ", "Phối hợp thực hiện dân chủ ở cơ sở", "Quy chế", id="as it is"),
        pytest.param("QUY ĐỊNH", "Về hòa giải", "Quy định", id="of another kind"),
        pytest.param("Nội quy", "Về tiếp dân", "Nội quy", id="not in capitals"),
    ],
)
def test_an_annex_in_a_file_of_its_own_is_cited_with_what_it_was_passed_with(
    name: str, title: str, kind: str
) -> None:
    head = HEAD.replace("QUY CHẾ", name).replace("Phối hợp thực hiện dân chủ ở cơ sở", title)
    resolution = parsed(STATE + head + ARTICLES).resolution
    assert resolution.head == Head(
        number="12/2025/NQ-HĐND",
        kind="Nghị quyết",
        title=title,
        issuer="Hội đồng nhân dân tỉnh An Giang",
        issued_on=resolution.head.issued_on,
    )
    assert resolution.territory == Territory("tỉnh An Giang")
    assert full_label(in_annex("test", 1, 2, 1), resolution) == (
        f"khoản 1 Điều 2 {kind} ban hành kèm theo Nghị quyết số 12/2025/NQ-HĐND "
        "ngày 10/7/2025 của HĐND tỉnh An Giang"
    )


@pytest.mark.parametrize(
    ("passed", "named", "issuer", "territory"),
    [
        pytest.param(
            "Quyết định số 31/2025/QĐ-UBND",
            "Ủy ban nhân dân\nphường Kim Thanh",
            "Ủy ban nhân dân phường Kim Thanh",
            Territory("tỉnh Ninh Bình", "phường Kim Thanh"),
            id="committee of a commune",
        ),
        pytest.param(
            "Quyết định số 22/2018/QĐ-TTg",
            "Thủ tướng Chính phủ",
            "Thủ tướng Chính phủ",
            Territory(None, nationwide=True),
            id="Prime Minister",
        ),
        pytest.param(
            "Nghị quyết số 21/NQ-HĐND",
            "Hội đồng nhân dân phường Kim Thanh khóa I",
            "Hội đồng nhân dân phường Kim Thanh",
            Territory("tỉnh Ninh Bình", "phường Kim Thanh"),
            id="council with its term",
        ),
    ],
)
def test_an_annex_binds_whom_its_issuer_binds(
    passed: str, named: str, issuer: str, territory: Territory
) -> None:
    head = HEAD.replace("Nghị quyết số 12/2025/NQ-HĐND", passed)
    head = head.replace("Hội đồng nhân dân tỉnh An Giang", named)
    resolution = parsed(head + ARTICLES).resolution
    assert (resolution.head.issuer, resolution.territory) == (issuer, territory)


@pytest.mark.parametrize(
    ("label", "fault"),
    [
        pytest.param("Điều 99. B", FindingKind.UNPLACED, id="far away"),
        pytest.param("Điều 1. B", FindingKind.NUMBERING_REPEAT, id="again"),
    ],
)
def test_an_article_out_of_order_is_kept_apart(label: str, fault: FindingKind) -> None:
    reading = parsed(f"Điều 1. A.\nĐiều 2. A\n1. Một.\n{label}\n2. Hai.\nĐiều 3. C")
    addresses = [unit.address for unit in reading.resolution.provisions]
    assert addresses == [at("test", 1), at("test", 2), at("test", 2, 1), at("test", 3)]
    assert reading.resolution.asides == (Aside(f"{label}\n2. Hai.", 4, 5),)
    assert [(one.fault, one.line) for one in reading.findings] == [(fault, 4)]


def test_an_article_whose_heading_stands_there_twice_stays_whole() -> None:
    reading = parsed("Điều 1. A\n\nĐiều 1. A\n\n1. Một.")
    assert [unit.address for unit in reading.resolution.provisions] == [
        at("test", 1),
        at("test", 1, 1),
    ]
    assert reading.resolution.asides == ()


def test_wording_that_an_amendment_announces_stays_in_its_unit() -> None:
    text = "Điều 1. Sửa đổi\n1. Bổ sung Điều 5a như sau:\nĐiều 5a. Mới.\nĐiều 2. Hiệu lực."
    reading = parsed(text)
    assert reading.resolution.provisions[1].words.endswith("như sau:\nĐiều 5a. Mới.")
    assert reading.resolution.asides == ()
