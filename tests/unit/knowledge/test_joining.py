"""An annex in a file of its own takes what it does not say from the document that passed it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.citation import full_label
from knowledge.joining import joined
from knowledge.resolution import Effect, Resolution, Territory
from tests.documents import at, parsed

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

Điều 1. Phạm vi
1. Quy chế này quy định việc phối hợp.
"""
NUMBER = "31/2031/QĐ-UBND"
OF = " của Ủy ban nhân dân tỉnh An Giang"


def decision() -> Resolution:
    return replace(parsed(DECISION).resolution, id="decision")


def annex(passed: str) -> Resolution:
    return replace(parsed(ANNEX.format(passed=passed)).resolution, id="annex")


@pytest.mark.parametrize(
    "passed",
    [
        pytest.param(f"{NUMBER} ngày 10 tháng 7 năm 2031{OF}", id="all of it"),
        pytest.param(f"{NUMBER}{OF}", id="without the day"),
        pytest.param(f"{NUMBER} ngày 10/7/2031", id="without the issuer"),
    ],
)
def test_an_annex_takes_number_issuer_place_and_days(passed: str) -> None:
    ended = replace(decision(), effect=replace(decision().effect, until=date(2033, 1, 1)))
    found = joined([annex(passed), ended])[0]
    assert found.head.issuer == "Ủy ban nhân dân tỉnh An Giang"
    assert found.territory == Territory("tỉnh An Giang")
    assert found.effect == Effect(since=date(2031, 7, 20), until=date(2033, 1, 1))
    assert full_label(at("test", 1, 1), found) == (
        "khoản 1 Điều 1 Quy chế ban hành kèm theo Quyết định số 31/2031/QĐ-UBND "
        "ngày 10/7/2031 của Ủy ban nhân dân tỉnh An Giang"
    )


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
