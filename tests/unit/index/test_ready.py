from __future__ import annotations

from pathlib import Path

import numpy as np

from index import shipped
from index.cache import FINGERPRINT
from index.ready import ready_vectors, write_ready
from tests.fakes import FakeEmbedder

SAMPLES = ("Tiền ở đâu ra?", "Ai ký vậy?")


def written(folder: Path) -> Path:
    (folder / FINGERPRINT).write_text("weights", encoding="ascii")
    path = folder / "samples.npz"
    write_ready(SAMPLES, FakeEmbedder(), path)
    return path


def test_samples_have_the_vectors_that_the_model_gives_them(tmp_path: Path) -> None:
    found = ready_vectors("weights", written(tmp_path))

    assert tuple(found) == SAMPLES
    np.testing.assert_allclose(
        list(found.values()), FakeEmbedder().embed_queries(SAMPLES), atol=4e-3
    )


def test_another_model_has_none(tmp_path: Path) -> None:
    assert ready_vectors("other weights", written(tmp_path)) == {}


def test_none_are_needed(tmp_path: Path) -> None:
    assert ready_vectors("weights", tmp_path / "gone.npz") == {}


def test_those_that_come_along_are_of_the_model_that_comes_along() -> None:
    fingerprint = (shipped.FOLDER / FINGERPRINT).read_text(encoding="ascii")
    vectors = np.array(list(ready_vectors(fingerprint).values()))

    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-2)
