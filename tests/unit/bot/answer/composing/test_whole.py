from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.answer.composing.whole import passage, whole
from knowledge.language.text import normalise
from knowledge.law.fingerprint import fingerprint
from knowledge.law.resolution import Address, Part, Resolution
from knowledge.parsing.parser import parse_lines
from knowledge.validity.validity import changes_in
from tests.support.answers.answers import library
from tests.support.documents.documents import (
    BINH_DUONG,
    BUNDLED,
    CLEAN,
    LANG_SON,
    at,
    lines_of,
    parsed,
    successor,
)

MADE_UP = parsed(CLEAN).resolution


def test_a_provision_is_shown_under_its_heading_trail_and_with_its_citation() -> None:
    document = library()[BINH_DUONG]
    text = whole(at(BINH_DUONG, 1, 5, "d"), document)

    assert text.startswith("Điều 1. Thông qua các biện pháp")
    assert "\n\n5. Hỗ trợ, khuyến khích ứng dụng" in text
    assert "\n\nd) Xây dựng và hướng dẫn sử dụng ứng dụng biểu quyết trực tuyến" in text
    assert "a) Đẩy mạnh" not in text
    assert text.endswith(
        "— điểm d khoản 5 Điều 1 Nghị quyết (bản sao không ghi số) ngày 23/7/2024 của HĐND tỉnh "
        "Bình Dương; có hiệu lực từ ngày thông qua (23/7/2024)."
    )


def test_what_lies_inside_a_provision_is_numbered_as_in_the_text() -> None:
    text = whole(at("test", 2), MADE_UP)

    for line in (
        "Điều 2. Các biện pháp bảo đảm",
        "1. Công khai thông tin",
        "đ) Gửi văn bản đến từng hộ gia đình.",
        "- Tổ chức đối thoại.",
    ):
        assert line in text.splitlines()


@pytest.mark.parametrize("name", BUNDLED)
def test_every_provision_is_whole_word_for_word(name: str) -> None:
    document = library()[name]
    for unit in document.provisions:
        text = normalise(whole(unit.address, document))
        for inside in document.inside(unit.address):
            assert normalise(inside.words) in text


def test_a_passage_is_the_quote_and_where_it_stands() -> None:
    document = library()[BINH_DUONG]

    assert passage(at(BINH_DUONG, 3), document, "ai làm").splitlines()[0] == (
        "“Giao Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết.”"
    )
    assert "\n— Điều 3 Nghị quyết" in passage(at(BINH_DUONG, 3), document, "ai làm")


def test_a_long_passage_is_the_part_that_comes_nearest_to_the_question() -> None:
    address = at(LANG_SON, 4, 5, "d")
    text = passage(address, library()[LANG_SON], "hòm thư điện tử để góp ý")

    assert "\n“Sử dụng hòm thư điện tử, mạng xã hội để tiếp nhận ý kiến" in text
    assert "” (trích)" in text


def test_a_passage_of_a_list_stands_under_its_lead() -> None:
    text = passage(at("test", 2, 1, "b"), MADE_UP, "ai làm")

    assert text.splitlines()[:3] == [
        "Điều 2: “Các biện pháp bảo đảm”",
        "Khoản 1 Điều 2: “Công khai thông tin”",
        "“Đăng trên trang thông tin điện tử;”",
    ]


def changed(document: Resolution, address: Address) -> Resolution:
    units = (
        replace(unit, text=unit.text + " Thêm.") if unit.address == address else unit
        for unit in document.provisions
    )
    return replace(document, provisions=tuple(units))


@pytest.mark.parametrize(
    ("altered", "differs"),
    [
        pytest.param(at("test", 2, 1), True, id="itself"),
        pytest.param(at("test", 2, 1, "a"), True, id="inside it"),
        pytest.param(at("test", 2, 2), False, id="beside it"),
        pytest.param(at("test", 2), False, id="around it"),
    ],
)
def test_a_fingerprint_tells_whether_the_words_are_still_the_same(
    altered: Address, differs: bool
) -> None:
    mark = fingerprint(at("test", 2, 1), MADE_UP)

    assert len(mark) == 16
    assert (fingerprint(at("test", 2, 1), changed(MADE_UP, altered)) != mark) is differs


def ask_passage(address: Address, document: Resolution) -> str:
    return passage(address, document, "ai làm")


@pytest.mark.parametrize("show", [whole, fingerprint, ask_passage])
def test_of_a_provision_that_is_not_there_nothing_is_shown(
    show: Callable[[Address, Resolution], str],
) -> None:
    with pytest.raises(LookupError, match="Điều 99"):
        show(at("test", 99), MADE_UP)


def test_other_parts_are_shown_without_a_number() -> None:
    text = whole(Address("test", Part.SIGNATURE), MADE_UP)

    assert text.startswith("TM. HỘI ĐỒNG NHÂN DÂN\nCHỦ TỊCH\nLê Văn An\n\n—")
    assert "— phần chữ ký Nghị quyết số 12/2025/NQ-HĐND" in text


def test_what_another_document_has_changed_stands_before_the_words() -> None:
    old = parsed(CLEAN).resolution
    said = "Bãi bỏ điểm a khoản 1 Điều 2 Nghị quyết số 12/2025/NQ-HĐND."
    new = parse_lines(lines_of(successor(said)), "new").resolution
    (change,) = changes_in((old, new))
    first, *_, last = whole(at("test", 2, 1), old, (change,)).splitlines()
    assert first.startswith("Lưu ý: điểm a khoản 1 Điều 2 đã bị bãi bỏ từ ngày 01/3/2026")
    assert last.startswith("— khoản 1 Điều 2")
