"""The rules by which a question gets its status, and their order."""

from __future__ import annotations

import pytest

from bot.answer.decide import (
    CIVIC_MARGIN,
    ELSEWHERE_SHARE,
    OUTSIDE_MARGINS,
    Decision,
    Evidence,
    Reason,
    decide,
    quotable,
)
from bot.answer.values import Fact, Measure, SmallTalk, Status
from knowledge.citation import Reference
from knowledge.outside import Kind
from knowledge.resolution import Address, Part
from tests.answers import evidence, hit, library, matter_hit, nowhere, reach, reading
from tests.documents import BINH_DUONG, CA_MAU, KIM_THANH, LANG_SON, NINH_BINH, at

FUNDS = hit(at(CA_MAU, 2))
"""Điều 2 of the Cà Mau resolution, on costs: it states no amount."""
YEARLY = hit(at(NINH_BINH, 1, 3, "c"), 0.8)
"""A point of the Ninh Bình resolution that says how often."""
CLOSING = hit(Address(CA_MAU, Part.CLOSING), 0.95)
LOOKUP = reading("điểm d khoản 5 Điều 1", references=(Reference(1, 5, "d"),))
FIELD = matter_hit(Kind.FIELD, FUNDS.score + OUTSIDE_MARGINS[Kind.FIELD] + 0.01)
LAW = matter_hit(Kind.LAW, FUNDS.score + OUTSIDE_MARGINS[Kind.LAW] + 0.01)


@pytest.mark.parametrize(
    ("given", "status", "reason"),
    [
        pytest.param(
            evidence(FUNDS, read=reading(small_talk=SmallTalk.GREETING)),
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
            evidence(FUNDS, matter=FIELD),
            Status.OUT_OF_SCOPE,
            Reason.OTHER_FIELD,
            id="another field",
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
            evidence(FUNDS, matter=LAW), Status.NOT_FOUND, Reason.LEFT_TO_LAW, id="left to the law"
        ),
        pytest.param(
            evidence(hit(at(LANG_SON, 5), 0.5), anywhere=(FUNDS,)),
            Status.NOT_FOUND,
            Reason.ONLY_ELSEWHERE,
            id="only elsewhere",
        ),
        pytest.param(
            evidence(FUNDS, read=reading(measure=Measure.MONEY)),
            Status.NOT_FOUND,
            Reason.NO_AMOUNT,
            id="no amount",
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
                read=reading(small_talk=SmallTalk.THANKS, numbers=("55",)),
                within=nowhere(),
                matter=FIELD,
            ),
            Reason.SMALL_TALK,
            id="small talk before all",
        ),
        pytest.param(
            evidence(read=reading(numbers=("55",)), within=nowhere(), matter=FIELD),
            Reason.UNKNOWN_DOCUMENT,
            id="unknown document before another field",
        ),
        pytest.param(
            evidence(within=nowhere(), anywhere=(FUNDS,), matter=FIELD),
            Reason.OTHER_FIELD,
            id="another field before no resolution",
        ),
        pytest.param(
            evidence(read=LOOKUP, within=nowhere(), anywhere=(FUNDS,)),
            Reason.NO_RESOLUTION,
            id="no resolution before a lookup",
        ),
        pytest.param(
            evidence(FUNDS, read=LOOKUP, within=reach(BINH_DUONG), matter=FIELD),
            Reason.LOOKUP,
            id="a lookup is of no other field",
        ),
        pytest.param(
            evidence(FUNDS, read=reading(fact=Fact.SIGNER), matter=FIELD),
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
                hit(at(LANG_SON, 5), 0.5),
                anywhere=(FUNDS,),
                read=reading(measure=Measure.MONEY),
                matter=LAW,
            ),
            Reason.LEFT_TO_LAW,
            id="left to the law before only elsewhere",
        ),
        pytest.param(
            evidence(
                hit(at(LANG_SON, 5), 0.5), anywhere=(FUNDS,), read=reading(measure=Measure.MONEY)
            ),
            Reason.ONLY_ELSEWHERE,
            id="only elsewhere before no amount",
        ),
    ],
)
def test_the_first_rule_that_fits_decides(given: Evidence, reason: Reason) -> None:
    assert decide(given).reason is reason


@pytest.mark.parametrize("kind", list(Kind))
def test_a_matter_must_be_nearer_by_a_margin(kind: Kind) -> None:
    margin = OUTSIDE_MARGINS[kind]
    nearer = matter_hit(kind, FUNDS.score + margin + 0.001)
    hardly = matter_hit(kind, FUNDS.score + margin - 0.001)

    assert decide(evidence(FUNDS, matter=nearer)).matter is nearer.matter
    assert decide(evidence(FUNDS, matter=hardly)).reason is Reason.PROVISION


def test_a_question_in_civic_words_leaves_the_field_only_for_a_far_nearer_one() -> None:
    civic = reading(civic=True)
    near = matter_hit(Kind.FIELD, FUNDS.score + CIVIC_MARGIN - 0.001)
    far_nearer = matter_hit(Kind.FIELD, FUNDS.score + CIVIC_MARGIN + 0.001)

    assert decide(evidence(FUNDS, matter=near)).reason is Reason.OTHER_FIELD
    assert decide(evidence(FUNDS, read=civic, matter=near)).reason is Reason.PROVISION
    assert decide(evidence(FUNDS, read=civic, matter=far_nearer)).reason is Reason.OTHER_FIELD


@pytest.mark.parametrize(
    ("share", "reason"),
    [
        pytest.param(ELSEWHERE_SHARE + 0.01, Reason.PROVISION, id="as near as anywhere"),
        pytest.param(ELSEWHERE_SHARE - 0.01, Reason.ONLY_ELSEWHERE, id="much nearer elsewhere"),
    ],
)
def test_a_place_is_measured_by_the_best_anywhere(share: float, reason: Reason) -> None:
    here = hit(at(LANG_SON, 5), FUNDS.score * share)

    assert decide(evidence(here, anywhere=(FUNDS,))).reason is reason


def test_an_amount_is_looked_for_in_the_nearest_provisions() -> None:
    asked = reading(measure=Measure.FREQUENCY)
    far = [hit(at(CA_MAU, 3, clause), 0.7) for clause in (1, 2, 3)]

    assert decide(evidence(FUNDS, YEARLY, read=asked)).addresses == (YEARLY.address,)
    assert decide(evidence(*far, YEARLY, read=asked)).reason is Reason.NO_AMOUNT


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
    assert quotable(evidence(CLOSING, read=reading("góp ý"))) == (CLOSING,)


def test_nothing_but_the_reason_is_decided_without_a_source() -> None:
    assert decide(evidence()) == Decision(Status.OUT_OF_SCOPE, Reason.NOTHING)
