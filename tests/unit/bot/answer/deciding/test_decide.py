"""The rules by which a question gets its status, and their order."""

from __future__ import annotations

import pytest

from bot.answer.acts import Act
from bot.answer.deciding.decide import decide
from bot.answer.deciding.decision import Decision, Reason
from bot.answer.selection.evidence import Evidence
from bot.answer.values import Fact, Measure, Status
from knowledge.law.references.citation import Reference
from knowledge.law.resolution import Address, Part
from knowledge.matters.lists.outside import OutsideKind
from tests.support.answers.answers import (
    evidence,
    hit,
    library,
    matter_hit,
    nowhere,
    reach,
    reading,
)
from tests.support.documents.documents import BINH_DUONG, CA_MAU, KIM_THANH, LANG_SON, NINH_BINH, at

FUNDS = hit(at(CA_MAU, 2))
"""Điều 2 of the Cà Mau resolution, on costs: it states no amount."""
CLOSING = hit(Address(CA_MAU, Part.CLOSING), 21.0)
LOOKUP = reading("điểm d khoản 5 Điều 1", references=(Reference(1, 5, "d"),))
FIELD, LAW = matter_hit(OutsideKind.FIELD), matter_hit(OutsideKind.LAW)
UNLIKELY = hit(at(LANG_SON, 5), -6.0)
"""A provision of Lạng Sơn that hardly answers."""


@pytest.mark.parametrize(
    ("given", "status", "reason"),
    [
        pytest.param(
            evidence(FUNDS, read=reading(act=Act.GREETING)),
            Status.SMALL_TALK,
            Reason.SMALL_TALK,
            id="small talk",
        ),
        pytest.param(
            evidence(FUNDS, read=reading(other_kind=True, references=(Reference(2),))),
            Status.NOT_FOUND,
            Reason.OTHER_DOCUMENT,
            id="provision of a law",
        ),
        pytest.param(
            evidence(FUNDS, read=reading(numbers=("55",))),
            Status.NOT_FOUND,
            Reason.UNKNOWN_DOCUMENT,
            id="unknown number",
        ),
        pytest.param(
            evidence(FUNDS, matter=FIELD, likely=Status.OUT_OF_SCOPE),
            Status.OUT_OF_SCOPE,
            Reason.OTHER_FIELD,
            id="another field",
        ),
        pytest.param(
            evidence(FUNDS, read=reading(leans=True), matter=FIELD, likely=Status.OUT_OF_SCOPE),
            Status.OUT_OF_SCOPE,
            Reason.UNCLEAR,
            id="brief, after another question",
        ),
        pytest.param(
            evidence(FUNDS, likely=Status.OUT_OF_SCOPE),
            Status.OUT_OF_SCOPE,
            Reason.NOTHING,
            id="no field that is known",
        ),
        pytest.param(
            evidence(within=nowhere(), anywhere=(FUNDS,)),
            Status.NO_RESOLUTION,
            Reason.NO_RESOLUTION,
            id="no resolution",
        ),
        pytest.param(
            evidence(read=LOOKUP, within=reach(BINH_DUONG)),
            Status.ANSWERED,
            Reason.LOOKUP,
            id="lookup",
        ),
        pytest.param(
            evidence(FUNDS, read=LOOKUP, within=reach(CA_MAU)),
            Status.ANSWERED,
            Reason.LOOKUP,
            id="lookup elsewhere",
        ),
        pytest.param(
            evidence(FUNDS, read=reading(references=(Reference(99),))),
            Status.NOT_FOUND,
            Reason.UNKNOWN_PROVISION,
            id="unknown provision",
        ),
        pytest.param(
            evidence(read=reading(fact=Fact.AUDIENCE), within=reach(LANG_SON)),
            Status.ANSWERED,
            Reason.LOOKUP,
            id="audience",
        ),
        pytest.param(
            evidence(read=reading(fact=Fact.EFFECT), within=reach(LANG_SON)),
            Status.ANSWERED,
            Reason.FACT,
            id="fact",
        ),
        pytest.param(
            evidence(read=reading(fact=Fact.EFFECT), within=reach(CA_MAU)),
            Status.NOT_FOUND,
            Reason.FACT_MISSING,
            id="fact that the copy lacks",
        ),
        pytest.param(evidence(), Status.OUT_OF_SCOPE, Reason.NOTHING, id="nothing found"),
        pytest.param(
            evidence(hit(FUNDS.address, lexical=0.0)),
            Status.OUT_OF_SCOPE,
            Reason.NOTHING,
            id="no word in common",
        ),
        pytest.param(
            evidence(FUNDS, matter=LAW, likely=Status.NOT_FOUND),
            Status.NOT_FOUND,
            Reason.LEFT_TO_LAW,
            id="left to the law",
        ),
        pytest.param(
            evidence(UNLIKELY, anywhere=(FUNDS,), likely=Status.NOT_FOUND),
            Status.NOT_FOUND,
            Reason.SILENT,
            id="nothing here comes near",
        ),
        pytest.param(
            evidence(FUNDS, likely=Status.NOT_FOUND),
            Status.NOT_FOUND,
            Reason.NOT_SEEN,
            id="something comes near: nothing is denied",
        ),
        pytest.param(
            evidence(FUNDS, read=reading(measure=Measure.MONEY), likely=Status.NOT_FOUND),
            Status.NOT_FOUND,
            Reason.NO_AMOUNT,
            id="no amount",
        ),
        pytest.param(
            evidence(UNLIKELY, matter=FIELD, likely=Status.OUT_OF_SCOPE, sure=0.6),
            Status.OUT_OF_SCOPE,
            Reason.UNCLEAR,
            id="perhaps another field",
        ),
        pytest.param(evidence(FUNDS), Status.ANSWERED, Reason.PROVISION, id="provision"),
    ],
)
def test_each_rule_decides_its_questions(given: Evidence, status: Status, reason: Reason) -> None:
    decision = decide(given)

    assert (decision.status, decision.reason) == (status, reason)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        pytest.param(
            evidence(
                read=reading(act=Act.THANKS, numbers=("55",)),
                within=nowhere(),
                likely=Status.OUT_OF_SCOPE,
            ),
            Reason.SMALL_TALK,
            id="small talk before all",
        ),
        pytest.param(
            evidence(read=reading(numbers=("55",)), within=nowhere(), likely=Status.OUT_OF_SCOPE),
            Reason.UNKNOWN_DOCUMENT,
            id="unknown document before another field",
        ),
        pytest.param(
            evidence(within=nowhere(), anywhere=(FUNDS,), matter=FIELD, likely=Status.OUT_OF_SCOPE),
            Reason.OTHER_FIELD,
            id="another field before no resolution",
        ),
        pytest.param(
            evidence(read=LOOKUP, within=nowhere(), anywhere=(FUNDS,)),
            Reason.NO_RESOLUTION,
            id="no resolution before a lookup",
        ),
        pytest.param(
            evidence(FUNDS, read=LOOKUP, within=reach(BINH_DUONG), likely=Status.OUT_OF_SCOPE),
            Reason.LOOKUP,
            id="a lookup is of no other field",
        ),
        pytest.param(
            evidence(
                FUNDS,
                read=reading("dân được bàn những gì"),
                matter=matter_hit(OutsideKind.TALK),
                likely=Status.SMALL_TALK,
                sure=0.5,
            ),
            Reason.PROVISION,
            id="what the people may do is no small talk",
        ),
        pytest.param(
            evidence(FUNDS, read=reading(fact=Fact.SIGNER), likely=Status.OUT_OF_SCOPE),
            Reason.FACT,
            id="a fact is of no other field",
        ),
        pytest.param(
            evidence(read=reading(references=(Reference(1),), fact=Fact.EFFECT)),
            Reason.LOOKUP,
            id="lookup before fact",
        ),
        pytest.param(
            evidence(
                FUNDS,
                read=reading(measure=Measure.MONEY),
                matter=LAW,
                likely=Status.NOT_FOUND,
            ),
            Reason.LEFT_TO_LAW,
            id="left to the law before no amount",
        ),
    ],
)
def test_the_first_rule_that_fits_decides(given: Evidence, reason: Reason) -> None:
    assert decide(given).reason is reason


def test_the_topics_that_may_be_meant_are_offered_where_the_field_is_unsure() -> None:
    unclear = evidence(UNLIKELY, matter=FIELD, likely=Status.OUT_OF_SCOPE, sure=0.6)

    assert decide(unclear).topics == ("kinh phí",)


@pytest.mark.parametrize(
    ("question", "reference", "points"),
    [
        pytest.param("diem d khoan 3 dieu 1", Reference(1, 3, "d"), ["d", "đ"], id="no marks"),
        pytest.param("điểm d khoản 3 Điều 1", Reference(1, 3, "d"), ["d"], id="marks"),
        pytest.param("diem a khoan 3 dieu 1", Reference(1, 3, "a"), ["a"], id="other letter"),
    ],
)
def test_points_d_and_dd_are_told_apart_only_by_marks(
    question: str, reference: Reference, points: list[str]
) -> None:
    asked = reading(question, references=(reference,))

    found = decide(evidence(read=asked, within=reach(NINH_BINH))).addresses
    assert [address.point for address in found] == points


def test_a_lookup_without_a_place_finds_every_document() -> None:
    found = decide(evidence(read=reading(references=(Reference(2),)))).addresses

    assert {address.resolution for address in found} == set(library())


def test_a_fact_is_told_by_every_document_that_knows_it() -> None:
    found = decide(evidence(read=reading(fact=Fact.NUMBER))).addresses

    assert [address.resolution for address in found] == [KIM_THANH, LANG_SON, NINH_BINH]


@pytest.mark.parametrize(
    ("question", "best"),
    [
        pytest.param("gửi góp ý ở đâu", FUNDS.address, id="a matter"),
        pytest.param("nghị quyết này nói gì về góp ý", CLOSING.address, id="the document"),
    ],
)
def test_head_and_closing_answer_only_what_is_asked_about_the_document(
    question: str, best: Address
) -> None:
    asked = reading(question)

    assert decide(evidence(CLOSING, FUNDS, read=asked)).addresses == (best,)


def test_head_and_closing_are_kept_where_nothing_else_is_found() -> None:
    assert evidence(CLOSING, read=reading("góp ý")).quotable == (CLOSING,)


def test_nothing_but_the_reason_is_decided_without_a_source() -> None:
    assert decide(evidence()) == Decision(Status.OUT_OF_SCOPE, Reason.NOTHING)
