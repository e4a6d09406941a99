"""Whole documents: their parts, their end, and files that hold none."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from knowledge.law.findings import Finding, FindingKind
from knowledge.law.resolution import Address, Effect, Head, Part, Territory
from knowledge.parsing.corrections import BadCorrections
from knowledge.parsing.parser import parse_extract, parse_lines, read_resolution
from knowledge.readers.extract import Extract, UnreadableSource
from tests.support.documents.documents import (
    BUNDLED,
    CLEAN,
    at,
    line_with,
    lines_of,
    parsed,
    source_of,
)

SIZE = 300_000
"""Letters: what took minutes, or hours, before the time was bounded."""
SECONDS = 10


def test_a_document_is_read_whole() -> None:
    reading = parsed(CLEAN)
    resolution = reading.resolution
    assert reading.findings == ()
    assert resolution.head == Head(
        number="12/2025/NQ-HĐND",
        kind="Nghị quyết",
        title="Quy định các biện pháp bảo đảm thực hiện dân chủ ở cơ sở trên địa bàn tỉnh An Giang",
        issuer="Hội đồng nhân dân tỉnh An Giang",
        place="An Giang",
        issued_on=date(2025, 7, 10),
        issued_month=(2025, 7),
        term="khóa X",
        session="kỳ họp thứ 20",
        legal_bases=resolution.head.legal_bases,
    )
    assert len(resolution.head.legal_bases) == 3
    assert resolution.territory == Territory("tỉnh An Giang")
    assert resolution.effect == Effect(date(2025, 7, 10), date(2025, 7, 20))
    assert (resolution.signer, resolution.signer_title) == ("Lê Văn An", "Chủ tịch")
    assert resolution.recipients[1:] == (
        "- Ủy ban Thường vụ Quốc hội;",
        "- Chính phủ;",
        "- Lưu: VT.",
    )


def test_units_stand_in_the_order_of_the_text() -> None:
    addresses = [unit.address for unit in parsed(CLEAN).resolution.provisions]
    points = [at("test", 2, 1, point) for point in "abcdđ"]
    bullets = [at("test", 2, 2, None, bullet) for bullet in (1, 2)]
    assert addresses == [
        Address("test", Part.PREAMBLE),
        at("test", 1),
        *[at("test", 2), at("test", 2, 1), *points, at("test", 2, 2), *bullets],
        at("test", 3),
        *[at("test", 4), at("test", 4, 1), at("test", 4, 2)],
        Address("test", Part.CLOSING),
        Address("test", Part.SIGNATURE),
    ]


@pytest.mark.parametrize(
    ("end", "debris"),
    [
        pytest.param("./.", (), id="end mark"),
        pytest.param("/.", (), id="half an end mark"),
        pytest.param(".", (), id="full stop"),
        pytest.param("./.Ae", ("Ae",), id="letters behind"),
        pytest.param("./. Ae", ("Ae",), id="letters behind a blank"),
        pytest.param("./.\nAe", ("Ae",), id="letters on the next line"),
    ],
)
def test_what_follows_the_end_mark_is_debris(end: str, debris: tuple[str, ...]) -> None:
    text = CLEAN.replace("./.", end)
    reading = parsed(text)
    closing = reading.resolution.find(Address("test", Part.CLOSING))
    assert closing is not None
    assert closing.text.endswith("20 tháng 7 năm 2025.")
    assert reading.resolution.debris == debris
    last = line_with("Nơi nhận", text) - 2
    expected = [Finding(FindingKind.TRAILING_DEBRIS, last, piece) for piece in debris]
    assert [
        found for found in reading.findings if found.fault is FindingKind.TRAILING_DEBRIS
    ] == expected


def test_an_end_mark_may_end_the_last_article() -> None:
    reading = parsed("Điều 1. Giao Ủy ban nhân dân tỉnh thực hiện./.x")
    assert [unit.text for unit in reading.resolution.provisions] == [
        "Giao Ủy ban nhân dân tỉnh thực hiện."
    ]
    assert reading.resolution.debris == ("x",)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("\n \n|\n", [], id="marks alone"),
        pytest.param(CLEAN[: CLEAN.index("Điều 1")], [Part.PREAMBLE], id="head alone"),
        pytest.param("Điều 1. Giao thực hiện.", [Part.ARTICLE], id="article alone"),
        pytest.param("Kế hoạch của thôn, không có điều nào.", [Part.PREAMBLE], id="no resolution"),
    ],
)
def test_a_text_may_lack_parts(tmp_path: Path, text: str, parts: list[Part]) -> None:
    source = tmp_path / "part.txt"
    source.write_text(text, encoding="utf-8")
    resolution = read_resolution(source).resolution
    assert [unit.address.part for unit in resolution.provisions] == parts


def test_a_file_is_read_under_its_name_and_with_its_corrections(tmp_path: Path) -> None:
    source = tmp_path / "an-giang-12-2025.txt"
    source.write_text(CLEAN, encoding="utf-8")
    stated = '[number]\nvalue = "13/NQ-HĐND"\nreason = "Theo Công báo."'
    source.with_name("an-giang-12-2025.corrections.toml").write_text(stated, encoding="utf-8")
    resolution = read_resolution(source).resolution
    assert resolution.id == "an-giang-12-2025"
    assert {unit.address.resolution for unit in resolution.provisions} == {resolution.id}
    assert resolution.head.number == "13/NQ-HĐND"


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "scan.txt"
    source.write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(UnreadableSource, match="picture"):
        read_resolution(source)


def test_bad_corrections_are_refused(tmp_path: Path) -> None:
    source = tmp_path / "an-giang.txt"
    source.write_text(CLEAN, encoding="utf-8")
    source.with_name("an-giang.corrections.toml").write_text("[", encoding="utf-8")
    with pytest.raises(BadCorrections):
        read_resolution(source)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Căn cứ " * (SIZE // 7), id="legal bases without end"),
        pytest.param("Hội đồng nhân dân tỉnh A " * (SIZE // 25), id="councils"),
        pytest.param("NGHỊ QUYẾT\n" + "A b " * (SIZE // 4), id="title without end"),
        pytest.param("Số: 1 " * (SIZE // 6), id="numbers"),
        pytest.param("QUY CHẾ\n" * (SIZE // 10), id="annexes"),
        pytest.param("Điều 1. A\n" + "a:\n“b “c\n" * (SIZE // 20), id="wordings never closed"),
        pytest.param("Điều 1. A\n" + "thông qua tại " * (SIZE // 14), id="passed at, without end"),
    ],
)
def test_a_text_built_to_take_time_is_read_in_time(text: str) -> None:
    began = time.process_time()
    parsed(text)
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(CLEAN.replace("nhà văn hóa", "nhà văn hóa[1]") + "\n\n[1] Sửa.\n", id="notes"),
        *(pytest.param(source_of(name).read_text(encoding="utf-8"), id=name) for name in BUNDLED),
    ],
)
def test_a_document_is_the_same_under_any_id(text: str) -> None:
    extract = Extract(tuple(lines_of(text)))
    one, other = parse_extract(extract, "one"), parse_extract(extract, "other")
    assert one == parse_lines(extract.lines, "one")
    assert other == parse_lines(extract.lines, "other")
    assert one.called("other") == other
