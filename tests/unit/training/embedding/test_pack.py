from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer

from index.cache import BACKGROUND
from index.embedder import silent
from index.shipped import prepare
from tests.unigrams import unigram
from training.embedding.pack import pack

PIECES = {"▁dân": -5.0, "привет": -5.0, "▁biết": -5.0}
WORDS = "embeddings.word_embeddings.weight"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    folder = tmp_path / "saved"
    (folder / "1_Pooling").mkdir(parents=True)
    (folder / "1_Pooling" / "config.json").write_text("{}")
    (folder / "config.json").write_text('{"model_type": "bert", "vocab_size": 8}')
    (folder / "tokenizer.json").write_text(unigram(PIECES))
    rows = np.arange(8, dtype=np.float32)[:, None].repeat(2, axis=1)
    save_file({WORDS: rows, "bias": np.ones(3, np.float32)}, folder / "model.safetensors")
    return folder


def test_what_is_packed_can_be_prepared(saved: Path, tmp_path: Path) -> None:
    pack(saved, ["dân"], 0.25, tmp_path / "shipped")
    folder = prepare(tmp_path / "cache", silent, tmp_path / "shipped")
    config = json.loads((folder / "config.json").read_text())

    assert config == {"model_type": "bert", "vocab_size": 7}
    assert float((folder / BACKGROUND).read_text()) == 0.25
    assert (folder / "1_Pooling" / "config.json").is_file()
    np.testing.assert_array_equal(load_file(folder / "model.safetensors")["bias"], np.ones(3))


def test_pieces_keep_their_rows(saved: Path, tmp_path: Path) -> None:
    pack(saved, [], 0.25, tmp_path / "shipped")
    folder = prepare(tmp_path / "cache", silent, tmp_path / "shipped")
    rows = load_file(folder / "model.safetensors")[WORDS][:, 0]
    numbers = Tokenizer.from_file(str(folder / "tokenizer.json")).get_vocab()
    before = Tokenizer.from_file(str(saved / "tokenizer.json")).get_vocab()

    assert "привет" not in numbers
    for piece, number in numbers.items():
        assert rows[number] == pytest.approx(before[piece])


def test_another_model_has_another_fingerprint(saved: Path, tmp_path: Path) -> None:
    first, again, other = (tmp_path / name for name in ("first", "again", "other"))
    pack(saved, [], 0.25, first)
    pack(saved, [], 0.25, again)
    pack(saved, ["привет"], 0.25, other)
    cache = tmp_path / "cache"

    assert prepare(cache, silent, first) == prepare(cache, silent, again)
    assert prepare(cache, silent, first) != prepare(cache, silent, other)
