from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from bot.answer.acts import Act
from bot.answer.understand.reader import is_civic, understand
from bot.answer.values import Fact, Measure, Reading
from knowledge.law.references.citation import Reference
from tests.support.answers.answers import gazetteer
from tests.support.language.language import speller

KNOWN = ("phường Kim Thanh", "tỉnh Lạng Sơn")


def read(question: str) -> Reading:
    return understand(question, gazetteer(), KNOWN, speller())


def test_keeps_the_question_as_typed_beside_what_it_means() -> None:
    found = read("xã  có họp ko")

    assert (found.asked, found.text, found.changed) == ("xã có họp ko", "xã có họp không", True)


def test_a_question_without_abbreviations_is_not_changed() -> None:
    assert not read("Kinh phí lấy ở đâu?").changed


@pytest.mark.parametrize(
    ("question", "searched"),
    [
        pytest.param("Ở tỉnh Lạng Sơn kinh phí lấy ở đâu?", "Ở kinh phí lấy ở đâu?", id="place"),
        pytest.param("phường Kim Thanh", "phường Kim Thanh", id="nothing but a place"),
        pytest.param("kinh phí lấy ở đâu", "kinh phí lấy ở đâu", id="no place"),
    ],
)
def test_places_are_cut_out_of_what_is_searched(question: str, searched: str) -> None:
    assert read(question).searched == searched


def test_places_are_found_where_abbreviations_were_written_out() -> None:
    found = read("dân dc j ở tỉnh Lạng Sơn")
    (mention,) = found.mentions

    assert found.text[mention.start : mention.end] == "tỉnh Lạng Sơn"


def test_what_lacks_its_diacritics_is_recognised_all_the_same() -> None:
    found = read("nghi quyet nay do ai ky")

    assert (found.text, found.fact) == ("nghị quyết này do ai ký", Fact.SIGNER)


def test_the_place_of_tones_is_no_change_but_does_not_matter_for_the_search() -> None:
    found = read("hoà giải ở cơ sở")

    assert (found.changed, found.searched) == (False, "hòa giải ở cơ sở")


@pytest.mark.parametrize(
    "question", ["Điểm d khoản 5 Điều 1 ở tỉnh Lạng Sơn", "Nghị quyết này do ai ký? ko rõ"]
)
def test_both_unicode_forms_are_read_alike(question: str) -> None:
    assert read(unicodedata.normalize("NFD", question)) == read(question)


def test_everything_recognised_stands_in_the_reading() -> None:
    lookup = read("điểm d khoản 5 Điều 1 NQ 08/2024")

    assert lookup.references == (Reference(1, 5, "d"),)
    assert lookup.numbers == ("08/2024",)
    assert read("Nghị quyết của tỉnh Lạng Sơn do ai ký?").fact is Fact.SIGNER
    assert read("niêm yết bao nhiêu ngày").measure is Measure.DURATION
    assert read("cảm ơn nhé").act is Act.THANKS
    assert read("Điều 2 Luật Thực hiện dân chủ ở cơ sở").other_kind
    assert read("ai chủ trì họp dân? Và kinh phí lấy ở đâu?").parts
    assert read("năm 2024 dân được biết gì").day == date(2024, 12, 31)


def test_what_a_story_asks_is_read_apart_from_the_story() -> None:
    found = read(
        "Tôi 72 tuổi. Năm 2020 thôn thu mỗi nhà 1 triệu đồng."
        " Họp thôn thì bao nhiêu hộ phải đồng ý? Xin cảm ơn."
    )

    assert found.focus == "Họp thôn thì bao nhiêu hộ phải đồng ý?"
    assert found.focus in found.searched
    assert (found.measure, found.day, found.parts) == (Measure.COUNT, None, ())


def test_the_focus_is_written_out_and_without_places_as_what_is_searched() -> None:
    found = read("Nhà tôi ở xa.\nỞ tỉnh Lạng Sơn dân dc biết những j\nXin cảm ơn")

    assert found.focus == "Ở dân được biết những gì"


def test_a_message_of_one_sentence_is_its_own_focus() -> None:
    found = read("kinh phí lấy ở đâu")

    assert found.focus == found.searched


@pytest.mark.parametrize(
    ("text", "civic"),
    [
        pytest.param("Chồng đi vắng, vợ đi họp xóm thay", True, id="everyday words"),
        pytest.param("can bo giai quyet don cham", True, id="without diacritics"),
        pytest.param("Làm Hương Ước mới", True, id="capitals"),
        pytest.param("Xe máy mất biển số", False, id="another field"),
        pytest.param("xã hội đen", False, id="only part of a word"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_tells_questions_about_the_life_of_the_commune(text: str, civic: bool) -> None:
    assert is_civic(text) is civic
