"""PDF files: lines, columns, paragraphs and furniture from where letters stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest

from knowledge.law.findings import FindingKind, Severity
from knowledge.readers.extract import Refusal, Scanned
from knowledge.readers.pdf.columns import blocks
from knowledge.readers.pdf.flow import flowing
from knowledge.readers.pdf.furniture import without_furniture
from knowledge.readers.pdf.glyphs import Glyph
from knowledge.readers.pdf.page_notes import notes_apart
from knowledge.readers.pdf.pdf import read
from knowledge.readers.pdf.printed import PrintedLine, PrintedSegment, printed_lines
from tests.support.documents.papers import pdf_file, picture_pdf

SIZE = 10.0
WIDTH = 5.0
"""Of every letter."""
LEFT, RIGHT = 50.0, 350.0


def glyphs(text: str, left: float = LEFT, base: float = 700.0) -> list[Glyph]:
    return [
        Glyph(letter, left + place * WIDTH, left + (place + 1) * WIDTH, base, SIZE)
        for place, letter in enumerate(text)
    ]


def line(text: str, base: float, left: float = LEFT, page: int = 1) -> PrintedLine:
    [only] = printed_lines(glyphs(text, left, base), page)
    return only


def segment(text: str, left: float) -> PrintedSegment:
    return line(text, 0, left).segments[0]


def side_by_side(base: float, *columns: tuple[str, float]) -> PrintedLine:
    return PrintedLine(1, base, SIZE, tuple(segment(text, left) for text, left in columns))


def texts(lines: Iterable[PrintedLine]) -> list[str]:
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
    lines: list[PrintedLine], paragraphs: list[str]
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
        (FindingKind.LEFT_OUT, "Công báo số 12", "3"),
        (FindingKind.LEFT_OUT, "- 1 -", "3"),
    ]


def test_a_number_that_counts_no_pages_stays() -> None:
    lines = [line("a", 800), line("7", 30), line("b", 800, page=2), line("7", 30, page=2)]
    kept, left_out = without_furniture(lines)
    assert (kept, left_out) == (lines, [])


def test_a_pdf_is_read() -> None:
    assert read(pdf_file(["Dieu 1. Pham vi dieu chinh"])).lines == ("Dieu 1. Pham vi dieu chinh",)


def test_letters_that_the_file_does_not_tell_are_a_serious_fault() -> None:
    told = "/Encoding << /Type /Encoding /Differences [66 /g1234 /bullet] >>"
    raw = pdf_file(["Dieu 1. PhBm vi dieu chinh"], font=told)
    [finding] = read(raw).findings
    assert (finding.fault, finding.line, finding.severity) == (
        FindingKind.NO_UNICODE,
        1,
        Severity.ERROR,
    )
    assert "Ph\ufffdm vi" in finding.excerpt


def test_a_pdf_whose_letters_are_mostly_not_told_is_to_be_recognised() -> None:
    told = "/Encoding << /Type /Encoding /Differences [97 /g1 /g2 /g3 /g4 /g5 /g6 /g7 /g8] >>"
    with pytest.raises(Scanned):
        read(pdf_file(["abc def gha cab. Dieu 1. Pham vi dieu chinh"], font=told))


PROSE = (
    "Truong thon trieu tap cuoc hop",
    "cua thon, lap bien ban va gui",
    "cho tung ho gia dinh trong thon",
    "Ho nao vang mat thi duoc thong",
    "bao ket qua bang van ban trong",
    "ba ngay. Nguoi dan co quyen hoi",
    "ve thu chi cua thon; to giam sat",
    "tra loi trong cuoc hop gan nhat.",
    "Bien ban duoc niem yet tai nha",
    "van hoa va gui len uy ban nhan dan",
)


@pytest.mark.parametrize("share", [1.0, 0.5], ids=["all", "half of the lines"])
def test_a_pdf_that_tells_other_letters_than_it_shows_is_to_be_recognised(share: float) -> None:
    wrong = int(share * len(PROSE))
    lines = [_shifted(one) for one in PROSE[:wrong]] + list(PROSE[wrong:])
    with pytest.raises(Scanned) as found:
        read(pdf_file(lines))
    assert (found.value.pages, found.value.is_garbled) == (len(PROSE), True)


def test_a_pdf_that_tells_a_few_letters_wrong_has_a_serious_fault() -> None:
    lines = [*PROSE[:8], *map(_shifted, PROSE[8:])]
    [finding] = read(pdf_file(lines)).findings
    assert (finding.fault, finding.severity) == (FindingKind.NO_UNICODE, Severity.ERROR)
    assert finding.excerpt == _shifted(PROSE[8])


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(PROSE, id="without marks"),
        pytest.param([one.upper() for one in PROSE], id="capitals"),
        pytest.param([*PROSE, "Krong Pac, Ea Drang, Cu M'gar, Buon Ho"], id="names"),
    ],
)
def test_what_is_read_right_is_not_recognised_again(lines: Sequence[str]) -> None:
    assert read(pdf_file(lines)).findings == ()


def _shifted(text: str) -> str:
    """Return what a font tells that is one letter off."""
    return "".join(chr(ord(one) + 1) if one.isalpha() else one for one in text)


def test_a_pdf_of_pictures_is_told_as_such() -> None:
    with pytest.raises(Scanned) as found:
        read(picture_pdf(pages=2))
    assert found.value.pages == 2


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        pytest.param(b"%PDF-1.4 damaged", "no_pdf", id="damaged"),
        pytest.param(pdf_file([""]), "no_text", id="empty page"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        read(raw)


def glyph(text: str, left: float, width: float = WIDTH, rise: float = 0.0) -> Glyph:
    return Glyph(text, left, left + width, 700.0 + rise, SIZE)


def small(text: str, left: float, base: float) -> list[Glyph]:
    return [replace(one, size=SIZE * 0.6) for one in glyphs(text, left, base)]


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        pytest.param(
            [glyph("\u0323", 52, 1), *glyphs("e"), glyph("\u0302", 51, 3)], "ệ", id="both"
        ),
        pytest.param(
            [*glyphs("e"), glyph("\u0301", 52, 1), glyph("\u0302", 51, 3)], "ế", id="tone"
        ),
        pytest.param([*glyphs("ab"), glyph("´", 51, 2)], "áb", id="accent of its own width"),
        pytest.param(
            [*glyphs("AB"), glyph("\u0300", 51, 2, rise=4)], "ÀB", id="raised for capitals"
        ),
        pytest.param([*glyphs("a"), glyph("\u0301", 55, 0)], "á", id="behind its letter"),
        pytest.param(glyphs("a ^ b"), "a ^ b", id="sign by itself"),
    ],
)
def test_marks_drawn_apart_stand_on_their_letters(drawn: list[Glyph], text: str) -> None:
    [read_line] = printed_lines(drawn, 1)
    assert read_line.text == text


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        pytest.param(
            [*glyphs("15"), *small("2", 60, 704), *glyphs(" ngày", 65)], "15² ngày", id="number"
        ),
        pytest.param([*glyphs("thôn"), *small("[1]", 70, 703)], "thôn[1]", id="brackets"),
        pytest.param([*glyphs("H"), *small("2", 55, 698), *glyphs("O", 60)], "H2O", id="lowered"),
        pytest.param(glyphs("152"), "152", id="number of one height"),
    ],
)
def test_raised_digits_are_told_from_the_number_before(drawn: list[Glyph], text: str) -> None:
    [read_line] = printed_lines(drawn, 1)
    assert read_line.text == text


def test_a_small_number_far_above_a_line_is_a_line_of_its_own() -> None:
    lines = printed_lines([*small("7", LEFT, 720), *glyphs("Điều")], 1)
    assert [one.text for one in lines] == ["7", "Điều"]


def test_letters_set_apart_are_put_together_to_words() -> None:
    letters = [*enumerate("NGHỊ"), *enumerate("QUYẾT", start=5)]
    spaced = [glyph(letter, LEFT + place * 9) for place, letter in letters]
    [read_line] = printed_lines(spaced, 1)
    assert read_line.text == "NGHỊ QUYẾT"


def noted(text: str, base: float, size: float, page: int = 1) -> PrintedLine:
    return replace(line(text, base, page=page), size=size)


@pytest.mark.parametrize(
    ("foot", "notes"),
    [
        pytest.param([("1 Mới.", 8.0)], ["[1] Mới."], id="small type"),
        pytest.param([("¹ Mới.", 10.0)], ["[1] Mới."], id="raised sign"),
        pytest.param([("1 Mới", 8.0), ("và lạ.", 8.0)], ["[1] Mới và lạ."], id="two lines"),
        pytest.param([("1 Mới.", 8.0), ("2 Cũ.", 8.0)], ["[1] Mới.", "[2] Cũ."], id="two notes"),
        pytest.param([("3 Mới.", 8.0)], [], id="sign that nothing leads to"),
    ],
)
def test_notes_at_the_foot_of_a_page_are_told_apart(
    foot: list[tuple[str, float]], notes: list[str]
) -> None:
    text = [line("Điều 1. Phạm vi¹ và²", 700), line("một câu", 686), line("dài.", 672, page=2)]
    below = [noted(words, 60 - 12 * at, size) for at, (words, size) in enumerate(foot)]
    kept, told = notes_apart([*text[:2], *below, text[2]])
    assert told == notes
    assert [one.text for one in kept if one in text] == [one.text for one in text]
    assert len(kept) == len(text) + (0 if notes else len(foot))


def test_recipients_that_reach_near_the_signature_stay_beside_it() -> None:
    lines = [
        side_by_side(700, ("Nơi nhận:", 50), ("CHỦ TỊCH", 250)),
        line("- Thường trực Hội đồng nhân dân xã;", 686),
        line("Lê Văn An", 640, 245),
    ]
    assert texts(lines) == [
        "Nơi nhận:",
        "- Thường trực Hội đồng nhân dân xã;",
        "CHỦ TỊCH",
        "Lê Văn An",
    ]


def test_each_line_knows_the_page_on_which_it_begins() -> None:
    words = "Dieu thu nhat noi ve viec hop thon va bau nguoi dai dien cho moi ho."
    extract = read(pdf_file([f"Điều 1.\n{words}", f"Điều 2.\n{words}"]))
    assert len(extract.pages) == len(extract.lines)
    told = zip(extract.lines, extract.pages, strict=True)
    assert [page for text, page in told if text.startswith("Điều")] == [1, 2]
    assert extract.page_of(1) == 1
    assert extract.page_of(0) is None
    assert extract.page_of(len(extract.lines) + 1) is None
