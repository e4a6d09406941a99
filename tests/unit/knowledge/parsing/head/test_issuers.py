"""Heads of laws, decrees, decisions and circulars."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.gazetteer.places import Place
from knowledge.law.resolution import Territory
from knowledge.parsing.head.issuers import bound_by
from knowledge.validity.scope import scope_for
from tests.support.documents.documents import CLEAN, parsed

NATION = Territory(None, nationwide=True)
DECREE = """\
CHÍNH PHỦ
Số: 59/2023/NĐ-CP
Hà Nội, ngày 14 tháng 8 năm 2023
NGHỊ ĐỊNH
Quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở
Căn cứ Nghị quyết số 5/NQ-HĐND của Hội đồng nhân dân tỉnh An Giang;
Điều 1. Hiệu lực
Nghị định này có hiệu lực kể từ ngày ký ban hành.
"""
LAW = """\
QUỐC HỘI
Luật số: 10/2022/QH15
LUẬT
THỰC HIỆN DÂN CHỦ Ở CƠ SỞ
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Điều 1. Hiệu lực
Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2023.
Luật này được Quốc hội khóa XV, kỳ họp thứ 4 thông qua ngày 10 tháng 11 năm 2022.
"""
CIRCULAR = """\
BỘ NỘI VỤ
Số: 01/2024/TT-BNV
Hà Nội, ngày 02 tháng 01 năm 2024
THÔNG TƯ
Hướng dẫn thi đua
Căn cứ Nghị định số 63/2022/NĐ-CP về cơ cấu tổ chức của Bộ Nội vụ;
Điều 1. A.
"""
DECISION = """\
ỦY BAN NHÂN DÂN
TỈNH AN GIANG
Số: 12/2024/QĐ-UBND
An Giang, ngày 02 tháng 01 năm 2024
QUYẾT ĐỊNH
Ban hành Quy chế
ỦY BAN NHÂN DÂN TỈNH AN GIANG
Căn cứ Luật Tổ chức chính quyền địa phương;
Điều 1. A.
"""


@pytest.mark.parametrize(
    ("text", "kind", "number", "issuer", "territory"),
    [
        pytest.param(DECREE, "Nghị định", "59/2023/NĐ-CP", "Chính phủ", NATION, id="decree"),
        pytest.param(LAW, "Luật", "10/2022/QH15", "Quốc hội", NATION, id="law"),
        pytest.param(CIRCULAR, "Thông tư", "01/2024/TT-BNV", "Bộ Nội vụ", NATION, id="circular"),
        pytest.param(
            DECREE.replace("59/2023/NĐ-CP", "22/2018/QĐ-TTg").replace("NGHỊ ĐỊNH", "QUYẾT ĐỊNH"),
            "Quyết định",
            "22/2018/QĐ-TTg",
            "Thủ tướng Chính phủ",
            NATION,
            id="decision of the Prime Minister",
        ),
        pytest.param(
            DECISION,
            "Quyết định",
            "12/2024/QĐ-UBND",
            "Ủy ban nhân dân tỉnh An Giang",
            Territory("tỉnh An Giang"),
            id="decision of a People's Committee",
        ),
        pytest.param(
            DECISION.replace("12/2024/QĐ-UBND", "12/2024/QĐ-CTUBND").replace(
                "ỦY BAN", "CHỦ TỊCH ỦY BAN"
            ),
            "Quyết định",
            "12/2024/QĐ-CTUBND",
            "Chủ tịch Ủy ban nhân dân tỉnh An Giang",
            Territory("tỉnh An Giang"),
            id="decision of a chairman",
        ),
        pytest.param(
            "Luật Đất đai số 31/2024/QH15 (18/01/2024) – bản gốc\nĐiều 1. A.",
            "Luật",
            "31/2024/QH15",
            "Quốc hội",
            NATION,
            id="head of one line",
        ),
    ],
)
def test_the_head_tells_who_issued_what(
    text: str, kind: str, number: str, issuer: str, territory: Territory
) -> None:
    document = parsed(text).resolution
    assert (document.head.kind, document.head.number) == (kind, number)
    assert (document.head.issuer, document.territory) == (issuer, territory)


@pytest.mark.parametrize(
    ("issuer", "territory"),
    [
        pytest.param("Hội đồng nhân dân tỉnh An Giang", Territory("tỉnh An Giang"), id="province"),
        pytest.param(
            "Ủy ban nhân dân xã Tân Thành, tỉnh Lạng Sơn",
            Territory(None, "xã Tân Thành"),
            id="commune",
        ),
        pytest.param("Chính phủ", NATION, id="government"),
        pytest.param("Bộ Nội vụ", NATION, id="ministry"),
        pytest.param("Hội Nông dân", Territory(None), id="neither"),
    ],
)
def test_an_issuer_that_is_named_tells_whom_its_documents_bind(
    issuer: str, territory: Territory
) -> None:
    assert bound_by(issuer) == territory


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (DECREE, "Quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở"),
        (LAW, "Thực hiện dân chủ ở cơ sở"),
        (DECISION, "Ban hành Quy chế"),
    ],
    ids=["decree", "law", "decision"],
)
def test_the_title_stands_between_kind_and_bases(text: str, title: str) -> None:
    assert parsed(text).resolution.head.title == title


def test_a_law_says_passage_and_effect_in_two_places() -> None:
    effect = parsed(LAW).resolution.effect
    assert (effect.passed_on, effect.since) == (date(2022, 11, 10), date(2023, 7, 1))


def test_a_decree_may_be_in_force_since_it_was_signed() -> None:
    assert parsed(DECREE).resolution.effect.since == date(2023, 8, 14)


def test_what_binds_the_nation_applies_everywhere_and_comes_last() -> None:
    law, resolution = parsed(LAW).resolution, parsed(CLEAN).resolution
    place = Place(province="tỉnh An Giang", former_province="tỉnh An Giang")
    assert scope_for(place, date(2026, 1, 1), [law, resolution]).resolutions == (resolution, law)
    elsewhere = Place(province="thành phố Huế", former_province="thành phố Huế")
    assert scope_for(elsewhere, date(2026, 1, 1), [law, resolution]).resolutions == (law,)
