"""What nobody asks about."""

from __future__ import annotations

import pytest

from bot.console.quality.statistics.coverage import coverage
from knowledge.law.resolution import Address, Effect, Head, Provision, Resolution, Territory

_A1 = Address("r", article=1)
_A2 = Address("r", article=2)
_A2_1 = Address("r", article=2, clause=1)
_A2_1_A = Address("r", article=2, clause=1, point="a")
_A2_1_B = Address("r", article=2, clause=1, point="b")
_A2_2 = Address("r", article=2, clause=2)
_UNITS = (_A1, _A2, _A2_1, _A2_1_A, _A2_1_B, _A2_2)


def _document(name: str = "r") -> Resolution:
    provisions = tuple(Provision(unit, "", "x", 1, 1) for unit in _UNITS)
    return Resolution(name, Head(), Territory("tỉnh A"), Effect(), provisions)


@pytest.mark.parametrize(
    ("cited", "never", "silent"),
    [
        pytest.param([], 4, [_A1, _A2], id="nothing"),
        pytest.param([_A2], 1, [_A1], id="an article with all in it"),
        pytest.param([_A1], 3, [_A2], id="an article without clauses"),
        pytest.param([_A2_1_A], 3, [_A1, _A2_1_B, _A2_2], id="a point, told by the widest"),
        pytest.param([_A2_2], 3, [_A1, _A2_1], id="a clause beside one with points"),
        pytest.param([Address("r", article=1, bullet=7)], 3, [_A2], id="finer than the text"),
        pytest.param([Address("r")], 4, [_A1, _A2], id="the document as such"),
        pytest.param([Address("s", article=1)], 4, [_A1, _A2], id="another document"),
        pytest.param(list(_UNITS), 0, [], id="everything"),
    ],
)
def test_a_provision_is_silent_when_neither_it_nor_what_it_holds_is_cited(
    cited: list[Address], never: int, silent: list[Address]
) -> None:
    (found,) = coverage({"r": _document()}, cited)
    assert (found.total, found.never, list(found.silent)) == (4, never, silent)
    assert found.share == never / 4


def test_the_document_with_most_silence_comes_first() -> None:
    documents = {"r": _document(), "s": _document("s")}
    assert [one.document.id for one in coverage(documents, [_A1])] == ["s", "r"]
