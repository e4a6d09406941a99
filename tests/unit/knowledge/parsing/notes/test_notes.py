"""Notes: their marks and their texts are no words of a provision, and belong to one."""

from __future__ import annotations

import pytest

from knowledge.law.findings import FindingKind
from knowledge.law.resolution import Address, Note, Part, Resolution
from tests.support.documents.documents import CLEAN, at, parsed

AMENDED = "Khoản này được sửa đổi theo Điều 1 Nghị quyết số 30/2026/NQ-HĐND."
SENTENCE = "a) Niêm yết tại nhà văn hóa;"
OTHER = "b) Đăng trên trang thông tin điện tử;"


def _marked(mark: str, note: str, words: str = "nhà văn hóa") -> str:
    """Return CLEAN with `mark` behind `words` of its first point, and `note` at its end."""
    return CLEAN.replace(words, f"{words}{mark}", 1).rstrip() + f"\n\n{note}\n"


def _words(resolution: Resolution, address: Address) -> str:
    unit = resolution.find(address)
    return unit.words if unit else ""


def _units(text: str) -> list[tuple[Address, str]]:
    return [(unit.address, unit.words) for unit in parsed(text).resolution.provisions]


@pytest.mark.parametrize(
    ("mark", "note", "sign"),
    [
        pytest.param("[1]", f"[1] {AMENDED}", "1", id="brackets"),
        pytest.param(" [12]", f"[12] {AMENDED}", "12", id="brackets apart"),
        pytest.param("²", f"² {AMENDED}", "2", id="raised digit"),
        pytest.param("⁽³⁾", f"⁽³⁾ {AMENDED}", "3", id="raised in brackets"),
        pytest.param("¹⁰", f"10 {AMENDED}", "10", id="note with a bare number"),
        pytest.param("[*]", f"[*] {AMENDED}", "*", id="star"),
        pytest.param("[1]", f"[1] {AMENDED[:30]}\n{AMENDED[30:]}", "1", id="note of two lines"),
    ],
)
def test_marks_and_notes_are_no_words_of_units(mark: str, note: str, sign: str) -> None:
    reading = parsed(_marked(mark, note))
    assert _units(_marked(mark, note)) == _units(CLEAN)
    [told] = reading.resolution.notes
    assert (told.sign, told.text.replace("\n", ""), told.addresses) == (
        sign,
        AMENDED,
        (at("test", 2, 1, "a"),),
    )
    assert [one.detail for one in reading.findings if one.fault is FindingKind.NOTES] == ["1"]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("2.[1] Lấy ý kiến của Nhân dân", id="behind the label of a clause"),
        pytest.param("2.¹Lấy ý kiến của Nhân dân", id="between label and word"),
        pytest.param("2[1]. Lấy ý kiến của Nhân dân", id="inside the label"),
        pytest.param("2. Lấy ý kiến của Nhân dân[1]", id="behind a heading"),
        pytest.param("2. Lấy ý kiến [1] của Nhân dân", id="in mid-sentence"),
        pytest.param("2. Lấy ý kiến [1]của Nhân dân", id="glued to the next word"),
    ],
)
def test_a_mark_anywhere_in_a_unit_puts_the_note_to_it(written: str) -> None:
    text = CLEAN.replace("2. Lấy ý kiến của Nhân dân", written) + f"\n[1] {AMENDED}\n"
    assert _units(text) == _units(CLEAN)
    [note] = parsed(text).resolution.notes
    assert note.addresses == (at("test", 2, 2),)


def test_a_number_before_a_mark_stays_a_number() -> None:
    text = CLEAN.replace("Niêm yết tại", "Niêm yết 15² ngày tại") + f"\n² {AMENDED}\n"
    words = _words(parsed(text).resolution, at("test", 2, 1, "a"))
    assert words == "Niêm yết 15 ngày tại nhà văn hóa;"


@pytest.mark.parametrize("measure", ["30 m²", "4 km²", "120m³"])
def test_a_raised_number_of_a_measure_stays(measure: str) -> None:
    text = CLEAN.replace("Niêm yết tại", f"Niêm yết {measure} tại")
    reading = parsed(text)
    assert measure in _words(reading.resolution, at("test", 2, 1, "a"))
    assert reading.resolution.notes == ()
    assert FindingKind.MARK_WITHOUT_NOTE not in {one.fault for one in reading.findings}


def test_a_mark_without_a_note_is_reported_at_its_line() -> None:
    text = CLEAN.replace("Điều 3. Ủy", "Điều 3[7]. Ủy")
    found = [one for one in parsed(text).findings if one.fault is FindingKind.MARK_WITHOUT_NOTE]
    line = next(n for n, said in enumerate(text.splitlines(), 1) if said.startswith("Điều 3"))
    assert [(one.line, one.excerpt) for one in found] == [(line, "[7]")]
    assert _units(text) == _units(CLEAN)


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        pytest.param(f"[1] {AMENDED}", AMENDED, id="sentence"),
        pytest.param(
            "[1] Khoản này quy định như sau:\n“1. Một.\n2. Hai.”",
            "Khoản này quy định như sau:\n“1. Một.\n2. Hai.”",
            id="quoted wording",
        ),
    ],
)
def test_a_note_at_the_foot_of_a_page_does_not_part_the_sentence(note: str, kept: str) -> None:
    broken = SENTENCE.replace(" tại", f"[1] tại\n\n{note}\n")
    reading = parsed(CLEAN.replace(SENTENCE, broken))
    assert _words(reading.resolution, at("test", 2, 1, "a")) == "Niêm yết tại nhà văn hóa;"
    assert _words(reading.resolution, at("test", 2, 1, "b")) in OTHER
    assert [one.text for one in reading.resolution.notes] == [kept]


def test_notes_counted_anew_on_each_page_follow_their_marks() -> None:
    text = CLEAN.replace("nhà văn hóa;", "nhà văn hóa[1];").replace("thanh;", "thanh[1];")
    notes = parsed(f"{text}\n[1] Điểm này mới.\n[1] Điểm kia mới.\n").resolution.notes
    assert [(one.text, one.addresses) for one in notes] == [
        ("Điểm này mới.", (at("test", 2, 1, "a"),)),
        ("Điểm kia mới.", (at("test", 2, 1, "c"),)),
    ]


def test_a_note_of_the_head_is_put_to_the_head() -> None:
    text = CLEAN.replace("năm 2022;", "năm 2022;[1]") + "\n[1] Căn cứ này được bổ sung.\n"
    [note] = parsed(text).resolution.notes
    assert note.addresses == (Address("test", Part.PREAMBLE),)
    assert parsed(text).resolution.notes_on(Address("test", Part.PREAMBLE)) == (note,)


def test_what_a_note_says_of_days_is_not_of_the_document() -> None:
    plain = parsed(CLEAN).resolution
    noted = parsed(_marked("[1]", "[1] Nghị quyết này có hiệu lực từ ngày 01 tháng 5 năm 2030."))
    assert (noted.resolution.effect, noted.resolution.head) == (plain.effect, plain.head)


def test_a_bracketed_number_that_leads_nowhere_at_the_start_of_a_line_keeps_its_words() -> None:
    text = CLEAN.replace("- Phát phiếu", "[3] Phát phiếu")
    assert "Phát phiếu đến từng hộ gia đình." in "\n".join(words for _, words in _units(text))


def test_a_note_is_a_value_of_its_document() -> None:
    assert Note("1", "x", 1, 1).addresses == ()
