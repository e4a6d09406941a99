from __future__ import annotations

import unicodedata

import pytest

from knowledge.language.tones import place_tone, place_tones


@pytest.mark.parametrize(
    ("typed", "placed"),
    [
        pytest.param("hoà", "hòa", id="oa"),
        pytest.param("khoẻ", "khỏe", id="oe"),
        pytest.param("thuỷ", "thủy", id="uy"),
        pytest.param("Uỷ", "Ủy", id="capital"),
        pytest.param("qúy", "quý", id="after qu"),
        pytest.param("gìa", "già", id="after gi"),
        pytest.param("cuả", "của", id="ua"),
        pytest.param("đựơc", "được", id="shaped vowels"),
        pytest.param("ngừơi", "người", id="three vowels"),
    ],
)
def test_a_tone_typed_elsewhere_moves_to_its_place(typed: str, placed: str) -> None:
    assert place_tone(typed) == placed


@pytest.mark.parametrize(
    "syllable",
    ["hòa", "hoàn", "ngoài", "thuế", "mía", "giếng", "gì", "quà", "giữa", "khuỷu", "ủy", "dan", "",
     "résumé"],
)  # fmt: skip
def test_a_tone_in_its_place_stays(syllable: str) -> None:
    assert place_tone(syllable) == syllable


def test_texts_keep_everything_but_the_place_of_tones() -> None:
    assert place_tones("Uỷ ban, 2024: hoà giải!") == "Ủy ban, 2024: hòa giải!"


def test_both_unicode_forms_end_up_alike() -> None:
    assert place_tone(unicodedata.normalize("NFD", "hoà")) == "hòa"
