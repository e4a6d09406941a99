"""Broken words: found where they are broken, left alone where they are whole."""

from __future__ import annotations

import pytest

from knowledge.language.spelling import Suspicion, WordList, bare_tone, load_word_list

_PROSE = {"tín nhiệm", "hương ước", "bàn bạc"}
SMALL = WordList(
    words=frozenset(map(bare_tone, [*_PROSE, "tin tưởng", "hướng dẫn", "dần dần"])),
    compounds={
        "tin nhiem": frozenset({"tín nhiệm"}),
        "huong uoc": frozenset({"hương ước"}),
        "ban bac": frozenset({"bàn bạc"}),
        "tinh yeu": frozenset({"tình yêu"}),
    },
    alone=frozenset(map(bare_tone, ["tính", "tinh", "yêu", "bán", "bạc"])),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("được tin nhiệm bầu", [Suspicion("tin nhiệm", "tín nhiệm")], id="tone lost"),
        pytest.param("các Hướng ước", [Suspicion("hướng ước", "hương ước")], id="tone added"),
        pytest.param("khi tính yêu cầu", [], id="two words, another mark"),
        pytest.param("bán bạc", [], id="two words, marks of another"),
        pytest.param("có tinh yêu", [Suspicion("tinh yêu", "tình yêu")], id="two words, mark lost"),
        pytest.param("truyền truyền", [Suspicion("truyền truyền", "")], id="syllable twice"),
        pytest.param("được tín nhiệm, hương ước", [], id="words"),
        pytest.param("bán bác", [], id="two syllables off"),
        pytest.param("dần dần", [], id="word of one syllable twice"),
        pytest.param("hướng dẫn ước", [], id="half of another word"),
        pytest.param("hướng, ước", [], id="mark between"),
        pytest.param("hướng\nước", [], id="another paragraph"),
        pytest.param("tin_nhiệm", [], id="underscore between"),
        pytest.param("hướng ước, hướng ước, hướng ước", [], id="the author's own"),
        pytest.param("", [], id="nothing"),
        pytest.param("dân", [], id="one syllable"),
    ],
)
def test_finds_broken_words(text: str, found: list[Suspicion]) -> None:
    assert SMALL.suspicions(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("người được tin nhiệm làm", [Suspicion("tin nhiệm", "tín nhiệm")], id="tin"),
        pytest.param("các quy ước, hướng ước", [Suspicion("hướng ước", "hương ước")], id="hướng"),
        pytest.param("bầu người được tín nhiệm theo hương ước", [], id="right"),
        pytest.param("dùng cùng loại, thu phí giá cả do xã", [], id="neighbours of two words"),
        pytest.param(
            "ngành cùng cấp, thửa dành từ quỹ, biểu luật giá, mức cao do xã", [], id="two"
        ),
    ],
)
def test_the_words_that_come_with_the_project_tell_right_from_broken(
    text: str, found: list[Suspicion]
) -> None:
    assert load_word_list().suspicions(text) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("hoà", "hòa", id="two tone placements"),
        pytest.param("Uỷ ban", "ủy ban", id="capital"),
        pytest.param("thuý", "thúy", id="acute"),
    ],
)
def test_spellings_of_one_word_are_equal(one: str, other: str) -> None:
    assert bare_tone(one) == bare_tone(other)


def test_words_with_other_tones_are_not_equal() -> None:
    assert bare_tone("tin") != bare_tone("tín")
