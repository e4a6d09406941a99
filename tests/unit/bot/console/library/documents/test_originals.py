"""The file that a document was read from, shown beside what was read."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests.support.console.console import House, Visitor
from tests.support.documents.documents import CLEAN, LANG_SON
from tests.support.documents.intake import LIST, Desk
from tests.support.documents.papers import pdf_file

PAGE = f"/nghi-quyet/{LANG_SON}/ban-goc"
PAPER = pdf_file([CLEAN[: CLEAN.index("Điều 2.")].strip(), CLEAN[CLEAN.index("Điều 2.") :].strip()])
HOSTILE = f"<html><body><script>alert(1)</script><p>{CLEAN.replace(chr(10), '</p><p>')}</p></body>"


@pytest.fixture
def desk(house: House, admin: Visitor, tmp_path: Path) -> Desk:
    """The console with an admin at it."""
    return Desk(house, admin, tmp_path)


def page(visitor: Visitor, path: str) -> str:
    told = visitor.get(path)
    assert told.status_code == 200, path
    return html.unescape(told.text)


def test_a_document_stands_beside_the_numbered_lines_of_its_file(officer: Visitor) -> None:
    shown = page(officer, f"{PAGE}?vi-tri=dieu-4")
    found = re.search(r'href="#dong-(\d+)">Dòng \1[^<]*<span[^>]*> của bản gốc, Điều 4<', shown)
    assert found
    assert re.search(rf'<li id="dong-{found[1]}" class="chosen">Điều 4\.', shown)
    document = page(officer, f"/nghi-quyet/{LANG_SON}")
    assert f'href="{PAGE}"' in document
    assert f'href="{PAGE}?vi-tri=dieu-4"' in document


def test_a_pdf_is_opened_at_the_page_of_the_provision(desk: Desk) -> None:
    path = desk.bring(PAPER, "nq.pdf")
    shown = page(desk.admin, f"{path}/ban-goc?vi-tri=dieu-2")
    frame = rf'<iframe name="ban-goc"[^>]* src="{path}/tep\?trang=2&ban=\w+#page=2&'
    assert re.search(frame, shown)
    first = r'#page=1&navpanes=0" target="ban-goc">Trang 1<span[^>]*> của bản gốc, Điều 1<'
    assert re.search(first, shown)
    assert (
        "frame-src 'self'" in desk.admin.get(f"{path}/ban-goc").headers["content-security-policy"]
    )


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        pytest.param(
            PAPER,
            "nq.pdf",
            (
                "application/pdf",
                'inline; filename="source.pdf"',
                "SAMEORIGIN",
                "frame-ancestors 's",
            ),
            id="a PDF is shown in a frame of the console",
        ),
        pytest.param(
            HOSTILE.encode(),
            "nq.html",
            ("application/octet-stream", 'attachment; filename="source.html"', "DENY", "sandbox"),
            id="a web page is never opened",
        ),
        pytest.param(
            HOSTILE.encode(),
            "nq.pdf",
            ("application/octet-stream", 'attachment; filename="source.pdf"', "DENY", "sandbox"),
            id="a web page that calls itself a PDF is never opened",
        ),
    ],
)
def test_a_file_is_sent_so_that_nothing_in_it_runs(
    desk: Desk, content: bytes, name: str, told: tuple[str, str, str, str]
) -> None:
    sent = desk.admin.get(f"{desk.bring(content, name)}/tep")
    assert sent.content == content
    names = ("content-type", "content-disposition", "x-frame-options")
    assert tuple(sent.headers[one] for one in names) == told[:3]
    assert sent.headers["x-content-type-options"] == "nosniff"
    rules = sent.headers["content-security-policy"]
    assert "default-src 'none'" in rules
    assert told[3] in rules
    assert "script-src" not in rules


def test_the_original_of_a_web_page_is_shown_as_words(desk: Desk) -> None:
    path = desk.bring(HOSTILE, "nq.html")
    shown = desk.admin.get(f"{path}/ban-goc").text
    assert "alert(1)" not in shown
    assert "Điều 1" in shown
    assert "<iframe" not in shown


@pytest.mark.parametrize("more", ["ban-goc", "tep"])
def test_what_is_not_there_cannot_be_shown(officer: Visitor, admin: Visitor, more: str) -> None:
    assert officer.get(f"/nghi-quyet/khong-co/{more}").status_code == 404
    assert admin.get(f"{LIST}/0123456789ab/{more}").status_code == 404
    assert officer.get(f"{LIST}/0123456789ab/{more}").status_code == 403
