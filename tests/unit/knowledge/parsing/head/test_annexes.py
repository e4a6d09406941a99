"""What a document was passed with: read, addressed, named, and never words of the document."""

from __future__ import annotations

import pytest

from knowledge.law.findings import FindingKind, Severity
from knowledge.law.references.citation import full_label
from knowledge.law.resolution import Annex, Part, Resolution
from knowledge.parsing.parser import ParsedSource
from tests.support.documents.documents import CLEAN, in_annex, parsed

SIGNED = CLEAN.rstrip()
UNSIGNED = CLEAN[: CLEAN.index("Nơi nhận")].rstrip()
ENDING = SIGNED[len(UNSIGNED) :]
PASSED = "(Ban hành kèm theo Nghị quyết số 12/2025/NQ-HĐND của Hội đồng nhân dân tỉnh An Giang)"
TITLE = f"QUY CHẾ\nPhối hợp hòa giải\n{PASSED}\n"
ARTICLES = """\
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Quy chế này quy định việc phối hợp.
Điều 2. Nguyên tắc
1. Kịp thời.
2. Công khai./.
"""
STATE = "HỘI ĐỒNG NHÂN DÂN\nTỈNH AN GIANG\nĐộc lập - Tự do - Hạnh phúc\n"
WHOLE = in_annex("test", 1)
UNITS = [in_annex("test", 1, *path) for path in ((1,), (2,), (2, 1), (2, 2))]


def read(*parts: str) -> ParsedSource:
    return parsed("\n\n".join(parts))


def of_annexes(resolution: Resolution) -> list[object]:
    units = (unit.address for unit in resolution.provisions)
    return [address for address in units if address.part is Part.ANNEX]


@pytest.mark.parametrize(
    ("parts", "units"),
    [
        pytest.param((SIGNED, TITLE + ARTICLES), [WHOLE, *UNITS], id="behind the signature"),
        pytest.param(
            (SIGNED, STATE + TITLE + ARTICLES), [WHOLE, *UNITS], id="with state and office"
        ),
        pytest.param((SIGNED, ARTICLES), UNITS, id="without a title"),
        pytest.param((UNSIGNED, TITLE + ARTICLES, ENDING), [WHOLE, *UNITS], id="before the ending"),
        pytest.param((SIGNED, "PHỤ LỤC\nMức chi | 500"), [WHOLE], id="table"),
        pytest.param(
            (SIGNED, f"BẢNG ĐƠN GIÁ CÂY TRỒNG\n{PASSED}\nCam | 500"), [WHOLE], id="unheard-of title"
        ),
        pytest.param(
            (SIGNED, f"Quy chế\nPhối hợp\n{PASSED}\n{ARTICLES}"), [WHOLE, *UNITS], id="small"
        ),
    ],
)
def test_an_annex_is_addressed_and_changes_nothing_of_its_document(
    parts: tuple[str, ...], units: list[object]
) -> None:
    alone, reading = parsed(SIGNED if parts[0] == SIGNED else UNSIGNED + ENDING), read(*parts)
    together = reading.resolution
    own = [unit.words for unit in together.provisions if unit.address.part is not Part.ANNEX]
    assert sorted(own) == sorted(unit.words for unit in alone.resolution.provisions)
    assert (together.signer, together.effect) == (alone.resolution.signer, alone.resolution.effect)
    assert together.recipients == alone.resolution.recipients
    assert of_annexes(together) == units
    assert not [one for one in reading.findings if one.severity is Severity.ERROR]


def test_chapters_and_title_of_an_annex_stand_above_its_articles() -> None:
    resolution = read(SIGNED, TITLE + ARTICLES).resolution
    address = in_annex("test", 1, 2, 1)
    assert [one.words for one in resolution.divisions_above(address)] == [
        "Chương I. QUY ĐỊNH CHUNG"
    ]
    assert [one.heading for one in resolution.trail(address)] == [
        "QUY CHẾ Phối hợp hòa giải",
        "Nguyên tắc",
    ]
    assert full_label(address, resolution) == (
        "khoản 1 Điều 2 Quy chế ban hành kèm theo Nghị quyết số 12/2025/NQ-HĐND "
        "ngày 10/7/2025 của HĐND tỉnh An Giang"
    )


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        pytest.param("Phụ lục I", "Phụ lục I", id="Roman"),
        pytest.param("Phụ lục 01", "Phụ lục 01", id="two digits"),
        pytest.param("PHỤ LỤC SỐ 2", "Phụ lục 2", id="with the word for number"),
        pytest.param("Phụ lục III. Danh sách xã", "Phụ lục III", id="title on the line"),
        pytest.param("PHỤ LỤC", "Phụ lục", id="alone"),
        pytest.param("Mẫu số 01", "Mẫu 01", id="form"),
        pytest.param("Mẫu số 02: Đơn đề nghị", "Mẫu 02", id="form with its title"),
        pytest.param("DANH MỤC CÔNG TRÌNH", "Danh mục", id="list"),
    ],
)
def test_headings_of_lists_and_forms_count_in_every_form(heading: str, name: str) -> None:
    resolution = read(SIGNED, f"{heading}\n{PASSED}\n1. Xã vùng cao: 700.000 đồng.").resolution
    assert resolution.annexes == (Annex(1, name, is_form=name.startswith("Mẫu")),)
    unit = resolution.find(WHOLE)
    assert unit is not None
    assert unit.text.endswith("1. Xã vùng cao: 700.000 đồng.")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Phụ lục I ban hành kèm theo Nghị quyết này gồm 3 bảng.", id="sentence"),
        pytest.param("theo Phụ lục I ban hành kèm theo Nghị quyết này;", id="inside a sentence"),
        pytest.param("Phụ lục này áp dụng từ năm 2026.", id="this annex"),
        pytest.param("Mẫu số 01: Đơn đề nghị;", id="item of a list"),
        pytest.param("Quy chế này có 2 điều.", id="this statute"),
    ],
)
def test_a_mere_mention_is_no_heading(line: str) -> None:
    resolution = read(SIGNED, f"{TITLE}{ARTICLES}{line}").resolution
    assert resolution.annexes == (Annex(1, "Quy chế"),)
    assert line in resolution.provisions[-1].words


def test_annexes_of_one_file_count_in_the_order_of_the_text() -> None:
    second = f"QUY ĐỊNH\nVề hương ước\n{PASSED}\nĐiều 1. Chung\n1. Một.\n"
    resolution = read(SIGNED, TITLE + ARTICLES, second, f"Phụ lục I\n{PASSED}\nA | 1").resolution
    assert [one.name for one in resolution.annexes] == ["Quy chế", "Quy định", "Phụ lục I"]
    assert of_annexes(resolution)[-4:] == [
        in_annex("test", 2),
        in_annex("test", 2, 1),
        in_annex("test", 2, 1, 1),
        in_annex("test", 3),
    ]


def test_annexes_of_one_name_are_told_apart() -> None:
    resolution = read(SIGNED, TITLE + ARTICLES, TITLE + ARTICLES).resolution
    assert [one.name for one in resolution.annexes] == ["Quy chế thứ 1", "Quy chế thứ 2"]


def test_a_form_in_an_appendix_is_of_it_and_its_articles_are_nobodys() -> None:
    form = "Mẫu số 01: Quyết định mẫu\nĐiều 1. Công nhận ông (bà) …\nNơi nhận:\n- Lưu: VT."
    resolution = read(SIGNED, f"Phụ lục I\n{PASSED}\n{form}").resolution
    assert of_annexes(resolution) == [WHOLE]
    unit = resolution.find(WHOLE)
    assert unit is not None
    assert unit.text.endswith(form)


def test_recipients_and_signature_of_an_annex_are_no_words_of_its_last_article() -> None:
    ending = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Bé"
    resolution = read(SIGNED, TITLE + ARTICLES, ending).resolution
    assert resolution.provisions[-1].words == "Công khai."
    assert [one.text for one in resolution.asides] == [ending]
    assert resolution.signer == parsed(SIGNED).resolution.signer


@pytest.mark.parametrize("label", ["Điều I", "Điều 1 bis –", "Điều 1 ("])
def test_an_annex_whose_articles_have_no_address_is_a_serious_fault(label: str) -> None:
    reading = read(SIGNED, f"{TITLE}{label} Phạm vi\nQuy chế này quy định việc phối hợp.")
    faults = [one for one in reading.findings if one.severity is Severity.ERROR]
    assert [one.fault for one in faults] == [FindingKind.ANNEX]
    assert faults[0].excerpt.startswith(label)
