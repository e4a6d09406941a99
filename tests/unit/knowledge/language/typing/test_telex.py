from __future__ import annotations

import pytest

from knowledge.language.typing.telex import decode


@pytest.mark.parametrize(
    ("keys", "syllable"),
    [
        pytest.param("quyeets", "quyết", id="tone at the end"),
        pytest.param("quyets", "quyét", id="tone alone"),
        pytest.param("quyetes", "quyết", id="vowel repeated late"),
        pytest.param("dduwocj", "được", id="letters and tone"),
        pytest.param("dduowcj", "được", id="w after both vowels"),
        pytest.param("nguowif", "người", id="w in the middle"),
        pytest.param("luaatj", "luật", id="double vowel"),
        pytest.param("d9u7o75c", "được", id="numbers"),
        pytest.param("bie63u", "biểu", id="numbers in the middle"),
        pytest.param("thu3y", "thủy", id="number after the first vowel"),
    ],
)
def test_keystrokes_become_the_syllable_they_spell(keys: str, syllable: str) -> None:
    assert decode(keys) == syllable


@pytest.mark.parametrize("typed", ["ban", "quyết", "2024", "a@b", "", "."])
def test_what_spells_nothing_else_is_left(typed: str) -> None:
    assert decode(typed) is None
