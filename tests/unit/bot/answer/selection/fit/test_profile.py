from __future__ import annotations

import pytest

from bot.answer.selection.fit.profile import Profile, profile_in
from bot.answer.values import Measure
from knowledge.law.resolution import Address
from knowledge.parsing.parser import parse_lines
from tests.support.answers.answers import library
from tests.support.documents.documents import CA_MAU, at

_TEXT = """
HỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI
NGHỊ QUYẾT
Về thực hiện dân chủ ở cơ sở
Điều 1. Họp thôn
1. Thôn họp mỗi quý một lần, khi có từ 60% số hộ trở lên dự.
2. Tăng cường, nâng cao, đẩy mạnh, chú trọng.
Điều 2. Kinh phí thực hiện
1. Mỗi cuộc họp được hỗ trợ 300.000 đồng.
2. Nhiệm kỳ của người giữ quỹ là 05 năm.
""".strip().splitlines()
_DOCUMENT = parse_lines(_TEXT, "lao-cai").resolution


def _profile(article: int, clause: int) -> Profile:
    return profile_in({"lao-cai": _DOCUMENT}, Address("lao-cai", article=article, clause=clause))


@pytest.mark.parametrize(
    ("where", "measure"),
    [
        pytest.param((1, 1), Measure.PERCENT, id="share"),
        pytest.param((1, 1), Measure.FREQUENCY, id="how often"),
        pytest.param((2, 1), Measure.MONEY, id="money"),
    ],
)
def test_what_a_provision_states_is_told(where: tuple[int, int], measure: Measure) -> None:
    assert measure in _profile(*where).states


@pytest.mark.parametrize(
    ("where", "measure", "told"),
    [
        pytest.param((2, 2), Measure.FREQUENCY, True, id="a term says how often"),
        pytest.param((1, 1), Measure.DURATION, True, id="how often says how long"),
        pytest.param((2, 1), Measure.DURATION, False, id="money says no time"),
        pytest.param((2, 2), Measure.AGE, False, id="a term is no age"),
    ],
)
def test_an_amount_of_time_answers_for_another(
    where: tuple[int, int], measure: Measure, told: bool
) -> None:
    assert (measure in _profile(*where).states) is told


def test_a_provision_that_only_urges_is_told_from_one_that_decides() -> None:
    assert _profile(1, 2).urging > 0.5
    assert _profile(1, 1).urging == 0


def test_articles_of_form_are_known_by_their_headings() -> None:
    assert _profile(2, 1).formal
    assert not _profile(1, 1).formal


def test_what_binds_the_whole_country_is_told() -> None:
    assert not _profile(1, 1).nationwide


def test_a_provision_that_is_not_there_has_no_profile() -> None:
    with pytest.raises(LookupError):
        profile_in(library(), at(CA_MAU, 99))
