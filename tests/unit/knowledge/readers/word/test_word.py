"""Word files: what a reader of the printed text sees is what is read."""

from __future__ import annotations

import pytest

from knowledge.law.findings import FindingKind
from knowledge.readers.extract import Refusal
from knowledge.readers.word.word import read
from tests.support.documents.papers import damaged_package, package

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LISTS = """
<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/>
  </w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3."/>
  </w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="9">
  <w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/>
  <w:lvlText w:val="Chương %1"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="7"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""
STYLES = """
<w:style w:type="paragraph" w:styleId="Clause">
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>
</w:style>
<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Clause"/></w:style>
<w:style w:type="paragraph" w:styleId="Old"><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Circle"><w:basedOn w:val="Circle"/></w:style>
"""


def part(name: str, content: str) -> str:
    return f'<w:{name} xmlns:w="{W}">{content}</w:{name}>'


def word(body: str, **more: str) -> bytes:
    parts = {
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/numbering.xml": part("numbering", LISTS),
        "word/styles.xml": part("styles", STYLES),
    }
    return package({**parts, **{f"word/{name}.xml": text for name, text in more.items()}})


def paragraph(text: str, number: int = 0, depth: int = 0, style: str = "", font: str = "") -> str:
    listed = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    drawn = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    return (
        f"<w:p><w:pPr>{styled}{listed if number else ''}</w:pPr>"
        f"<w:r>{drawn}<w:t>{text}</w:t></w:r></w:p>"
    )


def lines(body: str, **more: str) -> list[str]:
    return [line for line in read(word(body, **more)).lines if line]


@pytest.mark.parametrize(
    ("items", "numbered"),
    [
        pytest.param([(1, 0), (1, 0)], ["1. x", "2. x"], id="clauses"),
        pytest.param(
            [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)],
            ["1. x", "a) x", "b) x", "2. x", "a) x"],
            id="points begin anew in each clause",
        ),
        pytest.param([(1, 0), (1, 2), (1, 2)], ["1. x", "1.1. x", "1.2. x"], id="numbers of two"),
        pytest.param([(2, 0)], ["- x"], id="bullet"),
        pytest.param([(3, 0), (3, 0)], ["Chương IV x", "Chương V x"], id="Roman, not from one"),
        pytest.param([(1, 0), (4, 0), (1, 0)], ["1. x", "1. x", "2. x"], id="list begun anew"),
        pytest.param([(9, 0)], ["x"], id="list that is not defined"),
        pytest.param([(1, 8)], ["x"], id="depth that is not defined"),
    ],
)
def test_numbers_that_word_puts_itself_are_read(
    items: list[tuple[int, int]], numbered: list[str]
) -> None:
    assert lines("".join(paragraph("x", *item) for item in items)) == numbered


@pytest.mark.parametrize("style", ["Clause", "Child"])
def test_a_style_may_number(style: str) -> None:
    assert lines(paragraph("x", style=style) * 2) == ["1. x", "2. x"]


def test_styles_that_stand_on_each_other_in_a_circle_end_somewhere() -> None:
    assert lines(paragraph("x", style="Circle")) == ["x"]


@pytest.mark.parametrize(
    ("body", "read_as"),
    [
        pytest.param(paragraph("§iÒu 1. Ph¹m vi", font=".VnTime"), "Điều 1. Phạm vi", id="run"),
        pytest.param(paragraph("NghÞ quyÕt", font=".VnTimeH"), "NGHỊ QUYẾT", id="capitals"),
        pytest.param(paragraph("Nghò quyeát", font="VNI-Times"), "Nghị quyết", id="VNI"),
        pytest.param(paragraph("Nh©n d©n", style="Old"), "Nhân dân", id="style"),
        pytest.param(paragraph("Nhân dân", font="Times New Roman"), "Nhân dân", id="Unicode"),
    ],
)
def test_a_font_from_before_unicode_tells_the_letters(body: str, read_as: str) -> None:
    assert lines(body) == [read_as]


def test_a_row_of_a_table_is_a_line_with_its_cells() -> None:
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = row.format(paragraph("Mức"), paragraph("Số tiền")) + row.format(
        paragraph("Một") + paragraph("hai"), paragraph("500")
    )
    assert lines(f"<w:tbl>{table}</w:tbl>") == ["Mức | Số tiền", "Một hai | 500"]


def test_a_table_that_sets_the_head_is_read_column_by_column() -> None:
    left = paragraph("HỘI ĐỒNG NHÂN DÂN") + paragraph("TỈNH AN GIANG")
    right = paragraph("CỘNG HÒA XÃ HỘI") + paragraph("Độc lập - Tự do - Hạnh phúc")
    table = f"<w:tbl><w:tr><w:tc>{left}</w:tc><w:tc>{right}</w:tc></w:tr></w:tbl>"
    assert lines(table) == [
        "HỘI ĐỒNG NHÂN DÂN",
        "TỈNH AN GIANG",
        "CỘNG HÒA XÃ HỘI",
        "Độc lập - Tự do - Hạnh phúc",
    ]


@pytest.mark.parametrize(
    ("body", "read_as"),
    [
        pytest.param("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", ["a b"], id="tabulator"),
        pytest.param("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", ["a", "b"], id="line break"),
        pytest.param("<w:ins><w:r><w:t>a</w:t></w:r></w:ins>", ["a"], id="inserted"),
        pytest.param("<w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink>", ["a"], id="link"),
        pytest.param(
            "<w:r><w:t>a</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>b</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r>",
            ["a", "b"],
            id="text box",
        ),
        pytest.param(
            "<w:sdt><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt>",
            ["a"],
            id="form field",
        ),
    ],
)
def test_text_in_wrappers_is_read(body: str, read_as: list[str]) -> None:
    assert lines(f"<w:p>{body}</w:p>") == read_as


def test_crossed_out_text_is_left_out_and_reported() -> None:
    gone = "<w:del><w:r><w:delText>không</w:delText></w:r></w:del>"
    extract = read(word(f"<w:p><w:r><w:t>được biết</w:t></w:r>{gone}</w:p>"))
    assert extract.lines == ("được biết",)
    assert [(found.fault, found.excerpt) for found in extract.findings] == [
        (FindingKind.LEFT_OUT, "không")
    ]


def test_headers_are_left_out_and_reported() -> None:
    header = part("hdr", paragraph("Công báo số 12"))
    extract = read(word(paragraph("Điều 1. A"), header1=header))
    assert extract.lines == ("Điều 1. A",)
    assert [found.excerpt for found in extract.findings] == ["Công báo số 12"]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        pytest.param(word(""), "pictures", id="empty"),
        pytest.param(package({"word/document.xml": "<a"}), "no_xml", id="broken XML"),
        pytest.param(b"PK\x03\x04", "not_unpacked", id="broken archive"),
        pytest.param(damaged_package("word/document.xml"), "not_unpacked", id="broken part"),
    ],
)
def test_a_file_without_text_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        read(raw)


RAISED = '<w:vertAlign w:val="superscript"/>'
HIDING = part(
    "styles",
    '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="Old"><w:rPr><w:strike/></w:rPr></w:style>',
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("gone", "cause"),
    [
        pytest.param(run("cũ ", "<w:vanish/>"), "hidden", id="hidden"),
        pytest.param(run("cũ ", '<w:rStyle w:val="Gone"/>'), "hidden", id="hidden by its style"),
        pytest.param(run("cũ ", "<w:strike/>"), "struck", id="crossed out"),
        pytest.param(run("cũ ", "<w:dstrike/>"), "struck", id="crossed out twice"),
        pytest.param(f"<w:moveFrom>{run('cũ ')}</w:moveFrom>", "struck", id="moved away"),
        pytest.param(
            "<w:del><w:r><w:delText>cũ </w:delText></w:r></w:del>", "struck", id="deleted"
        ),
    ],
)
def test_words_that_are_not_of_the_text_are_left_out_with_their_line(gone: str, cause: str) -> None:
    body = f"{paragraph('x')}<w:p>{run('Một ')}{gone}{run('hai.')}</w:p>"
    extract = read(word(body, styles=HIDING))
    assert extract.lines == ("x", "Một hai.")
    assert [(one.fault, one.line, one.excerpt, one.detail) for one in extract.findings] == [
        (FindingKind.LEFT_OUT, 2, "cũ", cause)
    ]


@pytest.mark.parametrize(
    "shown",
    [
        pytest.param(run("mới", '<w:vanish w:val="0"/>'), id="hiding switched off"),
        pytest.param(run("mới", '<w:strike w:val="false"/>'), id="crossing out switched off"),
        pytest.param(f"<w:ins>{run('mới')}</w:ins>", id="inserted"),
        pytest.param(f"<w:moveTo>{run('mới')}</w:moveTo>", id="moved here"),
    ],
)
def test_words_of_the_text_stay(shown: str) -> None:
    extract = read(word(f"<w:p>{shown}</w:p>", styles=HIDING))
    assert (extract.lines, extract.findings) == (("mới",), ())


def test_a_style_crosses_out_a_paragraph_and_a_run_may_take_it_back() -> None:
    style = '<w:pPr><w:pStyle w:val="Old"/></w:pPr>'
    kept = run("mới", '<w:strike w:val="0"/>')
    body = f"<w:p>{style}{run('cũ ')}{kept}</w:p>"
    assert read(word(body, styles=HIDING)).lines == ("mới",)


@pytest.mark.parametrize(
    ("runs", "read_as"),
    [
        pytest.param(run("15") + run("2", RAISED) + run(" ngày"), "15² ngày", id="digit"),
        pytest.param(run("thôn") + run("[3]", RAISED), "thôn[3]", id="brackets"),
        pytest.param(run("thôn") + run("1, 2", RAISED), "thôn[1][2]", id="two marks"),
        pytest.param(run("thôn") + run("(4)", RAISED), "thôn⁽⁴⁾", id="round brackets"),
        pytest.param(run("N") + run("o", RAISED), "No", id="letter"),
        pytest.param(
            run("15") + run("2", '<w:rStyle w:val="Mark"/>'), "15²", id="raised by its style"
        ),
    ],
)
def test_raised_numbers_are_told_from_the_words_before(runs: str, read_as: str) -> None:
    assert read(word(f"<w:p>{runs}</w:p>", styles=HIDING)).lines == (read_as,)


def test_footnotes_and_endnotes_stand_behind_the_text_with_their_marks() -> None:
    def note(name: str, number: int, text: str) -> str:
        return f'<w:{name} w:id="{number}">{paragraph(text)}</w:{name}>'

    body = (
        f'<w:p>{run("Một")}<w:r><w:endnoteReference w:id="2"/></w:r></w:p>'
        f'<w:p>{run("Hai")}<w:r><w:footnoteReference w:id="5"/></w:r></w:p>'
    )
    footnotes = part("footnotes", note("footnote", 0, "") + note("footnote", 5, "Mới."))
    endnotes = part("endnotes", note("endnote", 2, "Cũ."))
    assert lines(body, footnotes=footnotes, endnotes=endnotes) == [
        "Một[1]",
        "Hai[2]",
        "[1] Cũ.",
        "[2] Mới.",
    ]
