"""Web pages: the document is read, the site around it is not."""

from __future__ import annotations

import pytest

from knowledge.law.findings import FindingKind
from knowledge.readers.extract import Refusal
from knowledge.readers.web.page import read

DOCUMENT = "<div><p>Căn cứ Luật Đất đai;</p><p>Điều 1. Phạm vi</p><p>1. Một.</p></div>"


def lines(body: str) -> list[str]:
    page = f"<html><meta charset='utf-8'><body>{body}</body></html>"
    return [line for line in read(page.encode()).lines if line]


@pytest.mark.parametrize(
    ("body", "read_as"),
    [
        pytest.param("<p>Một\n hai</p><p>ba</p>", ["Một hai", "ba"], id="paragraphs"),
        pytest.param("Một<br>hai<BR/>ba", ["Một", "hai", "ba"], id="line breaks"),
        pytest.param("<p>Đ<b>iều</b> 1. <i>A</i></p>", ["Điều 1. A"], id="marks inside a word"),
        pytest.param("<ol><li>a<li>b</ol>", ["1. a", "2. b"], id="numbered list"),
        pytest.param("<ol start=3 type=a><li>x</ol>", ["c) x"], id="list of letters"),
        pytest.param("<ul><li>a</ul>", ["- a"], id="bullets"),
        pytest.param("<p>a</p><p hidden>b</p>", ["a"], id="hidden"),
        pytest.param("<p>a</p><p style='display: none'>b</p>", ["a"], id="not displayed"),
        pytest.param("<p>a &amp; b&nbsp;c</p>", ["a & b c"], id="entities"),
        pytest.param("<table><tr><td>a<td>b<tr><td>c<td>d</table>", ["a | b", "c | d"], id="table"),
        pytest.param("<pre>a\nb</pre>", ["a", "b"], id="lines kept"),
        pytest.param("<p>a<script>b</script><style>c</style>", ["a"], id="script and style"),
    ],
)
def test_a_page_is_read_as_a_browser_shows_it(body: str, read_as: list[str]) -> None:
    assert lines(body) == read_as


@pytest.mark.parametrize(
    "around",
    [
        pytest.param("<div>Trang chủ</div>", id="bar"),
        pytest.param("<nav>Điều 1. Phạm vi điều chỉnh</nav>", id="navigation"),
        pytest.param("<ul><li><a href='#'>Điều 1. Phạm vi</a></li></ul>", id="list of links"),
        pytest.param("<footer>Số: 1/GP-BC</footer>", id="foot"),
    ],
)
def test_the_site_around_a_document_is_left_out_and_reported(around: str) -> None:
    page = f"<html><body>{around}<div>{DOCUMENT}</div></body></html>"
    extract = read(page.encode())
    assert [line for line in extract.lines if line] == [
        "Căn cứ Luật Đất đai;",
        "Điều 1. Phạm vi",
        "1. Một.",
    ]
    assert [found.fault for found in extract.findings] == [FindingKind.LEFT_OUT]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "utf-8"), ("utf-16", "utf-16"), ("utf-8", "windows-1252")],
)
def test_the_encoding_is_found(encoding: str, declared: str) -> None:
    page = f"<html><meta charset='{declared}'><p>Điều 1. Quyền được biết</p></html>"
    assert "Điều 1. Quyền được biết" in read(page.encode(encoding)).lines


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(Refusal, match="no_text"):
        read(b"<html><script>x</script></html>")


STYLE = (
    "<style>/* .shown {display:none} */ .gone, p.old {text-decoration: line-through}"
    " @media print { .shown { display: none } } .up { vertical-align: super }</style>"
)


@pytest.mark.parametrize(
    ("gone", "cause"),
    [
        pytest.param("<del>cũ</del>", "struck", id="deleted"),
        pytest.param("<s>cũ</s>", "struck", id="crossed out"),
        pytest.param("<strike><b>cũ</b></strike>", "struck", id="crossed out the old way"),
        pytest.param(
            "<span style='text-decoration: underline line-through'>cũ</span>", "struck", id="style"
        ),
        pytest.param("<span class='x gone'>cũ</span>", "struck", id="class"),
        pytest.param("<span hidden>cũ</span>", "hidden", id="hidden"),
        pytest.param("<span style='display:none'>cũ</span>", "hidden", id="not displayed"),
        pytest.param("<span style='visibility: hidden'>cũ</span>", "hidden", id="invisible"),
        pytest.param("<span style='mso-hide:all'>cũ</span>", "hidden", id="hidden by Word"),
        pytest.param("<del>cũ<span hidden></span></del>", "struck", id="one in the other"),
    ],
)
def test_words_that_a_browser_does_not_show_as_valid_are_left_out(gone: str, cause: str) -> None:
    page = f"<html>{STYLE}<body><p>Một {gone}, hai {gone} ba.</p></body></html>"
    extract = read(page.encode())
    number = extract.lines.index("Một, hai ba.") + 1
    assert [(one.fault, one.line, one.excerpt, one.detail) for one in extract.findings] == [
        (FindingKind.LEFT_OUT, number, "cũ", cause)
    ] * 2


@pytest.mark.parametrize(
    ("body", "read_as"),
    [
        pytest.param("<p><ins>mới</ins></p>", ["mới"], id="inserted"),
        pytest.param("<p class='shown'>mới</p>", ["mới"], id="hidden from a printer only"),
        pytest.param("<p>15<sup>2</sup> ngày</p>", ["15² ngày"], id="raised"),
        pytest.param("<p>thôn<sup><a href='#n'>[2]</a></sup></p>", ["thôn[2]"], id="linked"),
        pytest.param("<p>thôn<span class='up'>2</span></p>", ["thôn²"], id="raised by a class"),
        pytest.param("<p>30 m<sup>2</sup></p>", ["30 m²"], id="area"),
        pytest.param(
            "<table><tr><td>a<td>b<tr hidden><td>c<td>d</table>", ["a | b"], id="hidden row"
        ),
        pytest.param("<table hidden><tr><td>a</table><p>b", ["b"], id="hidden table"),
    ],
)
def test_what_is_shown_is_read(body: str, read_as: list[str]) -> None:
    page = f"<html>{STYLE}<body>{body}</body></html>"
    assert [line for line in read(page.encode()).lines if line] == read_as
