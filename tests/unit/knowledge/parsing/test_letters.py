"""No letter of a source is lost, doubled or moved."""

from __future__ import annotations

import pytest

from knowledge.library.library import SOURCES
from tests.support.documents.documents import (
    BINH_DUONG,
    BUNDLED,
    CA_MAU,
    KIM_THANH,
    LANG_SON,
    NINH_BINH,
    bundled,
)
from tests.support.documents.letters import (
    difference,
    letters_of_body,
    letters_of_end,
    letters_of_source,
)

TWINS = {NINH_BINH: (60, 74)}
"""Lines whose label "d)" is the point after d."""
RECIPIENTS = {BINH_DUONG: 96, CA_MAU: 120, KIM_THANH: 137, LANG_SON: 271, NINH_BINH: 156}
"""The line from which each document names its recipients and its signer."""


@pytest.mark.parametrize("resolution_id", BUNDLED)
def test_every_letter_of_the_body_stands_in_one_unit_in_order(resolution_id: str) -> None:
    lines = _source_lines(resolution_id)[: RECIPIENTS[resolution_id] - 1]
    expected = letters_of_source(lines, TWINS.get(resolution_id, ()))
    assert difference(expected, letters_of_body(bundled(resolution_id))) == ""


@pytest.mark.parametrize("resolution_id", BUNDLED)
def test_every_letter_behind_the_body_is_of_a_recipient_or_the_signer(resolution_id: str) -> None:
    lines = _source_lines(resolution_id)[RECIPIENTS[resolution_id] - 1 :]
    assert difference(letters_of_source(lines), letters_of_end(bundled(resolution_id))) == ""


def _source_lines(resolution_id: str) -> list[str]:
    return (SOURCES / f"{resolution_id}.txt").read_text(encoding="utf-8").splitlines()
