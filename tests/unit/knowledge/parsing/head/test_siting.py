"""In which province a document of a commune applies, and that it applies to no namesake."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.gazetteer.places import Gazetteer
from knowledge.law.findings import Finding, FindingKind
from knowledge.parsing.lint import find_faults
from knowledge.validity.scope import scope_for
from tests.support.documents.documents import CLEAN, lines_of, of_commune, parsed

TAN_THANH = "xã Tân Thành"
BASIS = "Căn cứ Nghị quyết số 3/2025/NQ-HĐND ngày 09 tháng 7 năm 2025 của HĐND {};"
DAY = date(2026, 11, 30)


def _fault(text: str) -> Finding:
    """Return the one thing that is found of where the document `text` applies."""
    told = {FindingKind.MISSING_PROVINCE, FindingKind.PROVINCE_READ, FindingKind.PROVINCE_BY_NAME}
    (finding,) = [one for one in parsed(text).findings if one.fault in told]
    return finding


def _seat(place: str) -> str:
    return of_commune(TAN_THANH).replace("Xã, ngày", f"{place}, ngày")


def _above(line: str) -> str:
    return f"{line}\nXÃ TÂN THÀNH\n\n{of_commune(TAN_THANH)}"


@pytest.mark.parametrize(
    ("text", "province", "needle"),
    [
        pytest.param(
            of_commune(TAN_THANH, title=", tỉnh Lạng Sơn"),
            "tỉnh Lạng Sơn",
            "Tân Thành, tỉnh",
            id="title",
        ),
        pytest.param(
            of_commune(TAN_THANH, behind=", tỉnh Đồng Tháp"),
            "tỉnh Đồng Tháp",
            "Tân Thành, tỉnh",
            id="closing sentence",
        ),
        pytest.param(
            of_commune(TAN_THANH, behind=" tỉnh Đồng Tháp"),
            "tỉnh Đồng Tháp",
            "Tân Thành tỉnh",
            id="closing sentence, no comma",
        ),
        pytest.param(
            _seat("Tân Thành, tỉnh Tây Ninh"), "tỉnh Tây Ninh", "Tây Ninh, ngày", id="seat"
        ),
        pytest.param(
            _above("TỈNH THÁI NGUYÊN"), "tỉnh Thái Nguyên", "TỈNH THÁI NGUYÊN", id="letterhead"
        ),
        pytest.param(
            of_commune(TAN_THANH).replace("XÃ TÂN THÀNH", "XÃ TÂN THÀNH\n\nTỈNH THANH HOÁ"),
            "tỉnh Thanh Hóa",
            "XÃ TÂN THÀNH",
            id="below the issuer, other tone placement",
        ),
        pytest.param(
            of_commune(TAN_THANH).replace(
                "áp dụng trên địa bàn xã Tân Thành.",
                "áp dụng trên địa bàn xã Tân Thành thuộc tỉnh Lâm Đồng.",
            ),
            "tỉnh Lâm Đồng",
            "thuộc tỉnh Lâm Đồng",
            id="text",
        ),
        pytest.param(
            of_commune(TAN_THANH, title=", tỉnh Bình Thuận"),
            "tỉnh Lâm Đồng",
            "Tân Thành, tỉnh",
            id="former province, for the one of today",
        ),
        pytest.param(
            of_commune("phường Tân Thành", title=", TP. Hồ Chí Minh"),
            "thành phố Hồ Chí Minh",
            "Tân Thành, TP.",
            id="city, abbreviated",
        ),
        pytest.param(
            of_commune(TAN_THANH, title=", tỉnh Lạng Sơn", basis=BASIS.format("tỉnh Cà Mau")),
            "tỉnh Lạng Sơn",
            "Tân Thành, tỉnh",
            id="title, whatever a basis says",
        ),
    ],
)
def test_a_province_is_read_where_the_copy_says_it(text: str, province: str, needle: str) -> None:
    finding = _fault(text)
    assert (finding.fault, finding.detail) == (FindingKind.PROVINCE_READ, province)
    lines = text.splitlines()
    assert finding.line == 1 + next(n for n, line in enumerate(lines) if needle in line)
    assert parsed(text).resolution.territory.province == province


def test_a_document_of_before_the_mergers_keeps_the_province_of_then() -> None:
    text = of_commune(TAN_THANH, title=", huyện Hàm Thuận Nam, tỉnh Bình Thuận")
    assert parsed(text.replace("2025", "2023")).resolution.territory.province == "tỉnh Bình Thuận"


def test_a_commune_whose_name_no_other_has_lies_where_the_lists_say() -> None:
    text = of_commune("phường Kim Thanh")
    expected = Finding(FindingKind.PROVINCE_BY_NAME, 11, "phường Kim Thanh", "tỉnh Ninh Bình")
    assert _fault(text) == expected
    assert parsed(text).resolution.territory.province == "tỉnh Ninh Bình"


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        pytest.param(
            of_commune(TAN_THANH, basis=BASIS.format("tỉnh Lâm Đồng")),
            "tỉnh Lâm Đồng",
            id="basis that names a body of a province",
        ),
        pytest.param(
            of_commune(TAN_THANH).replace("- Chính phủ;", "- UBND t. Tây Ninh;"),
            "tỉnh Tây Ninh",
            id="recipient",
        ),
        pytest.param(
            of_commune(TAN_THANH).replace("Xã, ngày", "Tân Thành, ngày"),
            "tỉnh Lâm Đồng, tỉnh Lạng Sơn, tỉnh Quảng Trị, tỉnh Thanh Hóa, tỉnh Thái Nguyên, "
            "tỉnh Tây Ninh, tỉnh Đồng Tháp",
            id="nothing but the name, which seven bear",
        ),
        pytest.param(
            of_commune("phường Kim Thanh", basis=BASIS.format("tỉnh Lâm Đồng")),
            "tỉnh Lâm Đồng",
            id="a name of its own, and a basis that speaks against it",
        ),
        pytest.param(of_commune("xã Trăng Sao"), "", id="a name that nobody knows"),
        pytest.param(
            of_commune(TAN_THANH).replace(
                "- Tổ chức đối thoại.",
                "- Trao đổi với xã Tân Thành, tỉnh Lạng Sơn và xã Tân Thành, tỉnh Đồng Tháp.",
            ),
            "tỉnh Lạng Sơn, tỉnh Đồng Tháp",
            id="two namesakes named in the text",
        ),
    ],
)
def test_a_guess_is_proposed_and_not_taken(text: str, proposed: str) -> None:
    finding = _fault(text)
    assert (finding.fault, finding.line, finding.detail) == (
        FindingKind.MISSING_PROVINCE,
        11,
        proposed,
    )
    assert parsed(text).resolution.territory.province is None


@pytest.mark.parametrize("home", ["Lạng Sơn", "Đồng Tháp", "Thái Nguyên", "Tây Ninh"])
def test_a_document_applies_to_no_namesake(home: str) -> None:
    documents = [
        parsed(of_commune(TAN_THANH, title=title)).resolution
        for title in (f", tỉnh {home}", "", ", tỉnh Lâm Đồng")
    ]
    scopes = {
        place.province: scope_for(place, DAY, documents).resolutions
        for place in Gazetteer().parse(TAN_THANH)
    }
    assert len(scopes) == 7
    bound = {province for province, found in scopes.items() if found}
    assert bound == {f"tỉnh {home}", "tỉnh Lâm Đồng"}
    assert scopes[f"tỉnh {home}"] == (documents[0],)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param(
            of_commune(TAN_THANH, title=", tỉnh Cà Mau"), "xã Tân Thành, tỉnh Cà Mau", id="commune"
        ),
        pytest.param(
            CLEAN.replace("An Giang", "An Gian").replace("AN GIANG", "AN GIAN"),
            "tỉnh An Gian",
            id="province",
        ),
    ],
)
def test_a_place_that_no_list_knows_is_told(text: str, named: str) -> None:
    found = find_faults(lines_of(text), parsed(text))
    assert [one.excerpt for one in found if one.fault is FindingKind.UNKNOWN_PLACE] == [named]
