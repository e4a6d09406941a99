"""The anchors of provisions."""

from __future__ import annotations

import pytest

from bot.console.anchors import anchor, reading_link
from knowledge.law.resolution import Address, Part
from tests.support.documents.documents import BUNDLED, LANG_SON, at, bundled


@pytest.mark.parametrize(
    ("address", "told"),
    [
        pytest.param(at(LANG_SON, 4), "dieu-4", id="article"),
        pytest.param(at(LANG_SON, 4, 2, "c"), "dieu-4-khoan-2-diem-c", id="point"),
        pytest.param(at(LANG_SON, 4, None, "đ"), "dieu-4-diem-dd", id="đ of an article"),
        pytest.param(at(LANG_SON, 4, 2, None, 3), "dieu-4-khoan-2-gach-3", id="bullet"),
        pytest.param(Address(LANG_SON, Part.CLOSING), "phan-ket", id="closing"),
    ],
)
def test_an_anchor_is_read_from_the_outside_in(address: Address, told: str) -> None:
    assert anchor(address) == told


@pytest.mark.parametrize("resolution", BUNDLED)
def test_no_two_provisions_share_an_anchor(resolution: str) -> None:
    anchors = [anchor(unit.address) for unit in bundled(resolution).provisions]
    assert len(set(anchors)) == len(anchors)


def test_a_link_opens_the_provision_with_the_quote() -> None:
    assert reading_link(at(LANG_SON, 4, 2, "c"), "bà con & cán bộ") == (
        "/nghi-quyet/lang-son-08-2024?vi-tri=dieu-4-khoan-2-diem-c"
        "&trich=b%C3%A0+con+%26+c%C3%A1n+b%E1%BB%99#dieu-4-khoan-2-diem-c"
    )
