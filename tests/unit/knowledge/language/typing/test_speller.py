from __future__ import annotations

import pytest

from knowledge.language.typing.speller import SpellingChange
from tests.support.language.language import speller, written


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("nguoi dan duoc biet nhung gi", "người dân được biết những gì", id="all"),
        pytest.param("Ủy ban nhan dan cong khai", "Ủy ban nhân dân công khai", id="most"),
        pytest.param("dưoc biết gì", "được biết gì", id="half a syllable"),
        pytest.param("HOP DAN O DAU", "HỌP DÂN Ở ĐÂU", id="capitals"),
        pytest.param("Hop dan, o dau?", "Họp dân, ở đâu?", id="punctuation"),
        pytest.param("diem d khoan 2 dieu 5", "điểm d khoản 2 điều 5", id="citation"),
    ],
)
def test_restores_diacritics(typed: str, meant: str) -> None:
    assert written(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("giám xát đầu tư của cộng đồng", "giám sát đầu tư của cộng đồng", id="s or x"),
        pytest.param("bieeur quyeets", "biểu quyết", id="telex"),
        pytest.param("bie6u3 quye6t1", "biểu quyết", id="vni"),
        pytest.param("dduwocj biết", "được biết", id="telex left over"),
        pytest.param("ngừoi dân", "người dân", id="two letters swapped"),
        pytest.param("quyếtt định", "quyết định", id="letter doubled"),
        pytest.param("kĩ luật", "kỷ luật", id="tone and vowel"),
    ],
)
def test_corrects_slips(typed: str, meant: str) -> None:
    assert written(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("xã làm ko xin ý kiến", "xã làm không xin ý kiến", id="word"),
        pytest.param("họp k báo trước", "họp không báo trước", id="single letter"),
        pytest.param("dân dc biết j", "dân được biết gì", id="several"),
        pytest.param("TDP em", "tổ dân phố em", id="capitals"),
        pytest.param("cbộ làm sai", "cán bộ làm sai", id="half typed"),
        pytest.param("họp ko?", "họp không?", id="before a mark"),
        pytest.param("Ko họp", "Không họp", id="begins with a capital"),
        pytest.param("NQ 08/2024", "nghị quyết 08/2024", id="document"),
        pytest.param("vote online đc ko", "biểu quyết trực tuyến được không", id="english"),
        pytest.param("k 2 điều 4", "khoản 2 điều 4", id="clause by its first letter"),
        pytest.param("bn người phải đồng ý", "bao nhiêu người phải đồng ý", id="how many"),
        pytest.param("ng dân có quyền j", "người dân có quyền gì", id="people"),
        pytest.param("ct xã làm sai", "chủ tịch xã làm sai", id="by what follows"),
        pytest.param("ng dân họp mấy lần v ạ", "người dân họp mấy lần vậy ạ", id="at the end"),
    ],
)
def test_writes_abbreviations_out(typed: str, meant: str) -> None:
    assert written(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("điểm k khoản 2 Điều 1", id="point"),
        pytest.param("khóa V", id="numeral"),
        pytest.param("08/2024/NQ-HĐND", id="document number"),
        pytest.param("kế hoạch của ủy ban nhân dân", id="nothing short"),
        pytest.param("Người dân có cho ai xem nam hay nữ", id="words without marks among others"),
        pytest.param("hoà giải, thuỷ lợi", id="other place of tones"),
        pytest.param("gửi ko@xa.gov.vn", id="e-mail"),
        pytest.param("Zalo, Nguyễn Văn Krông", id="names"),
        pytest.param("What is the vietnamese law", id="english"),
        pytest.param("ខ្មែរ 👍", id="another script"),
        pytest.param("", id="empty"),
    ],
)
def test_leaves_the_rest_alone(typed: str) -> None:
    assert written(typed) == typed


def test_kept_spans_stay_as_typed() -> None:
    assert written("hop o di an", (4, 11)) == "họp o di an"


def test_changes_tell_where_they_stand() -> None:
    assert speller().changes("Họp ko?") == (SpellingChange(4, 6, "không"),)
