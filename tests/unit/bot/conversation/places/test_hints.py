"""A place, a comment or a question: what a text is taken for."""

from __future__ import annotations

import pytest

from bot.conversation.places.hints import find_places, is_comment, seems_place
from tests.support.answers.answers import gazetteer


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        pytest.param("Dĩ An", 1, id="name"),
        pytest.param("dĩ an", 1, id="name in lower case"),
        pytest.param("binh duong", 1, id="province without marks"),
        pytest.param("o di an", 1, id="said to be where they live"),
        pytest.param("tôi ở p. Kim Thanh", 1, id="abbreviated"),
        pytest.param("nhà em ở xã Tân Hưng, tỉnh Cà Mau", 1, id="sentence"),
        pytest.param("Dạ em ở phường Kim Thanh, Ninh Bình ạ.", 1, id="polite"),
        pytest.param("em ở thôn Đoài, xã Bình An", 5, id="hamlet"),
        pytest.param("số 12 đường Nguyễn Trãi, phường Dĩ An", 1, id="street"),
        pytest.param("tổ dân phố 3 phường Kim Thanh", 1, id="neighbourhood"),
        pytest.param("tỉnh Bình Dương cũ", 1, id="former"),
        pytest.param("Thủ Dầu Một", 1, id="name with a word that asks"),
        pytest.param("phường Thủ Dầu Một", 1, id="kind and a name that begins like a verb"),
        pytest.param("phường An Phú", 2, id="kind and a name that begins like a noun"),
        pytest.param("Huế", 1, id="one syllable"),
        pytest.param("xã Tân Hưng", 4, id="namesakes"),
        pytest.param("Lạng Sơn?", 0, id="asked"),
        pytest.param("còn ở Lạng Sơn thì sao", 0, id="follow-up"),
        pytest.param("công khai tài chính xã Hòa Bình", 0, id="matter and place"),
        pytest.param("ban thanh tra nhân dân xã Hòa Bình", 0, id="body and place"),
        pytest.param("xã tôi công khai tài chính, Cà Mau", 0, id="matter, place"),
        pytest.param("ai giám sát ở Cà Mau", 0, id="question"),
        pytest.param("dân chủ", 0, id="ordinary words that are a commune, too"),
        pytest.param("hòa bình", 0, id="ordinary words that are a province, too"),
        pytest.param("văn bản", 0, id="ordinary words"),
        pytest.param("cho", 0, id="a syllable"),
        pytest.param("1", 0, id="number"),
        pytest.param("ở", 0, id="nothing left"),
    ],
)
def test_a_place_is_recognised_where_the_text_is_nothing_else(typed: str, count: int) -> None:
    assert len(find_places(typed, gazetteer(), expected=False)) == count


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        pytest.param("di an", 1, id="plain name"),
        pytest.param("thu dau mot", 1, id="plain name with a word that asks"),
        pytest.param("hòa bình", 1, id="province in lower case"),
        pytest.param("thon doai xa binh an", 5, id="plain hamlet"),
        pytest.param("dân chủ", 0, id="ordinary words"),
        pytest.param("kinh phí lấy ở đâu", 0, id="question"),
    ],
)
def test_less_is_a_place_where_one_is_expected(typed: str, count: int) -> None:
    assert len(find_places(typed, gazetteer(), expected=True)) == count


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("xã Tam Kỳ Xyz", True, id="unknown"),
        pytest.param("nhà em ở xã Abc, tỉnh Xyz", True, id="sentence"),
        pytest.param("xã tôi thu tiền", False, id="my commune"),
        pytest.param("xã hội hóa", False, id="no commune"),
        pytest.param("xã Abc có phải công khai không", False, id="question"),
    ],
)
def test_an_unknown_place_is_told_from_a_question(typed: str, meant: bool) -> None:
    assert seems_place(typed) is meant


@pytest.mark.parametrize(
    ("typed", "comment"),
    [
        pytest.param("không đúng xã tôi", True, id="wrong"),
        pytest.param("trả lời chẳng hiểu gì", True, id="blame with a word that asks"),
        pytest.param("dài quá", True, id="too long"),
        pytest.param("thiếu phần giám sát", True, id="missing"),
        pytest.param("dở", True, id="bad"),
        pytest.param("quỹ thôn ai giữ", False, id="question"),
        pytest.param("Không họp dân có được thu tiền không?", False, id="asked with its sign"),
        pytest.param("thu tiền làm đường có phải họp không", False, id="no sign"),
        pytest.param("cảm ơn bạn", False, id="thanks"),
    ],
)
def test_a_comment_is_told_from_a_question(typed: str, comment: bool) -> None:
    assert is_comment(typed) is comment
