from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from index.cache import FINGERPRINT
from index.embedder import silent
from index.quantised import QuantisedModelDamaged, write_quantised
from index.shipped import FOLDER, NAME, WEIGHTS, prepare


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    (folder / "1_Pooling").mkdir(parents=True)
    (folder / "1_Pooling" / "config.json").write_text("{}")
    (folder / FINGERPRINT).write_text("0123456789abcdef")
    write_quantised({"weight": np.ones((2, 2), np.float32)}, folder / WEIGHTS)
    return folder


def test_makes_a_folder_of_ordinary_form(tmp_path: Path, shipped: Path) -> None:
    folder = prepare(tmp_path / "cache", silent, shipped)
    files = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}

    assert files == {"1_Pooling/config.json", FINGERPRINT, "model.safetensors"}
    np.testing.assert_allclose(load_file(folder / "model.safetensors")["weight"], np.ones((2, 2)))


def test_another_model_gets_a_folder_of_its_own(tmp_path: Path, shipped: Path) -> None:
    old = prepare(tmp_path, silent, shipped)
    (shipped / FINGERPRINT).write_text("fedcba9876543210")
    new = prepare(tmp_path, silent, shipped)

    assert {old.name, new.name} == {f"{NAME}-0123456789ab", f"{NAME}-fedcba987654"}


def test_what_is_damaged_leaves_nothing(tmp_path: Path, shipped: Path) -> None:
    (shipped / WEIGHTS).unlink()
    with pytest.raises(QuantisedModelDamaged):
        prepare(tmp_path / "cache", silent, shipped)

    assert list((tmp_path / "cache").iterdir()) == []


def test_what_ships_is_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.rglob("*")) < 42_000_000
