"""Files built to do harm: refused or read within bounds, each with one sentence; nothing is run."""

from __future__ import annotations

import html
import shutil
import socketserver
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.law.findings import FindingKind
from knowledge.readers import source
from knowledge.readers.confinement import Bounds, read_confined
from knowledge.readers.extract import Extract, Refusal, UnreadableSource
from knowledge.readers.source import read_source
from knowledge.readers.text.plain_text import LARGEST_TEXT
from tests.support.documents.papers import package, pdf_file, picture_pdf
from tests.support.running.danbiet import refusal, run

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MACRO = "vnd.sun.star.script:Standard.M.Main?language=Basic&amp;location=document"
ARTICLE = "<w:p><w:r><w:t>Điều 1. Phạm vi điều chỉnh</w:t></w:r></w:p>"
SECONDS = 30
"""That any of these files may take on a busy machine; the readers' own bounds are wider."""


def document(body: str = ARTICLE, before: str = "") -> str:
    return f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


def word(body: str = ARTICLE, before: str = "", **more: str) -> bytes:
    return package({"word/document.xml": document(body, before), **more})


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    kind = f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]>'
    return word("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", kind)


def macro(trace: Path) -> dict[str, str]:
    """Return the parts of an OpenDocument file whose macro writes the file `trace`."""
    library = 'xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
    code = f'Sub Main\nOpen "{trace}" For Output As #1\nPrint #1, "x"\nClose #1\nEnd Sub'
    return {
        "Basic/script-lc.xml": '<library:libraries xmlns:library="http://openoffice.org/2000/'
        'library"><library:library library:name="Standard" library:link="false"/>'
        "</library:libraries>",
        "Basic/Standard/script-lb.xml": f"<library:library {library}>"
        '<library:element library:name="M"/></library:library>',
        "Basic/Standard/M.xml": '<script:module xmlns:script="http://openoffice.org/2000/script"'
        f' script:name="M" script:language="StarBasic">{html.escape(code)}</script:module>',
    }


class Calls(socketserver.ThreadingTCPServer):
    """A server that notes who calls."""

    allow_reuse_address = True

    def __init__(self) -> None:
        self.received: list[str] = []
        super().__init__(("127.0.0.1", 0), socketserver.BaseRequestHandler)

    def process_request(self, request: object, client_address: object) -> None:
        self.received.append(str(client_address))
        super().process_request(request, client_address)  # type: ignore[arg-type]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/x.png"


@pytest.fixture
def calls() -> Iterator[Calls]:
    with Calls() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def saved(folder: Path, raw: bytes, name: str = "văn bản.pdf") -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        pytest.param(word(" " * 2**26), "bomb", id="zip bomb"),
        pytest.param(laughs(), "entities", id="billion laughs"),
        pytest.param(
            word("<w:p/>", '<!DOCTYPE x SYSTEM "file:///etc/passwd">'),
            "entities",
            id="entity of another file",
        ),
        pytest.param(word(**{"../../a.sh": "x"}), "leads_out", id="way out"),
        pytest.param(word(**{"C:\\..\\a": "x"}), "leads_out", id="way out, \\"),
        pytest.param(pdf_file(["a"] * 10_000), "too_many_pages, most: 2000", id="10,000 pages"),
        pytest.param(picture_pdf(201), "too_many_scanned, most: 200", id="endless scan"),
        pytest.param(b"MZ" + bytes(500), "program", id="program named .pdf"),
        pytest.param(b"a" * (LARGEST_TEXT + 1), "too_big, most: 5", id="endless text"),
        pytest.param(b"a\n" * (source.MOST_LINES + 1), "too_long", id="endless lines"),
        pytest.param(b"<a>" * (LARGEST_TEXT // 3 + 1), "too_big, most: 5", id="endless marks"),
        pytest.param(word(f"{'<w:sdt>' * 5000}"), "no_xml", id="endless nesting"),
        pytest.param(word("".join(ARTICLE for _ in range(250_000))), "too_long", id="endless"),
    ],
)
def test_a_harmful_file_is_refused_in_time_with_one_sentence(
    tmp_path: Path, raw: bytes, sentence: str
) -> None:
    path = saved(tmp_path, raw)
    began = time.monotonic()
    with pytest.raises(UnreadableSource, match=sentence) as refused:
        read_source(path)
    assert time.monotonic() - began < SECONDS
    assert str(refused.value).startswith(f"{path}: ")
    assert "\n" not in str(refused.value)


def test_a_page_behind_many_comments_is_read(tmp_path: Path) -> None:
    page = b"<!---->\n" * 50_000 + "<html><meta charset='utf-8'><p>Điều 1. Một".encode()
    assert "Điều 1. Một" in read_source(saved(tmp_path, page)).lines


def test_a_file_of_200_megabytes_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "lớn.txt"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    assert "nhiều nhất 100 MB" in refusal(run("lint", path))


def test_scripts_of_a_pdf_are_reported_and_not_run(tmp_path: Path) -> None:
    script = "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert(1)) >>] >> >>"
    extract = read_source(saved(tmp_path, pdf_file(["Dieu 1. Pham vi dieu chinh"], script)))
    assert extract.lines == ("Dieu 1. Pham vi dieu chinh",)
    assert [found.fault for found in extract.findings] == [FindingKind.ACTIVE_CONTENT]


def test_macros_of_a_word_file_are_reported_and_not_run(tmp_path: Path) -> None:
    extract = read_source(saved(tmp_path, word(ARTICLE, "", **{"word/vbaProject.bin": "x"})))
    assert extract.lines == ("Điều 1. Phạm vi điều chỉnh",)
    assert [found.fault for found in extract.findings] == [FindingKind.ACTIVE_CONTENT]


def test_a_page_fetches_nothing(tmp_path: Path, calls: Calls) -> None:
    page = (
        f"<html><head><link rel=stylesheet href='{calls.address}'>"
        f"<script src='{calls.address}'></script></head>"
        f"<body><p>Điều 1. Phạm vi<img src='{calls.address}'></p></body></html>"
    )
    assert "Điều 1. Phạm vi" in read_source(saved(tmp_path, page.encode())).lines
    assert calls.received == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_an_opendocument_file_fetches_nothing_and_runs_no_macro(
    tmp_path: Path, calls: Calls
) -> None:
    macros = macro(tmp_path / "trace")
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in macros
    )
    office = "urn:oasis:names:tc:opendocument:xmlns"
    content = f"""<office:document-content xmlns:office="{office}:office:1.0"
      xmlns:text="{office}:text:1.0" xmlns:draw="{office}:drawing:1.0"
      xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:script="{office}:script:1.0"
      office:version="1.2"><office:scripts><office:event-listeners><script:event-listener
      script:language="ooo:script" script:event-name="dom:load" xlink:href="{MACRO}"
      xlink:type="simple"/></office:event-listeners></office:scripts><office:body><office:text>
      <text:p>Điều 1. Phạm vi<draw:frame draw:name="a"><draw:image xlink:type="simple"
      xlink:href="{calls.address}" xlink:actuate="onLoad"/></draw:frame></text:p>
      <text:section text:name="s"><text:section-source xlink:href="{calls.address}"/>
      <text:p>Cũ</text:p></text:section></office:text></office:body></office:document-content>"""
    manifest = f"""<manifest:manifest xmlns:manifest="{office}:manifest:1.0">
      <manifest:file-entry manifest:full-path="/"
      manifest:media-type="application/vnd.oasis.opendocument.text"/>
      <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
      {entries}
      </manifest:manifest>"""
    raw = package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
            **macros,
        }
    )
    extract = read_source(saved(tmp_path, raw))
    assert "Điều 1. Phạm vi" in extract.lines
    assert FindingKind.ACTIVE_CONTENT in {found.fault for found in extract.findings}
    assert calls.received == []
    assert not (tmp_path / "trace").exists()


@pytest.mark.parametrize(
    ("raw", "package_named"),
    [
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            "libreoffice-writer-nogui",
            id="old Word",
        ),
        pytest.param(picture_pdf(1), "ocrmypdf tesseract-ocr-vie", id="scan"),
    ],
)
def test_a_program_that_is_missing_is_named_with_its_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, raw: bytes, package_named: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refusal, match=f"tool_missing.* packages: {package_named}"):
        read_confined(raw)


@pytest.mark.parametrize(
    ("bounds", "sentence"),
    [
        pytest.param(Bounds(wall=0), "too_slow, most: 0", id="time"),
        pytest.param(Bounds(memory=2**20), "stopped|too_large", id="memory"),
    ],
)
def test_a_reading_ends_at_its_bounds(bounds: Bounds, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        read_confined(word(), bounds)


def test_a_reading_leaves_no_file_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert isinstance(read_confined(word()), Extract)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["show", "lint"])
def test_commands_read_a_word_file_as_they_read_a_text(tmp_path: Path, command: str) -> None:
    result = run(command, saved(tmp_path, word(), "nghị quyết.docx"))
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout
