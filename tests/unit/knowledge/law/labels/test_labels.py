"""Labels, and where they lead from the unit before them."""

from __future__ import annotations

import pytest

from knowledge.law.findings import FindingKind
from knowledge.law.labels.labels import Label, LabelLevel, Placement, label_of, place
from knowledge.law.resolution import Address
from tests.support.documents.documents import at

START = Address("x")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("Điều 1. Phạm vi", Label(LabelLevel.ARTICLE, "1", "Phạm vi"), id="article"),
        pytest.param(
            "ĐIỀU 12: Phạm vi", Label(LabelLevel.ARTICLE, "12", "Phạm vi"), id="capitals, colon"
        ),
        pytest.param(
            "Điều 2.", Label(LabelLevel.ARTICLE, "2", ""), id="article, title on the next line"
        ),
        pytest.param("Điều 3.Kinh phí", Label(LabelLevel.ARTICLE, "3", "Kinh phí"), id="no blank"),
        pytest.param("1. 100% cơ quan", Label(LabelLevel.CLAUSE, "1", "100% cơ quan"), id="clause"),
        pytest.param(
            "10.Giao", Label(LabelLevel.CLAUSE, "10", "Giao"), id="clause without a blank"
        ),
        pytest.param("đ) Bảo đảm", Label(LabelLevel.POINT, "đ", "Bảo đảm"), id="point"),
        pytest.param(
            "a)Bảo đảm", Label(LabelLevel.POINT, "a", "Bảo đảm"), id="point without a blank"
        ),
        pytest.param("- Các tổ chức", Label(LabelLevel.BULLET, "-", "Các tổ chức"), id="hyphen"),
        pytest.param("– Các tổ chức", Label(LabelLevel.BULLET, "–", "Các tổ chức"), id="dash"),
        pytest.param("+ Các tổ chức", Label(LabelLevel.BULLET, "+", "Các tổ chức"), id="plus"),
        pytest.param("Điều 5a. Quỹ", Label(LabelLevel.ARTICLE, "5a", "Quỹ"), id="article put in"),
        pytest.param(
            "2a. Quỹ thôn", Label(LabelLevel.CLAUSE, "2a", "Quỹ thôn"), id="clause put in"
        ),
        pytest.param("đ1) Quỹ thôn", Label(LabelLevel.POINT, "đ1", "Quỹ thôn"), id="point put in"),
        pytest.param("1.2. Quỹ thôn", Label(LabelLevel.CLAUSE, "1.2", "Quỹ thôn"), id="sub-clause"),
    ],
)
def test_reads_a_label(text: str, label: Label) -> None:
    assert label_of(text) == label


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Điều này", id="article without a number"),
        pytest.param("Điều 15 của Luật", id="article cited"),
        pytest.param("theo Điều 1. Phạm vi", id="article in a sentence"),
        pytest.param("1.000 đồng", id="thousands"),
        pytest.param("2022, Nghị định", id="year"),
        pytest.param("A) Bảo đảm", id="capital letter"),
        pytest.param("(a) Bảo đảm", id="letter in brackets"),
        pytest.param("-xã hội", id="hyphen of a word"),
    ],
)
def test_takes_no_text_for_a_label(text: str) -> None:
    assert label_of(text) is None


@pytest.mark.parametrize(
    ("text", "current", "address"),
    [
        pytest.param("Điều 1. X", START, at("x", 1), id="first article"),
        pytest.param("Điều 2. X", at("x", 1, 3, "e", 2), at("x", 2), id="next article"),
        pytest.param("1. X", at("x", 2), at("x", 2, 1), id="first clause"),
        pytest.param("2. X", at("x", 2, 1, "đ"), at("x", 2, 2), id="next clause"),
        pytest.param("a) X", at("x", 2, 1), at("x", 2, 1, "a"), id="first point"),
        pytest.param("a) X", at("x", 3), at("x", 3, None, "a"), id="point without a clause"),
        pytest.param("đ) X", at("x", 2, 1, "d"), at("x", 2, 1, "đ"), id="point after d"),
        pytest.param("g) X", at("x", 2, 1, "e"), at("x", 2, 1, "g"), id="there is no point f"),
        pytest.param("g) X", at("x", 2, 1, "f"), at("x", 2, 1, "g"), id="point after an f"),
        pytest.param("Điều 2a. X", at("x", 2, 1), at("x", "2a"), id="article put in"),
        pytest.param("Điều 2b. X", at("x", "2a", 1), at("x", "2b"), id="second article put in"),
        pytest.param("Điều 3. X", at("x", "2a", 1), at("x", 3), id="article behind one put in"),
        pytest.param("1a. X", at("x", 2, 1, "c"), at("x", 2, "1a"), id="clause put in"),
        pytest.param("2. X", at("x", 2, "1đ"), at("x", 2, 2), id="clause behind one put in"),
        pytest.param("đ1) X", at("x", 2, 1, "đ"), at("x", 2, 1, "đ1"), id="point put in"),
        pytest.param("đ2) X", at("x", 2, 1, "đ1"), at("x", 2, 1, "đ2"), id="second point put in"),
        pytest.param("e) X", at("x", 2, 1, "đ1"), at("x", 2, 1, "e"), id="point behind one put in"),
        pytest.param("1.1. X", at("x", 2, 1), at("x", 2, "1.1"), id="first sub-clause"),
        pytest.param("1.2. X", at("x", 2, "1.1", "b"), at("x", 2, "1.2"), id="next sub-clause"),
        pytest.param("1.1.1. X", at("x", 2, "1.1"), at("x", 2, "1.1.1"), id="deeper sub-clause"),
        pytest.param("1.2. X", at("x", 2, "1.1.3"), at("x", 2, "1.2"), id="back from deeper"),
        pytest.param("2. X", at("x", 2, "1.2"), at("x", 2, 2), id="clause behind sub-clauses"),
        pytest.param(
            "2a.1. X", at("x", 2, "2a"), at("x", 2, "2a.1"), id="sub-clause of one put in"
        ),
        pytest.param("b) X", at("x", 2, 1, "a", 4), at("x", 2, 1, "b"), id="point after bullets"),
        pytest.param("- X", at("x", 2, 1, "a"), at("x", 2, 1, "a", 1), id="first bullet"),
        pytest.param("- X", at("x", 2, 1, None, 1), at("x", 2, 1, None, 2), id="no point"),
    ],
)
@pytest.mark.parametrize("after_end", [True, False])
def test_labels_in_order_lead_on(
    text: str, current: Address, address: Address, after_end: bool
) -> None:
    assert _place(text, current, after_end) == Placement(address)


@pytest.mark.parametrize(
    ("text", "current", "placement"),
    [
        pytest.param(
            "Điều 4. X",
            at("x", 2, 1),
            Placement(at("x", 4), FindingKind.NUMBERING_GAP, "3"),
            id="article left out",
        ),
        pytest.param(
            "Điều 30. X",
            START,
            Placement(at("x", 30), FindingKind.NUMBERING_GAP, "1"),
            id="excerpt that begins late",
        ),
        pytest.param(
            "3. X",
            at("x", 2, 1),
            Placement(at("x", 2, 3), FindingKind.NUMBERING_GAP, "2"),
            id="clause",
        ),
        pytest.param(
            "e) X",
            at("x", 2, 1, "c"),
            Placement(at("x", 2, 1, "e"), FindingKind.NUMBERING_GAP, "d"),
            id="points left out",
        ),
        pytest.param(
            "Điều 2. X",
            at("x", 2, 1),
            Placement(at("x", 2, 1), FindingKind.NUMBERING_REPEAT, "3"),
            id="article again",
        ),
        pytest.param(
            "1. X",
            at("x", 2, 1, "b"),
            Placement(at("x", 2, 1, "b"), FindingKind.NUMBERING_REPEAT, "2"),
            id="clause again",
        ),
        pytest.param(
            "a) X",
            at("x", 2, 1, "b"),
            Placement(at("x", 2, 1, "b"), FindingKind.NUMBERING_REPEAT, "c"),
            id="point again",
        ),
        pytest.param(
            "f) X",
            at("x", 2, 1, "e"),
            Placement(at("x", 2, 1, "f"), FindingKind.OTHER_FORM, "f)"),
            id="point of another alphabet",
        ),
        pytest.param(
            "Điều 2c. X",
            at("x", "2a"),
            Placement(at("x", "2c"), FindingKind.NUMBERING_GAP, "2b"),
            id="article put in and left out",
        ),
        pytest.param(
            "1.3. X",
            at("x", 2, "1.1"),
            Placement(at("x", 2, "1.3"), FindingKind.NUMBERING_GAP, "1.2"),
            id="sub-clause left out",
        ),
        pytest.param(
            "2.1. X",
            at("x", 2, 1),
            Placement(at("x", 2, "2.1"), FindingKind.NUMBERING_GAP, "1.1"),
            id="sub-clause without a clause",
        ),
        pytest.param(
            "1.1. X",
            at("x", 2, "1.2"),
            Placement(at("x", 2, "1.2"), FindingKind.NUMBERING_REPEAT, "1.3"),
            id="sub-clause again",
        ),
        pytest.param(
            "đ1) X",
            at("x", 2, 1, "e"),
            Placement(at("x", 2, 1, "e"), FindingKind.NUMBERING_REPEAT, "e1"),
            id="point put in too late",
        ),
    ],
)
def test_labels_out_of_order_are_faults(text: str, current: Address, placement: Placement) -> None:
    assert _place(text, current, after_end=True) == placement


@pytest.mark.parametrize("after_end", [True, False])
def test_the_second_of_two_points_d_is_the_point_after_it(after_end: bool) -> None:
    twin = Placement(at("x", 1, 2, "đ"), FindingKind.POINT_TWIN, "đ")
    assert _place("d) X", at("x", 1, 2, "d"), after_end) == twin


@pytest.mark.parametrize(
    ("text", "current"),
    [
        pytest.param("Điều 5. X", at("x", 2, 1), id="article cited"),
        pytest.param("7. Y", at("x", 2, 1), id="number at the end of a sentence"),
        pytest.param("a) X", at("x", 2, 1, "c"), id="point cited"),
        pytest.param("- xã hội", at("x", 2, 1, "c"), id="dash between words"),
        pytest.param("Điều 2a. x", at("x", 2, 1), id="article put in and cited"),
        pytest.param("1.2. x", at("x", 2, "1.1"), id="number with a point"),
    ],
)
def test_a_label_in_mid_sentence_is_text(text: str, current: Address) -> None:
    assert _place(text, current, after_end=False) is None


def test_a_number_far_from_the_one_expected_is_text() -> None:
    assert _place("125. X", at("x", 2, 1), after_end=True) is None


def _place(text: str, current: Address, after_end: bool) -> Placement | None:
    label = label_of(text)
    assert label is not None
    return place(label, current, after_end)
