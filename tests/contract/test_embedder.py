"""What every embedder keeps: the one that ships with the project, and the one that tests use."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.embedder import Embedder
from index.model import SentenceEmbedder, load_model
from index.shipped import NAME, cached
from tests.fakes import FakeEmbedder

TEXTS = ("Nhân dân biểu quyết trực tuyến.", "Kinh phí do ngân sách nhà nước bảo đảm.", "")


@pytest.fixture(scope="session")
def shipped(pytestconfig: pytest.Config) -> SentenceEmbedder:
    """The shipped model, made once and kept between runs of the tests."""
    assert pytestconfig.cache is not None
    return load_model(NAME, Path(pytestconfig.cache.mkdir("models")))


@pytest.fixture(params=["shipped", "fake"])
def embedder(request: pytest.FixtureRequest) -> Embedder:
    if request.param == "fake":
        return FakeEmbedder()
    found: SentenceEmbedder = request.getfixturevalue("shipped")
    return found


def test_gives_one_unit_row_a_text(embedder: Embedder) -> None:
    for rows in (embedder.embed_queries(TEXTS), embedder.embed_passages(TEXTS)):
        assert rows.shape == (len(TEXTS), embedder.dim)
        assert rows.dtype == np.float32
        np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, rtol=1e-5)


def test_gives_no_rows_for_no_texts(embedder: Embedder) -> None:
    assert embedder.embed_passages(()).shape == (0, embedder.dim)
    assert embedder.embed_queries(()).shape == (0, embedder.dim)


def test_a_text_has_the_same_row_alone_and_among_others(embedder: Embedder) -> None:
    together = embedder.embed_passages(TEXTS)

    for row, text in zip(together, TEXTS, strict=True):
        np.testing.assert_allclose(embedder.embed_passages([text])[0], row, atol=1e-5)


def test_progress_ends_with_all_done(embedder: Embedder) -> None:
    steps: list[tuple[int, int]] = []
    embedder.embed_passages(TEXTS, lambda done, total: steps.append((done, total)))

    assert steps[-1] == (len(TEXTS), len(TEXTS))


def test_the_fingerprint_is_always_the_same(embedder: Embedder) -> None:
    assert embedder.fingerprint == embedder.fingerprint != ""


@pytest.mark.parametrize(
    ("question", "answer", "other"),
    [
        pytest.param(
            "Bà con bỏ phiếu qua điện thoại được không?",
            "Khuyến khích cộng đồng dân cư biểu quyết theo hình thức trực tuyến.",
            "Kinh phí thực hiện do ngân sách nhà nước bảo đảm.",
            id="voting by telephone",
        ),
        pytest.param(
            "tien nong lay o dau ra",
            "Kinh phí thực hiện do ngân sách nhà nước bảo đảm.",
            "Khuyến khích cộng đồng dân cư biểu quyết theo hình thức trực tuyến.",
            id="money, without diacritics",
        ),
    ],
)
def test_the_shipped_model_knows_what_is_meant(
    shipped: SentenceEmbedder, question: str, answer: str, other: str
) -> None:
    [asked] = shipped.embed_queries([question])
    right, wrong = shipped.embed_passages([answer, other]) @ asked

    assert right > wrong > shipped.background


def test_questions_and_passages_are_told_apart(shipped: SentenceEmbedder) -> None:
    [text] = TEXTS[:1]

    assert shipped.embed_queries([text])[0] @ shipped.embed_passages([text])[0] < 0.9999


def test_a_copy_of_the_model_that_is_loaded_by_its_folder_gives_the_very_same_rows(
    shipped: SentenceEmbedder, pytestconfig: pytest.Config
) -> None:
    assert pytestconfig.cache is not None
    folder = cached(Path(pytestconfig.cache.mkdir("models")))
    named = load_model(str(folder), folder)
    longer_than_it_reads = "Nhân dân bàn và biểu quyết. " * 100
    texts = (*TEXTS, *(f"{text} {number}?" for text in TEXTS for number in range(9)))

    for some in (texts, TEXTS[:1], (longer_than_it_reads, *TEXTS)):
        np.testing.assert_array_equal(named.embed_queries(some), shipped.embed_queries(some))
        np.testing.assert_array_equal(named.embed_passages(some), shipped.embed_passages(some))
    assert named.fingerprint == load_model(str(folder), folder).fingerprint
