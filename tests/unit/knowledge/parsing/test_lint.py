"""Faults of sources: each found on its line, none found where there is none."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from knowledge.law.findings import Finding, FindingKind, Severity
from knowledge.parsing.corrections import BadCorrections
from knowledge.parsing.lint import find_faults, lint
from knowledge.readers.extract import UnreadableSource
from tests.support.documents.documents import (
    BINH_DUONG,
    BUNDLED,
    CA_MAU,
    CLEAN,
    KIM_THANH,
    LANG_SON,
    NINH_BINH,
    line_with,
    lines_of,
    parsed,
    source_of,
)


@pytest.mark.parametrize(
    ("resolution_id", "fault", "lines"),
    [
        pytest.param(NINH_BINH, FindingKind.MARKDOWN, [8], id="Ninh Bình, Markdown"),
        pytest.param(
            NINH_BINH, FindingKind.HEADING_MARK, [50, 64], id="Ninh Bình, clause as heading"
        ),
        pytest.param(NINH_BINH, FindingKind.SPLIT_TITLE, [10, 36], id="Ninh Bình, split titles"),
        pytest.param(NINH_BINH, FindingKind.POINT_TWIN, [60, 74], id="Ninh Bình, points d twice"),
        pytest.param(NINH_BINH, FindingKind.FOREIGN_CHARACTERS, [56], id="Ninh Bình, Chinese"),
        pytest.param(
            NINH_BINH, FindingKind.PAGE_BREAK, [76, 110, 138], id="Ninh Bình, page breaks"
        ),
        pytest.param(NINH_BINH, FindingKind.BROKEN_WORD, [152], id="Ninh Bình, syllable twice"),
        pytest.param(NINH_BINH, FindingKind.TRAILING_DEBRIS, [154], id="Ninh Bình, debris"),
        pytest.param(KIM_THANH, FindingKind.MARKDOWN, [9], id="Kim Thanh, bold and italic"),
        pytest.param(KIM_THANH, FindingKind.PAGE_BREAK, [75, 93, 117], id="Kim Thanh, page breaks"),
        pytest.param(KIM_THANH, FindingKind.BROKEN_WORD, [89, 91], id="Kim Thanh, broken words"),
        pytest.param(KIM_THANH, FindingKind.DRAWN_MARKS, [139], id="Kim Thanh, drawn brackets"),
        pytest.param(BINH_DUONG, FindingKind.MISSING_NUMBER, [3], id="Bình Dương, number"),
        pytest.param(BINH_DUONG, FindingKind.MISSING_DAY, [5], id="Bình Dương, day"),
        pytest.param(BINH_DUONG, FindingKind.PAGE_BREAK, [38, 80], id="Bình Dương, page breaks"),
        pytest.param(LANG_SON, FindingKind.TABLE_MARKS, [4], id="Lạng Sơn, flattened table"),
        pytest.param(LANG_SON, FindingKind.WRAPPED_LINES, [44], id="Lạng Sơn, wrapped lines"),
        pytest.param(
            LANG_SON,
            FindingKind.SPLIT_TITLE,
            [41, 56, 79, 107, 253, 260],
            id="Lạng Sơn, wrapped headings",
        ),
        pytest.param(CA_MAU, FindingKind.MISSING_NUMBER, [1], id="Cà Mau, number"),
        pytest.param(CA_MAU, FindingKind.MISSING_DAY, [8], id="Cà Mau, day"),
        pytest.param(CA_MAU, FindingKind.MISSING_EFFECT, [118], id="Cà Mau, effect"),
        pytest.param(CA_MAU, FindingKind.BROKEN_WORD, [94], id="Cà Mau, broken word"),
    ],
)
def test_every_trap_of_the_five_is_found_on_its_line(
    resolution_id: str, fault: FindingKind, lines: list[int]
) -> None:
    found = lint(source_of(resolution_id))
    assert [finding.line for finding in found if finding.fault is fault] == lines


@pytest.mark.parametrize("resolution_id", BUNDLED)
def test_no_article_of_the_five_is_out_of_order_or_empty(resolution_id: str) -> None:
    faults = {finding.fault for finding in lint(source_of(resolution_id))}
    assert not faults & {
        FindingKind.NUMBERING_GAP,
        FindingKind.NUMBERING_REPEAT,
        FindingKind.EMPTY_ARTICLE,
    }


@pytest.mark.parametrize("resolution_id", BUNDLED)
def test_faults_come_by_line(resolution_id: str) -> None:
    lines = [finding.line for finding in lint(source_of(resolution_id))]
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("resolution_id", "line", "excerpt", "detail"),
    [
        pytest.param(NINH_BINH, 56, "干涉", "", id="foreign characters"),
        pytest.param(NINH_BINH, 152, "truyền truyền", "", id="syllable twice"),
        pytest.param(NINH_BINH, 154, "Ae", "", id="debris"),
        pytest.param(KIM_THANH, 89, "tin nhiệm", "tín nhiệm", id="tone lost"),
        pytest.param(KIM_THANH, 91, "hướng ước", "hương ước", id="tone added"),
    ],
)
def test_a_fault_shows_the_words_of_the_source(
    resolution_id: str, line: int, excerpt: str, detail: str
) -> None:
    found = lint(source_of(resolution_id))
    assert (excerpt, detail) in [
        (finding.excerpt, finding.detail) for finding in found if finding.line == line
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(CLEAN, id="blank lines between paragraphs"),
        pytest.param(CLEAN.replace("\n\n", "\n"), id="no blank lines"),
        pytest.param(CLEAN.replace("\n", "\r\n"), id="Windows line ends"),
        pytest.param(unicodedata.normalize("NFD", CLEAN), id="letters taken apart"),
        pytest.param(f"\ufeff{CLEAN}", id="byte order mark"),
        pytest.param(CLEAN.replace("./.", "."), id="no end mark"),
        pytest.param(CLEAN.replace("khóa", "khoá"), id="other tone placement"),
        pytest.param(CLEAN.replace("ngày 20 tháng 7 năm 2025", "ngày thông qua"), id="on passage"),
        pytest.param(CLEAN.replace("- ", "– "), id="long dashes"),
    ],
)
def test_a_clean_text_yields_nothing(text: str) -> None:
    assert find_faults(lines_of(text), parsed(text)) == []


@pytest.mark.parametrize(
    ("old", "new", "faults"),
    [
        pytest.param(
            "Điều 1. Phạm vi điều chỉnh",
            "**Điều 1.** *Phạm vi điều chỉnh*",
            {FindingKind.MARKDOWN: "**Điều 1.**"},
            id="Markdown",
        ),
        pytest.param(
            "2. Lấy ý kiến",
            "## 2. Lấy ý kiến",
            {FindingKind.MARKDOWN: "## 2.", FindingKind.HEADING_MARK: "## 2."},
            id="clause as heading",
        ),
        pytest.param("NGHỊ QUYẾT\n", "|\nNGHỊ QUYẾT\n", {FindingKind.TABLE_MARKS: "|"}, id="table"),
        pytest.param(
            "trang thông tin điện tử;",
            "trang\nthông tin điện tử;",
            {FindingKind.WRAPPED_LINES: "thông tin điện tử;"},
            id="wrapped line",
        ),
        pytest.param(
            "Phạm vi điều chỉnh",
            "Phạm vi\nđiều chỉnh",
            {FindingKind.SPLIT_TITLE: "điều chỉnh"},
            id="split title of an article",
        ),
        pytest.param(
            "Quy định các biện pháp",
            "**Quy định các**\n**biện pháp**",
            {
                FindingKind.MARKDOWN: "**Quy định các**",
                FindingKind.SPLIT_TITLE: "**biện pháp** bảo đảm thực hiện dân chủ ở cơ sở trên",
            },
            id="title of the document over two bold lines",
        ),
        pytest.param(
            "tại nhà văn hóa;",
            "tại nhà\n\nvăn hóa;",
            {FindingKind.PAGE_BREAK: "văn hóa;"},
            id="page break",
        ),
        pytest.param(
            "văn hóa;", "văn hóa ;", {FindingKind.SPACING: "văn hóa ;"}, id="blank before mark"
        ),
        pytest.param("đ) Gửi", "d) Gửi", {FindingKind.POINT_TWIN: "d) Gửi"}, id="points d twice"),
        pytest.param(
            "hộ gia đình.\n\n2.",
            "hộ gia đình.\n\n€) Báo cáo.\n\n2.",
            {FindingKind.MISREAD_LABEL: "€)"},
            id="letter of a point misread",
        ),
        pytest.param(
            "Điều 3. Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết.",
            "Điều 3. (được bãi bỏ)",
            {},
            id="article that is repealed",
        ),
        pytest.param(
            "2. Lấy", "4. Lấy", {FindingKind.NUMBERING_GAP: "4. Lấy"}, id="gap of clauses"
        ),
        pytest.param("đ) Gửi", "e) Gửi", {FindingKind.NUMBERING_GAP: "e) Gửi"}, id="gap of points"),
        pytest.param(
            "2. Lấy", "1. Lấy", {FindingKind.NUMBERING_REPEAT: "1. Lấy"}, id="clause again"
        ),
        pytest.param(
            "Điều 3. Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết.",
            "Điều 3.",
            {FindingKind.EMPTY_ARTICLE: "Điều 3."},
            id="article without words",
        ),
        pytest.param(
            "Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết.",
            "Tổ chức thực hiện",
            {FindingKind.EMPTY_ARTICLE: "Điều 3."},
            id="article with a heading alone",
        ),
        pytest.param(
            "văn hóa;",
            "văn化hóa;",
            {FindingKind.FOREIGN_CHARACTERS: "văn化hóa;"},
            id="Chinese letter",
        ),
        pytest.param(
            "Lê Văn An", "Lе Văn An", {FindingKind.FOREIGN_CHARACTERS: "Văn An"}, id="Cyrillic"
        ),
        pytest.param(
            "Tổ chức đối thoại.",
            "Tổ chức rà soát hướng ước.",
            {FindingKind.BROKEN_WORD: "hướng ước"},
            id="broken word",
        ),
        pytest.param(
            "nhà văn hóa;",
            "nhà văn hóa theo quy định của quy ước, hướng\nước;",
            {FindingKind.WRAPPED_LINES: "ước;", FindingKind.BROKEN_WORD: "hướng"},
            id="broken word across a line end",
        ),
        pytest.param("./.", "./.Ae", {FindingKind.TRAILING_DEBRIS: "./.Ae"}, id="debris"),
        pytest.param(
            "Chính phủ;", "Chính phủ; }", {FindingKind.DRAWN_MARKS: "}"}, id="drawn bracket"
        ),
        pytest.param("12/2025/", "/", {FindingKind.MISSING_NUMBER: "Số: "}, id="number left blank"),
        pytest.param(
            "Số: 12/2025/NQ-HĐND",
            "",
            {FindingKind.MISSING_NUMBER: "CỘNG HÒA"},
            id="no line for a number",
        ),
        pytest.param(
            "ngày 10 tháng 7 năm 2025\n",
            "ngày … tháng 7 năm 2025\n",
            {FindingKind.MISSING_DAY: "ngày … tháng"},
            id="day left blank",
        ),
        pytest.param(
            " và có hiệu lực từ ngày 20 tháng 7 năm 2025",
            "",
            {FindingKind.MISSING_EFFECT: "Nghị quyết này đã được"},
            id="no effect",
        ),
        pytest.param("\nLê Văn An\n", "", {FindingKind.MISSING_SIGNER: "CHỦ TỊCH"}, id="no name"),
        pytest.param(
            "Điều 2. Các biện pháp",
            "Điều 3. Các biện pháp",
            {
                FindingKind.NUMBERING_GAP: "Điều 3. Các",
                FindingKind.NUMBERING_REPEAT: "Điều 3. Ủy ban",
            },
            id="article misnumbered",
        ),
    ],
)
def test_each_fault_is_found_on_its_line(
    old: str, new: str, faults: dict[FindingKind, str]
) -> None:
    text = CLEAN.replace(old, new, 1)
    found = {finding.fault: finding.line for finding in find_faults(lines_of(text), parsed(text))}
    assert found == {fault: line_with(needle, text) for fault, needle in faults.items()}


def test_each_kind_of_fault_of_the_text_is_told_as_often_as_it_stands_there() -> None:
    text = CLEAN.replace("nhà văn hóa;", "**nhà**\n\n**văn hóa** ;\n|\n|")
    found = find_faults(lines_of(text), parsed(text))
    first = line_with("**nhà**", text)
    assert [(finding.fault, finding.line, finding.detail) for finding in found] == [
        (FindingKind.MARKDOWN, first, "2"),
        (FindingKind.SPACING, first + 2, ""),
        (FindingKind.PAGE_BREAK, first + 2, ""),
        (FindingKind.TABLE_MARKS, first + 3, "2"),
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("", 1, id="nothing"),
        pytest.param("Kế hoạch của thôn.\nKhông có điều nào.", 2, id="no resolution"),
    ],
)
def test_a_text_that_is_no_resolution_lacks_everything(text: str, lines: int) -> None:
    found = find_faults(lines_of(text), parsed(text))
    assert [(finding.fault, finding.line) for finding in found] == [
        (FindingKind.NO_ARTICLES, 1),
        (FindingKind.MISSING_NUMBER, 1),
        (FindingKind.MISSING_ISSUER, 1),
        (FindingKind.MISSING_DAY, 1),
        (FindingKind.MISSING_EFFECT, lines),
    ]


def test_a_fault_that_a_person_has_answered_carries_the_reason(tmp_path: Path) -> None:
    source = tmp_path / "an-giang.txt"
    source.write_text(CLEAN.replace("12/2025/", "/"), encoding="utf-8")
    stated = '[number]\nreason = "Bản sao để trống số."'
    source.with_name("an-giang.corrections.toml").write_text(stated, encoding="utf-8")
    (finding,) = lint(source)
    assert finding == Finding(FindingKind.MISSING_NUMBER, 5, answered="Bản sao để trống số.")
    assert finding.severity is Severity.INFO


def test_the_copies_of_the_five_lack_nothing_that_nobody_has_looked_at() -> None:
    missing = {
        FindingKind.MISSING_NUMBER,
        FindingKind.MISSING_DAY,
        FindingKind.MISSING_EFFECT,
        FindingKind.MISSING_SIGNER,
    }
    found = [finding for name in BUNDLED for finding in lint(source_of(name))]
    assert all(finding.answered for finding in found if finding.fault in missing)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource):
        lint(tmp_path / "missing.txt")


def test_bad_corrections_are_refused(tmp_path: Path) -> None:
    source = tmp_path / "an-giang.txt"
    source.write_text(CLEAN, encoding="utf-8")
    source.with_name("an-giang.corrections.toml").write_text("x = 1", encoding="utf-8")
    with pytest.raises(BadCorrections):
        lint(source)
