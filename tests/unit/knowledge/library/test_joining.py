"""An annex in a file of its own is one with the document that it was passed with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.law.references.citation import document_label, find_references, full_label
from knowledge.law.resolution import Annex, Resolution, Territory
from knowledge.library.intake.effects import effects_of
from knowledge.library.joining import file_by_file, home_of, joined
from tests.support.documents.documents import in_annex, parsed

DECISION = """\
ỦY BAN NHÂN DÂN
TỈNH AN GIANG

Số: 31/2031/QĐ-UBND

An Giang, ngày 10 tháng 7 năm 2031

QUYẾT ĐỊNH
Ban hành Quy chế phối hợp hòa giải

Điều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp hòa giải ở cơ sở.
Điều 2. Quyết định này có hiệu lực từ ngày 20 tháng 7 năm 2031.
"""
ANNEX = """\
QUY CHẾ
Phối hợp hòa giải ở cơ sở
(Ban hành kèm theo Quyết định số {passed})

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi
1. Quy chế này quy định việc phối hợp.
"""
NUMBER = "31/2031/QĐ-UBND"
OF = " của Ủy ban nhân dân tỉnh An Giang"


def decision() -> Resolution:
    return parsed(DECISION).resolution.called("decision")


def annex_text(passed: str) -> str:
    return ANNEX.format(passed=passed)


def annex(passed: str) -> Resolution:
    return parsed(annex_text(passed)).resolution.called("annex")


@pytest.mark.parametrize(
    "passed",
    [
        pytest.param(f"{NUMBER} ngày 10 tháng 7 năm 2031{OF}", id="all of it"),
        pytest.param(f"{NUMBER}{OF}", id="without the day"),
        pytest.param(f"{NUMBER} ngày 10/7/2031", id="without the issuer"),
    ],
)
@pytest.mark.parametrize("turned", [False, True], ids=["annex first", "annex last"])
def test_an_annex_is_one_with_its_document_whichever_came_first(passed: str, turned: bool) -> None:
    files = [annex(passed), decision()]
    (whole,) = joined(files[::-1] if turned else files)
    assert whole.id == "decision"
    assert whole.annexes == (Annex(1, "Quy chế", file="annex", title="Phối hợp hòa giải ở cơ sở"),)
    assert full_label(in_annex("decision", 1, 1, 1), whole) == (
        "khoản 1 Điều 1 Quy chế ban hành kèm theo Quyết định số 31/2031/QĐ-UBND "
        "ngày 10/7/2031 của Ủy ban nhân dân tỉnh An Giang"
    )
    assert whole.find(in_annex("decision", 1, 1, 1)) is not None
    assert [one.label for one in whole.divisions_above(in_annex("decision", 1, 1))] == ["Chương I"]


def test_it_is_addressed_as_if_one_file_held_both() -> None:
    together = parsed(f"{DECISION}\n{annex_text(f'{NUMBER}{OF}')}").resolution.called("decision")
    (whole,) = joined([annex(f"{NUMBER}{OF}"), decision()])
    assert [(one.address, one.words) for one in whole.provisions] == [
        (one.address, one.words) for one in together.provisions
    ]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("khoản 1 Điều 1 quy chế kèm quyết định 31/2031", id="in the annex"),
        pytest.param("Điều 1 khoản 1 bản kèm theo quyết định 31", id="nameless"),
    ],
)
def test_who_names_it_finds_it(question: str) -> None:
    (whole,) = joined([annex(f"{NUMBER}{OF}"), decision()])
    (reference,) = find_references(question)
    assert reference.address_in(whole) == in_annex("decision", 1, 1, 1)


def test_several_stand_in_the_order_of_their_names() -> None:
    lists = [
        replace(
            parsed(
                f"PHỤ LỤC {sign}\nMỨC HỖ TRỢ\n(Kèm theo Quyết định số {NUMBER}{OF})\nHộ {sign}: 5"
            ).resolution,
            id=f"list-{sign}",
        )
        for sign in ("IV", "IX", "V")
    ]
    (whole,) = joined([*lists, decision(), annex(f"{NUMBER}{OF}")])
    assert [(one.number, one.name) for one in whole.annexes] == [
        (1, "Quy chế"),
        (2, "Phụ lục IV"),
        (3, "Phụ lục V"),
        (4, "Phụ lục IX"),
    ]
    whole_list = whole.find(in_annex("decision", 3))
    assert whole_list is not None
    assert "Hộ V: 5" in whole_list.text


def test_apart_again_each_has_what_stands_in_its_file() -> None:
    library = joined([annex(f"{NUMBER}{OF}"), decision()])
    document, part = file_by_file(library)
    assert document == decision()
    assert (part.id, part.head.title, part.territory) == (
        "annex",
        "Phối hợp hòa giải ở cơ sở",
        Territory("tỉnh An Giang"),
    )
    assert document_label(part) == (
        "Quy chế ban hành kèm theo Quyết định số 31/2031/QĐ-UBND ngày 10/7/2031 "
        "của Ủy ban nhân dân tỉnh An Giang"
    )
    assert {one.address.resolution for one in part.provisions} == {"decision"}
    assert home_of("annex", library) == library[0]


def test_what_is_done_to_an_annex_of_a_document_is_done_to_it() -> None:
    amending = DECISION.replace("31/2031", "40/2032").replace(
        "Ban hành kèm theo Quyết định này Quy chế phối hợp hòa giải ở cơ sở",
        f"Bãi bỏ khoản 1 Điều 1 Quy chế ban hành kèm theo Quyết định số {NUMBER}",
    )
    library = joined([annex(f"{NUMBER}{OF}"), decision()])
    (change,) = effects_of(replace(parsed(amending).resolution, id="later"), library).changes
    assert change.target == in_annex("decision", 1, 1, 1)


@pytest.mark.parametrize(
    "passed",
    [
        pytest.param(f"32/2031/QĐ-UBND{OF}", id="another number"),
        pytest.param(f"{NUMBER} của Ủy ban nhân dân tỉnh Lạng Sơn", id="another issuer"),
        pytest.param(f"{NUMBER} ngày 11 tháng 7 năm 2031{OF}", id="another day"),
        pytest.param(f"{NUMBER} ngày 11 tháng 7 năm 2031", id="another day, no issuer"),
        pytest.param(NUMBER, id="neither day nor issuer"),
    ],
)
def test_an_annex_of_another_document_stays_alone(passed: str) -> None:
    assert joined([annex(passed), decision()])[0] == annex(passed)


def test_an_annex_without_issuer_is_not_that_of_a_document_with_another_title() -> None:
    other = replace(parsed(DECISION.replace("hòa giải", "thi đua")).resolution, id="decision")
    alone = annex(f"{NUMBER} ngày 10/7/2031")
    assert joined([alone, other])[0] == alone


def test_a_document_is_no_annex_of_itself() -> None:
    assert joined([decision()]) == (decision(),)
