from __future__ import annotations

from datetime import date

import pytest

from bot.answer.selection.scope import Reach, reach_of
from bot.answer.understand.reader import understand
from bot.answer.values import Question
from knowledge.gazetteer.places import Place
from knowledge.law.resolution import Territory
from tests.support.answers.answers import ON, gazetteer, library, the_place
from tests.support.documents.builders import resolution
from tests.support.documents.documents import (
    BINH_DUONG,
    BUNDLED,
    CA_MAU,
    KIM_THANH,
    LANG_SON,
    NINH_BINH,
)
from tests.support.language.language import speller

KNOWN = tuple(one.territory.name for one in library().values())
THAI_NGUYEN = {"thai-nguyen": resolution("thai-nguyen", Territory("tỉnh Thái Nguyên"))}
BEFORE_KIM_THANH = date(2026, 1, 1)


def reached(question: str, place: str | None = None, on: date = ON) -> Reach:
    reading = understand(question, gazetteer(), KNOWN, speller())
    return reach_of(Question(question, on, the_place(place) if place else None), reading, library())


@pytest.mark.parametrize(
    ("question", "place", "ids"),
    [
        pytest.param("Kinh phí ở đâu?", None, set(BUNDLED), id="no place"),
        pytest.param("Kinh phí ở đâu?", "tỉnh Lạng Sơn", {LANG_SON}, id="the resident's place"),
        pytest.param("Kinh phí ở tỉnh Cà Mau?", None, {CA_MAU}, id="place in the question"),
        pytest.param(
            "Kinh phí ở tỉnh Cà Mau?", "tỉnh Lạng Sơn", {CA_MAU}, id="question beats resident"
        ),
        pytest.param(
            "Nghị quyết 08/2024 quy định gì?", "tỉnh Cà Mau", {LANG_SON}, id="number beats resident"
        ),
        pytest.param(
            "Nghị quyết 08/2024 có áp dụng ở tỉnh Cà Mau không?",
            None,
            {LANG_SON},
            id="number beats place in the question",
        ),
        pytest.param("Nghị quyết 08/2024 và 21/NQ-HĐND", None, {LANG_SON, KIM_THANH}, id="numbers"),
        pytest.param("Nghị quyết 99/2024", "tỉnh Lạng Sơn", {LANG_SON}, id="unknown number"),
        pytest.param(
            "Ở phường Kim Thanh, tỉnh Ninh Bình thì sao?",
            None,
            {KIM_THANH},
            id="commune and its province",
        ),
        pytest.param(
            "Phường Kim Thanh thuộc tỉnh Ninh Bình phải không?",
            None,
            {KIM_THANH},
            id="province apart from its commune",
        ),
        pytest.param(
            "So sánh tỉnh Lạng Sơn và tỉnh Cà Mau", None, {LANG_SON, CA_MAU}, id="two places"
        ),
        pytest.param(
            "Tỉnh Lạng Sơn và thành phố Hà Nội", None, {LANG_SON}, id="one of two has none"
        ),
        pytest.param("Dân ở phường Dĩ An được gì?", None, {BINH_DUONG}, id="former province"),
        pytest.param("Dân ở Hà Nội được gì?", None, set(), id="no resolution"),
        pytest.param("Dân ở Hà Nội được gì?", "tỉnh Lạng Sơn", set(), id="none, though at home"),
    ],
)
def test_reaches_what_applies(question: str, place: str | None, ids: set[str]) -> None:
    assert reached(question, place).ids == ids


@pytest.mark.parametrize(
    ("question", "name"),
    [
        pytest.param("Kinh phí ở tỉnh Lạng Sơn?", "tỉnh Lạng Sơn", id="one place"),
        pytest.param("Tỉnh Lạng Sơn và tỉnh Cà Mau", None, id="two places"),
        pytest.param("Kinh phí?", None, id="none"),
    ],
)
def test_the_place_is_told_where_there_is_one(question: str, name: str | None) -> None:
    place = reached(question).place

    assert (place.name if place else None) == name


def test_a_document_that_is_not_yet_in_force_is_out_of_reach() -> None:
    reach = reached("Nghị quyết 21/NQ-HĐND", on=BEFORE_KIM_THANH)

    assert not reach.resolutions
    assert [one.id for one in reach.documents] == [KIM_THANH]


def test_a_commune_comes_before_the_provinces() -> None:
    assert reached("Kinh phí ở đâu?").resolutions[0].id == KIM_THANH


def test_the_former_province_alone_does_not_reach_its_namesake_of_today() -> None:
    assert reached("Dân ở Phủ Lý, Hà Nam được gì?").ids == frozenset()
    assert reached("Dân ở tỉnh Ninh Bình được gì?").ids == {NINH_BINH}


def test_namesakes_in_the_residents_own_province_are_meant() -> None:
    home = Place("tỉnh Thái Nguyên", "xã Phú Bình")
    reading = understand("Xã Tân Thành có gì?", gazetteer(), (), speller())

    reach = reach_of(Question(reading.text, ON, home), reading, THAI_NGUYEN)
    assert reach.place is not None
    assert reach.place.province == "tỉnh Thái Nguyên"


def test_namesakes_to_which_different_documents_apply_are_all_kept() -> None:
    reading = understand("Xã Tân Thành có gì?", gazetteer(), (), speller())

    reach = reach_of(Question(reading.text, ON), reading, THAI_NGUYEN)
    assert reach.place is None
    assert {bool(scope.resolutions) for scope in reach.scopes} == {True, False}
    assert reach.ids == set(THAI_NGUYEN)


def test_namesakes_to_which_the_same_applies_are_one() -> None:
    reading = understand("Xã Tân Thành có gì?", gazetteer(), (), speller())

    assert len(reach_of(Question(reading.text, ON), reading, {}).scopes) == 1
