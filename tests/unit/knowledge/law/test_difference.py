from __future__ import annotations

import pytest

from knowledge.law.difference import Side, WordingChange, difference
from tests.support.answers.provisions import Units, document
from tests.support.documents.documents import at

ID = "test"
OLD: dict[tuple[int, ...], str] = {
    (1,): "Phạm vi.",
    (1, 1): "Công khai tại thôn.",
    (1, 2): "Lấy ý kiến.",
    (2,): "Hiệu lực.",
}


def changed(new: Units) -> list[tuple[tuple[object, ...], str, str]]:
    found = difference(document(OLD, id="old"), document(new, id=ID))
    assert {change.address.resolution for change in found} <= {ID}
    return [(change.address.path[:2], change.before, change.after) for change in found]


def test_a_version_does_not_differ_from_itself() -> None:
    assert changed(OLD) == []


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param(
            {**OLD, (1, 1): "Công khai tại xã."},
            [((1, 1), "Công khai tại thôn.", "Công khai tại xã.")],
            id="changed",
        ),
        pytest.param({**OLD, (3,): "Mới."}, [((3, None), "", "Mới.")], id="added"),
        pytest.param(
            {place: words for place, words in OLD.items() if place != (1, 2)},
            [((1, 2), "Lấy ý kiến.", "")],
            id="removed",
        ),
        pytest.param(
            {(1,): "Phạm vi.", (1, 1): "Công khai.", (2,): "Khác."},
            [
                ((1, 1), "Công khai tại thôn.", "Công khai."),
                ((1, 2), "Lấy ý kiến.", ""),
                ((2, None), "Hiệu lực.", "Khác."),
            ],
            id="in the order of the text",
        ),
    ],
)
def test_tells_what_differs(
    new: Units, expected: list[tuple[tuple[object, ...], str, str]]
) -> None:
    assert changed(new) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(
            "Công khai tại thôn, xã.",
            "Công khai tại tổ, xã.",
            [
                (Side.BOTH, "Công khai tại"),
                (Side.BEFORE, " thôn,"),
                (Side.AFTER, " tổ,"),
                (Side.BOTH, " xã."),
            ],
            id="a word",
        ),
        pytest.param("", "Mới.", [(Side.AFTER, "Mới.")], id="all new"),
        pytest.param("Cũ.", "", [(Side.BEFORE, "Cũ.")], id="all gone"),
    ],
)
def test_tells_which_words_differ(
    before: str, after: str, expected: list[tuple[Side, str]]
) -> None:
    assert list(WordingChange(at(ID, 1), before, after).words) == expected
