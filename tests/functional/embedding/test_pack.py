from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from index.embedding.encoder import GRAPH, FolderEncoder, GraphDamaged
from index.embedding.folder import BACKGROUND, FINGERPRINT
from training.embedding.graph.graph import read_weights
from training.embedding.graph.pack import export, pack, unpack

if TYPE_CHECKING:
    from collections.abc import Callable

    from sentence_transformers import SentenceTransformer

WORDS = "embeddings.word_embeddings.weight"
TEXTS = ("ab", "", "hop dan", "bau cu " * 9)


@pytest.fixture
def saved(model: SentenceTransformer, tmp_path: Path) -> Path:
    folder = tmp_path / "saved"
    model.save(str(folder), create_model_card=False)
    return folder


@pytest.fixture
def shipped(saved: Path, tmp_path: Path) -> Path:
    """The model as it ships, with every letter of the texts."""
    folder = tmp_path / "shipped"
    pack(saved, TEXTS, 0.25, folder)
    return folder


def test_what_is_packed_gives_the_vectors_of_the_model(
    model: SentenceTransformer, shipped: Path
) -> None:
    rows = FolderEncoder(shipped).encode(TEXTS, "query: ")
    exact = model.encode([f"query: {text}" for text in TEXTS])

    assert (rows * exact).sum(axis=1).min() > 0.99
    assert float((shipped / BACKGROUND).read_text()) == 0.25


def test_what_is_packed_can_be_trained_on(
    model: SentenceTransformer, shipped: Path, tmp_path: Path
) -> None:
    from sentence_transformers import SentenceTransformer

    again = SentenceTransformer(str(unpack(shipped, tmp_path / "again")), device="cpu")
    cosines = (again.encode(list(TEXTS)) * model.encode(list(TEXTS))).sum(axis=1)

    assert cosines.min() > 0.99


def test_pieces_keep_their_rows(saved: Path, tmp_path: Path) -> None:
    pack(saved, ["ab"], 0.25, tmp_path / "shipped")
    folder = unpack(tmp_path / "shipped", tmp_path / "again")
    rows, before = (load_file(one / "model.safetensors")[WORDS] for one in (folder, saved))
    numbers = Tokenizer.from_file(str(folder / "tokenizer.json")).get_vocab()
    old_numbers = Tokenizer.from_file(str(saved / "tokenizer.json")).get_vocab()

    assert json.loads((folder / "config.json").read_text())["vocab_size"] == len(numbers)
    for piece, number in numbers.items():
        np.testing.assert_allclose(rows[number], before[old_numbers[piece]], atol=0.01)


def test_the_same_weights_give_the_same_bytes(shipped: Path, saved: Path, tmp_path: Path) -> None:
    pack(saved, TEXTS, 0.25, tmp_path / "again")
    for path in (one for one in shipped.rglob("*") if one.is_file()):
        assert (tmp_path / "again" / path.relative_to(shipped)).read_bytes() == path.read_bytes()


def test_what_ships_is_exported_anew_to_the_same_bytes(shipped: Path) -> None:
    before = {path: path.read_bytes() for path in shipped.rglob("*") if path.is_file()}
    export(read_weights(shipped / GRAPH), shipped)

    assert {path: path.read_bytes() for path in before} == before


def test_other_weights_have_another_fingerprint(shipped: Path, saved: Path) -> None:
    before = (shipped / FINGERPRINT).read_text()
    weights = load_file(saved / "model.safetensors")
    export(weights | {WORDS: weights[WORDS] * 2}, shipped)

    assert (shipped / FINGERPRINT).read_text() != before


def test_a_text_has_the_same_row_alone_and_among_others(shipped: Path) -> None:
    encoder = FolderEncoder(shipped)
    together = encoder.encode(TEXTS, "")

    for row, text in zip(together, TEXTS, strict=True):
        np.testing.assert_allclose(encoder.encode([text], "")[0], row, atol=1e-5)


def test_tokens_have_rows_without_frame_and_padding(shipped: Path) -> None:
    encoder = FolderEncoder(shipped)
    together = encoder.encode_tokens(TEXTS, "")
    pieces = Tokenizer.from_file(str(shipped / "tokenizer.json"))

    for rows, text in zip(together, TEXTS, strict=True):
        there = min(len(pieces.encode(text, add_special_tokens=False).ids), 22)
        assert rows.shape == (there, encoder.dim)
        np.testing.assert_allclose(encoder.encode_tokens([text], "")[0], rows, atol=1e-2)


def cut_weights(folder: Path) -> None:
    path = folder / "encoder.onnx.data"
    path.write_bytes(path.read_bytes()[:100])


def cut_graph(folder: Path) -> None:
    path = folder / "encoder.onnx"
    path.write_bytes(path.read_bytes()[:-100])


def lose(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(cut_graph, id="graph cut"),
        pytest.param(cut_weights, id="weights cut"),
        pytest.param(lose("encoder.onnx"), id="graph missing"),
        pytest.param(lose("encoder.onnx.data"), id="weights missing"),
        pytest.param(lose("tokenizer.json"), id="tokenizer missing"),
        pytest.param(lose(FINGERPRINT), id="fingerprint missing"),
    ],
)
def test_names_the_folder_that_holds_no_whole_encoder(
    shipped: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(shipped)

    with pytest.raises(GraphDamaged, match=f"{shipped} .* get the project's files again"):
        FolderEncoder(shipped)
