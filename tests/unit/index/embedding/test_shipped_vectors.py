from __future__ import annotations

from pathlib import Path

import numpy as np

from index.embedding import shipped
from index.embedding.folder import FINGERPRINT
from index.embedding.shipped_vectors import Ready, ready_vectors, write_ready
from tests.support.conversations.fakes import FakeEmbedder

SAMPLES = ("Tiền ở đâu ra?", "Ai ký vậy?")
PASSAGES = ("Ngân sách nhà nước.",)


def written(folder: Path) -> Path:
    (folder / FINGERPRINT).write_text("weights", encoding="ascii")
    path = folder / "samples.npz"
    write_ready(SAMPLES, PASSAGES, FakeEmbedder(), path)
    return path


def test_samples_have_the_vectors_that_the_model_gives_them(tmp_path: Path) -> None:
    found = ready_vectors("weights", written(tmp_path))

    assert (tuple(found.samples), tuple(found.passages)) == (SAMPLES, PASSAGES)
    np.testing.assert_allclose(
        list(found.samples.values()), FakeEmbedder().embed_queries(SAMPLES), atol=4e-3
    )
    np.testing.assert_allclose(
        list(found.passages.values()), FakeEmbedder().embed_passages(PASSAGES), atol=4e-3
    )


def test_another_model_has_none(tmp_path: Path) -> None:
    assert ready_vectors("other weights", written(tmp_path)) == Ready()


def test_none_are_needed(tmp_path: Path) -> None:
    assert ready_vectors("weights", tmp_path / "gone.npz") == Ready()


def test_those_that_come_along_are_of_the_model_that_comes_along() -> None:
    fingerprint = (shipped.FOLDER / FINGERPRINT).read_text(encoding="ascii")
    ready = ready_vectors(fingerprint)

    for rows in (ready.samples, ready.passages):
        vectors = np.array(list(rows.values()))
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-2)
