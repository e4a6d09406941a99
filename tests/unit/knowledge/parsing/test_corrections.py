"""Corrections: the facts that a person states beside a copy."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.law.findings import Finding, FindingKind
from knowledge.law.resolution import Territory
from knowledge.parsing.corrections import (
    FACTS,
    BadCorrections,
    Correction,
    Corrections,
    corrections_path,
    facts_of,
    parse_corrections,
    read_corrections,
    with_statements,
)
from tests.support.documents.documents import CLEAN, parsed

NUMBER = '[number]\nvalue = "7/NQ-HĐND"\nreason = "Theo Công báo."\n'


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "an-giang-12-2025.txt"


def test_corrections_stand_beside_the_source() -> None:
    beside = corrections_path(Path("folder/an-giang-12-2025.txt"))
    assert beside == Path("folder/an-giang-12-2025.corrections.toml")


def test_without_a_file_there_is_nothing_to_correct(source: Path) -> None:
    assert read_corrections(source) == Corrections({}, {})


@pytest.mark.parametrize(
    ("stated", "values", "reasons"),
    [
        pytest.param("", {}, {}, id="empty file"),
        pytest.param(NUMBER, {"number": "7/NQ-HĐND"}, {"number": "Theo Công báo."}, id="words"),
        pytest.param(
            '[in_force_until]\nvalue = 2026-01-31\nreason = "Bị thay thế."',
            {"in_force_until": date(2026, 1, 31)},
            {"in_force_until": "Bị thay thế."},
            id="day",
        ),
        pytest.param(
            '[number]\nreason = "Bản sao không ghi số."',
            {},
            {"number": "Bản sao không ghi số."},
            id="confirmed to be missing",
        ),
    ],
)
def test_reads_values_and_reasons(
    source: Path, stated: str, values: dict[str, object], reasons: dict[str, str]
) -> None:
    corrections_path(source).write_text(stated, encoding="utf-8")
    assert read_corrections(source) == Corrections(values, reasons)


@pytest.mark.parametrize(
    ("stated", "reason"),
    [
        pytest.param("[number", "end of file", id="no TOML"),
        pytest.param('[colour]\nreason = "x"', "colour: Extra inputs", id="fact that is unknown"),
        pytest.param(
            '[number]\nvalue = "7"\nnote = "x"\nreason = "x"',
            "number.note: Extra",
            id="unknown key",
        ),
        pytest.param('[number]\nvalue = "7"', "number.reason: Field required", id="no reason"),
        pytest.param(
            '[number]\nreason = ""', "number.reason: String should have", id="empty reason"
        ),
        pytest.param('[number]\nvalue = 7\nreason = "x"', "number.value: Input", id="no words"),
        pytest.param(
            '[issued_on]\nvalue = "hôm qua"\nreason = "x"', "issued_on.value: Input", id="no day"
        ),
        pytest.param(
            '[issued_on]\nvalue = 2024-02-30\nreason = "x"', "line 2", id="day that does not exist"
        ),
        pytest.param('number = "7"', "number: Input should be", id="value without a table"),
    ],
)
def test_refuses_what_such_a_file_cannot_say(source: Path, stated: str, reason: str) -> None:
    path = corrections_path(source)
    path.write_text(stated, encoding="utf-8")
    with pytest.raises(BadCorrections) as refusal:
        read_corrections(source)
    assert refusal.value.path == path
    assert reason in refusal.value.reason
    assert "\n" not in str(refusal.value)


def test_refuses_a_file_in_another_encoding(source: Path) -> None:
    corrections_path(source).write_bytes(NUMBER.encode("utf-16"))
    with pytest.raises(BadCorrections, match="utf-8"):
        read_corrections(source)


def test_refuses_a_folder_in_the_place_of_the_file(source: Path) -> None:
    corrections_path(source).mkdir()
    with pytest.raises(BadCorrections):
        read_corrections(source)


def test_stated_facts_take_the_place_of_those_of_the_copy() -> None:
    day = date(2026, 1, 31)
    copy = parsed(CLEAN).resolution
    stated = Corrections(
        {
            "number": "7/NQ-HĐND",
            "issued_on": day,
            "passed_on": day,
            "in_force_since": day,
            "in_force_until": day,
            "province": "tỉnh Đồng Tháp",
            "signer": "Lê Thị Bình",
        },
        {},
    ).apply(copy)
    assert (stated.head.number, stated.head.issued_on) == ("7/NQ-HĐND", day)
    assert (stated.effect.passed_on, stated.effect.since, stated.effect.until) == (day, day, day)
    assert (stated.territory, stated.signer) == (Territory("tỉnh Đồng Tháp"), "Lê Thị Bình")
    assert stated.provisions == copy.provisions
    assert stated.find(copy.provisions[1].address) == copy.provisions[1]


def test_what_nobody_states_stays_as_the_copy_says() -> None:
    copy = parsed(CLEAN).resolution
    assert Corrections({}, {}).apply(copy) == copy


@pytest.mark.parametrize("name", FACTS)
def test_what_a_person_says_to_be_missing_is_missing(name: str) -> None:
    copy = parsed(CLEAN).resolution
    stated = Corrections({}, {name: "Theo Công báo."}).apply(copy)
    assert facts_of(stated) == {**facts_of(copy), name: None}
    assert Corrections({name: facts_of(copy)[name]}, {}).apply(stated) == copy


GAP = Finding(FindingKind.NUMBERING_GAP, 3, '3. Đề nghị "x"\\', "2")
OTHER = Finding(FindingKind.EMPTY_ARTICLE, 9, "Điều 4")


def stated(content: bytes) -> Corrections:
    return parse_corrections(content, Path("x.corrections.toml"))


def test_statements_are_written_beside_what_stands_there() -> None:
    content = with_statements(
        f"# Xem Công báo.\n{NUMBER}".encode(),
        {"signer": Correction("Theo bản gốc.", "Trần Thị Bình"), "in_force_since": Correction("?")},
        [(GAP, "Bản gốc cũng vậy."), (OTHER, "Bản gốc cũng vậy.")],
        "https://vbpl.vn/1",
    )
    told = stated(content)
    assert content.startswith("# Xem Công báo.\n".encode())
    assert told.values == {"number": "7/NQ-HĐND", "signer": "Trần Thị Bình"}
    assert told.reasons["in_force_since"] == "?"
    assert (told.found_at, told.answer_to(GAP)) == ("https://vbpl.vn/1", "Bản gốc cũng vậy.")


def test_statements_are_taken_back() -> None:
    content = with_statements(NUMBER.encode(), {}, [(GAP, "a"), (OTHER, "b")], "https://vbpl.vn/1")
    told = stated(with_statements(content, {"number": None}, [(GAP, "")], ""))
    assert (told.values, told.found_at) == ({}, "")
    assert (told.answer_to(GAP), told.answer_to(OTHER)) == ("", "b")


def test_what_is_not_named_stays() -> None:
    content = with_statements(NUMBER.encode(), {}, [(GAP, "a")], "https://vbpl.vn/1")
    assert with_statements(content, {}) == content


def test_a_file_as_a_person_writes_it_can_be_added_to() -> None:
    by_hand = (
        f"""answered = [{{ fault = "{GAP.fault}", excerpt = '{GAP.excerpt}', reason = "a" }}]"""
    )
    begun_by_an_editor_of_windows = b"\xef\xbb\xbf" + by_hand.encode()
    content = with_statements(begun_by_an_editor_of_windows, {}, [(OTHER, "b")], "https://vbpl.vn")
    told = stated(content)
    assert (told.answer_to(GAP), told.answer_to(OTHER)) == ("a", "b")
    assert told.found_at == "https://vbpl.vn"


def test_title_issuer_and_territory_can_be_stated() -> None:
    facts = {"title": "Về nước sạch", "issuer": "HĐND xã Phú", "commune": "xã Phú", "province": "X"}
    content = with_statements(b"", {name: Correction("r", value) for name, value in facts.items()})
    document = stated(content).apply(parsed(CLEAN).resolution)
    assert (document.head.title, document.head.issuer) == ("Về nước sạch", "HĐND xã Phú")
    assert document.territory == Territory("X", "xã Phú")
