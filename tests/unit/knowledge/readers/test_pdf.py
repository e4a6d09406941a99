"""PDF files: lines, columns, paragraphs and furniture from where letters stand."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from knowledge.findings import Fault
from knowledge.readers.columns import blocks
from knowledge.readers.extract import Refusal, Scanned
from knowledge.readers.flow import flowing
from knowledge.readers.furniture import without_furniture
from knowledge.readers.pdf import read
from knowledge.readers.printed import Glyph, Line, Segment, printed_lines
from tests.papers import pdf_file, picture_pdf

SIZE = 10.0
WIDTH = 5.0
"""Of every letter."""
LEFT, RIGHT = 50.0, 350.0


def glyphs(text: str, left: float = LEFT, base: float = 700.0) -> list[Glyph]:
    return [
        Glyph(letter, left + place * WIDTH, left + (place + 1) * WIDTH, base, SIZE)
        for place, letter in enumerate(text)
    ]


def line(text: str, base: float, left: float = LEFT, page: int = 1) -> Line:
    [only] = printed_lines(glyphs(text, left, base), page)
    return only


def segment(text: str, left: float) -> Segment:
    return line(text, 0, left).segments[0]


def side_by_side(base: float, *columns: tuple[str, float]) -> Line:
    return Line(1, base, SIZE, tuple(segment(text, left) for text, left in columns))


def texts(lines: Iterable[Line]) -> list[str]:
    return [text for text in flowing(list(blocks(list(lines)))) if text]


def test_letters_are_read_from_left_to_right_however_they_are_drawn() -> None:
    plain = [glyph for glyph in glyphs("HỘI ĐỒNG") if glyph.text.isascii()]
    marked = [glyph for glyph in glyphs("HỘI ĐỒNG") if not glyph.text.isascii()]
    [read_line] = printed_lines(plain + marked, 1)
    assert read_line.text == "HỘI ĐỒNG"


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        pytest.param(glyphs("a") + glyphs("b", LEFT + 3 * WIDTH), "a b", id="gap"),
        pytest.param(glyphs("a") + glyphs("b", LEFT + WIDTH + 1), "ab", id="kerning"),
        pytest.param(glyphs("ab") + glyphs("ab", LEFT + 0.5), "ab", id="letters drawn twice"),
        pytest.param(glyphs("aa"), "aa", id="the same letter twice"),
        pytest.param(glyphs("a") + glyphs("b", LEFT + WIDTH, 702.0), "ab", id="uneven base line"),
    ],
)
def test_words_are_told_by_gaps(drawn: list[Glyph], text: str) -> None:
    [read_line] = printed_lines(drawn, 1)
    assert read_line.text == text


def test_a_wide_gap_parts_columns() -> None:
    [read_line] = printed_lines(glyphs("abc") + glyphs("def", 200.0), 1)
    assert [one.text for one in read_line.segments] == ["abc", "def"]


FULL = "x" * 28 + " " + "y" * 30
"""Reaches from the left to the right margin."""


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        pytest.param(
            [line(FULL, 700), line("nhân dân", 686), line(FULL, 672)],
            [f"{FULL} nhân dân", FULL],
            id="a full line goes on, a short one ends",
        ),
        pytest.param(
            [line("Điều 1. Phạm vi", 700), line("xã hội", 686), line(FULL, 672)],
            ["Điều 1. Phạm vi", "xã hội", FULL],
            id="what would have had room was broken by a person",
        ),
        pytest.param(
            [line(FULL, 60), line("nhân dân", 780, page=2), line(FULL, 766, page=2)],
            [f"{FULL} nhân dân", FULL],
            id="a sentence goes on over a page",
        ),
        pytest.param(
            [line(FULL, 700), line("Một.", 670), line(FULL, 656), line("hai.", 642)],
            [FULL, "Một.", f"{FULL} hai."],
            id="a distance parts paragraphs",
        ),
        pytest.param(
            [line(f"{FULL[:-1]}.", 700), line("a) Một", 686), line(FULL, 672)],
            [f"{FULL[:-1]}.", "a) Một", FULL],
            id="a label behind a full line that ends a sentence",
        ),
    ],
)
def test_paragraphs_are_told_by_how_full_lines_are(
    lines: list[Line], paragraphs: list[str]
) -> None:
    assert texts(lines) == paragraphs


def test_where_paragraphs_are_indented_a_line_at_the_margin_goes_on() -> None:
    indented = FULL[4:]
    lines = [
        *(line(indented, 700, LEFT + 20), line("dân.", 686)),
        *(line(indented[:-1] + ".", 672, LEFT + 20), line("Nhân dân được biết.", 658)),
        line("Một.", 644, LEFT + 20),
        line("Hai.", 630, LEFT + 20),
    ]
    assert texts(lines) == [
        f"{indented} dân.",
        f"{indented[:-1]}. Nhân dân được biết.",
        "Một.",
        "Hai.",
    ]


def test_a_head_in_two_columns_is_read_one_after_the_other() -> None:
    lines = [
        side_by_side(700, ("HỘI ĐỒNG NHÂN DÂN", 50), ("CỘNG HÒA XÃ HỘI", 220)),
        side_by_side(686, ("TỈNH AN GIANG", 60), ("Độc lập - Tự do", 225)),
        side_by_side(660, ("Số: 12/NQ-HĐND", 55), ("An Giang, ngày 1 tháng 7", 215)),
        line("NGHỊ QUYẾT", 630, 170),
    ]
    assert texts(lines) == [
        *("HỘI ĐỒNG NHÂN DÂN", "TỈNH AN GIANG", "Số: 12/NQ-HĐND"),
        *("CỘNG HÒA XÃ HỘI", "Độc lập - Tự do", "An Giang, ngày 1 tháng 7"),
        "NGHỊ QUYẾT",
    ]


def test_recipients_beside_the_signature_are_read_first() -> None:
    lines = [
        side_by_side(700, ("Nơi nhận:", 50), ("CHỦ TỊCH", 250)),
        line("- Chính phủ;", 686),
        line("- Lưu: VT.", 672),
        line("Lê Văn An", 640, 250),
    ]
    assert texts(lines) == ["Nơi nhận:", "- Chính phủ;", "- Lưu: VT.", "CHỦ TỊCH", "Lê Văn An"]


def test_a_table_is_read_row_by_row() -> None:
    lines = [
        side_by_side(700, ("Mức", 50), ("Số tiền", 250)),
        side_by_side(686, ("Một", 50), ("500", 250)),
        line("Điều 2. Kinh phí", 660),
    ]
    assert texts(lines) == ["Mức | Số tiền", "Một | 500", "Điều 2. Kinh phí"]


def test_what_pages_repeat_and_count_is_left_out_and_reported() -> None:
    pages = [
        [
            line("Công báo số 12", 800, page=page),
            line(f"Điều {page}. Riêng", 780, page=page),
            line(f"nội dung {'abcd'[page]}", 766, page=page),
            line(f"dòng {'abcd'[page]}", 752, page=page),
            line(f"- {page} -", 30, page=page),
        ]
        for page in (1, 2, 3)
    ]
    kept, left_out = without_furniture([one for page in pages for one in page])
    assert [one.text for one in kept if "số" in one.text or "- " in one.text] == []
    assert len(kept) == 9
    assert [(found.fault, found.excerpt, found.detail) for found in left_out] == [
        (Fault.LEFT_OUT, "Công báo số 12", "3"),
        (Fault.LEFT_OUT, "- 1 -", "3"),
    ]


def test_a_number_that_counts_no_pages_stays() -> None:
    lines = [line("a", 800), line("7", 30), line("b", 800, page=2), line("7", 30, page=2)]
    kept, left_out = without_furniture(lines)
    assert (kept, left_out) == (lines, [])


def test_a_pdf_is_read() -> None:
    assert read(pdf_file(["Dieu 1. Pham vi dieu chinh"])).lines == ("Dieu 1. Pham vi dieu chinh",)


def test_a_pdf_of_pictures_is_told_as_such() -> None:
    with pytest.raises(Scanned) as found:
        read(picture_pdf(pages=2))
    assert found.value.pages == 2


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        pytest.param(b"%PDF-1.4 damaged", "is damaged", id="damaged"),
        pytest.param(pdf_file([""]), "holds no text", id="empty page"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        read(raw)
