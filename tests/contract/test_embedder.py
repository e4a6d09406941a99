"""What every embedder keeps: the one that ships with the project, and the one that tests use."""

from __future__ import annotations

import numpy as np
import pytest

from index.embedding.embedder import Embedder
from index.embedding.model import SentenceEmbedder, load_model
from index.embedding.shipped import FOLDER, NAME
from tests.support.conversations.fakes import FakeEmbedder
from training.embedding.graph.pack import unpack

TEXTS = ("Nhân dân biểu quyết trực tuyến.", "Kinh phí do ngân sách nhà nước bảo đảm.", "")


@pytest.fixture(scope="session")
def shipped() -> SentenceEmbedder:
    return load_model(NAME)


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


@pytest.fixture(scope="module")
def exact(tmp_path_factory: pytest.TempPathFactory) -> SentenceEmbedder:
    """The very weights that ship, multiplied by torch in floating point."""
    folder = unpack(FOLDER, tmp_path_factory.mktemp("exact") / "model")
    return load_model(str(folder))


def test_the_shipped_model_is_what_torch_makes_of_its_weights(
    shipped: SentenceEmbedder, exact: SentenceEmbedder
) -> None:
    longer_than_it_reads = "Nhân dân bàn và biểu quyết. " * 100
    texts = (longer_than_it_reads, *(f"{text} {number}?" for text in TEXTS for number in range(3)))

    for embed in (SentenceEmbedder.embed_queries, SentenceEmbedder.embed_passages):
        cosines = (embed(shipped, texts) * embed(exact, texts)).sum(axis=1)
        assert cosines.min() > 0.996


def test_the_shipped_model_gives_the_very_same_rows_each_time_and_with_fewer_threads(
    shipped: SentenceEmbedder,
) -> None:
    another = load_model(NAME)
    another.share_cores(1000)

    np.testing.assert_array_equal(another.embed_queries(TEXTS), shipped.embed_queries(TEXTS))


def test_a_question_has_the_same_row_whatever_stands_beside_it(shipped: SentenceEmbedder) -> None:
    outlier = "!!! @@@ 1234567890 ĐẤU GIÁ $$$ " * 20
    for text in TEXTS:
        among = shipped.embed_queries([text, outlier])[0]
        np.testing.assert_allclose(among, shipped.embed_queries([text])[0], atol=1e-5)
