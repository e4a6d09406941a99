"""Forms to be filled in answer only who asks for one."""

from __future__ import annotations

import pytest

from bot.answer.selection.search import asks_for_form, is_form
from index.hit import Hit
from knowledge.law.resolution import Address
from tests.support.documents.documents import CLEAN, at, in_annex, parsed

ANNEXED = (
    f"{CLEAN}\n\nPhụ lục I\nXã A | 500\n\nQUY TRÌNH\n(Kèm theo Nghị quyết số 12/2025/NQ-HĐND)\n"
)
ANNEXED += "Điều 1. Nộp đơn.\n\nMẫu 01\nĐƠN ĐỀ NGHỊ\nTôi tên là …"


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        pytest.param("Đơn xin hỗ trợ theo mẫu nào?", True, id="after which form"),
        pytest.param("mau so 2 o dau", True, id="its number"),
        pytest.param("biểu mẫu đăng ký", True, id="forms"),
        pytest.param("nộp hồ sơ ở đâu?", False, id="papers"),
        pytest.param("gương mẫu là gì", False, id="part of a word"),
    ],
)
def test_who_speaks_of_a_form_asks_for_it(text: str, asks: bool) -> None:
    assert asks_for_form(text) is asks


@pytest.mark.parametrize(
    ("address", "form"),
    [
        pytest.param(in_annex("test", 3), True, id="form"),
        pytest.param(in_annex("test", 1), False, id="list"),
        pytest.param(in_annex("test", 2, 1), False, id="article of an annex"),
        pytest.param(at("test", 1), False, id="article"),
    ],
)
def test_only_what_is_to_be_filled_in_is_a_form(address: Address, form: bool) -> None:
    assert is_form(Hit(address, 1.0, {}), parsed(ANNEXED).resolution) is form
