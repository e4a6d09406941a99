from __future__ import annotations

from collections.abc import Sequence

import pytest
from tokenizers import Tokenizer

from tests.support.language.unigrams import MASK, SPECIAL, unigram
from training.embedding.graph.vocabulary import Trimmed, trim

PIECES = {
    "▁": -2.0,
    "▁dân": -5.0,
    "▁biết": -5.0,
    "▁dan": -6.0,
    "▁đường": -7.0,
    "d": -8.0,
    "â": -8.0,
    "n": -8.0,
    "привет": -8.0,
    "▁é": -8.0,
    "я": -8.0,
    "?": -8.0,
    "▁straße": -9.0,
}
RARE = {"▁unbekannt": -9.0, "▁nguyện": -9.0, "▁dạ": -9.0, "biet": -9.0, "▁têtes": -9.0}
FILLED = 40_000


@pytest.fixture(scope="module")
def tokenizer() -> str:
    """A tokenizer whose `RARE` pieces stand behind 40,000 others."""
    foreign = {f"ы{number}": -20.0 for number in range(FILLED)}
    return unigram({**PIECES, **foreign, **RARE})


def pieces_of(trimmed: Trimmed) -> set[str]:
    return set(Tokenizer.from_str(trimmed.tokenizer).get_vocab())


@pytest.mark.parametrize(
    ("texts", "kept", "dropped"),
    [
        pytest.param([], ["▁dân", "▁đường", "▁é"], ["привет", "▁straße", "я"], id="common"),
        pytest.param([], ["▁nguyện", "▁dạ"], ["▁unbekannt", "biet", "▁têtes"], id="rare"),
        pytest.param([], ["?", "▁"], [], id="signs"),
        pytest.param(["dân привет"], ["привет"], ["я"], id="written in a text"),
        pytest.param([], [*SPECIAL, MASK], [], id="special"),
    ],
)
def test_keeps_what_spells_vietnamese(
    tokenizer: str, texts: Sequence[str], kept: Sequence[str], dropped: Sequence[str]
) -> None:
    found = pieces_of(trim(tokenizer, texts))

    assert found.issuperset(kept)
    assert found.isdisjoint(dropped)


def test_a_piece_is_kept_that_only_the_text_without_diacritics_needs(tokenizer: str) -> None:
    assert "biet" not in pieces_of(trim(tokenizer, ["nguyện"]))
    assert "biet" in pieces_of(trim(tokenizer, ["dbiệt"]))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("dân biết", id="known words"),
        pytest.param("dâd nguyện?", id="letters and signs"),
        pytest.param("<s>dan</s>", id="special"),
        pytest.param("日本", id="unknown"),
    ],
)
def test_texts_are_cut_as_before(tokenizer: str, text: str) -> None:
    trimmed = trim(tokenizer, [])
    after = Tokenizer.from_str(trimmed.tokenizer).encode(text).ids

    assert trimmed.rows[after].tolist() == Tokenizer.from_str(tokenizer).encode(text).ids
