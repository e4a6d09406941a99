from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.errors import IndexDamaged
from index.retrieval.fusion import DENSE, LEXICAL
from index.retrieval.phrases import PhraseIndex
from tests.support.conversations.fakes import FakeEmbedder

GROUPS = (("giơ tay biểu quyết", "bỏ phiếu kín"), ("tiền lấy ở đâu",))


def shares(index: PhraseIndex, question: str) -> dict[str, list[float]]:
    vector = FakeEmbedder().embed_queries([question])
    return {name: found.tolist() for name, found in index.shares(question, vector, 0.0).items()}


def test_a_phrase_that_is_asked_word_for_word_has_the_highest_shares() -> None:
    found = shares(PhraseIndex.build(GROUPS, FakeEmbedder()), "Bỏ phiếu kín?")

    assert set(found) == {LEXICAL, DENSE}
    assert [int(np.argmax(values)) for values in found.values()] == [1, 1]
    assert all(0 <= value <= 1 for values in found.values() for value in values)


def test_groups_are_scored_by_their_nearest_phrases() -> None:
    index = PhraseIndex.build(GROUPS, FakeEmbedder())

    assert index.of_groups(np.array([0, 1, 0.5], np.float32), 1).tolist() == [1, 0.5]


def test_what_was_saved_finds_the_same(tmp_path: Path) -> None:
    index = PhraseIndex.build(GROUPS, FakeEmbedder())
    index.save(tmp_path / "phrases")
    opened = PhraseIndex.load(tmp_path / "phrases")

    assert opened.groups == GROUPS
    assert shares(opened, "tiền ở đâu") == shares(index, "tiền ở đâu")


def test_embeds_only_what_is_not_known_and_each_phrase_once() -> None:
    first = PhraseIndex.build(GROUPS[:1], FakeEmbedder())
    steps: list[tuple[int, int]] = []
    again = PhraseIndex.build(
        (*GROUPS, GROUPS[1]),
        FakeEmbedder(),
        lambda done, total: steps.append((done, total)),
        first.vectors_by_phrase(),
    )

    assert steps == [(1, 1)]
    assert len(again.vectors) == 4
    assert np.array_equal(again.vectors[:2], first.vectors)


@pytest.mark.parametrize("name", ["phrases.json", "vectors.npy", "lexical/params.index.json"])
@pytest.mark.parametrize("content", [None, b"", b"[[]]"])
def test_a_damaged_index_is_refused(tmp_path: Path, name: str, content: bytes | None) -> None:
    folder = tmp_path / "phrases"
    PhraseIndex.build(GROUPS, FakeEmbedder()).save(folder)
    (folder / name).unlink()
    if content is not None:
        (folder / name).write_bytes(content)

    with pytest.raises(IndexDamaged):
        PhraseIndex.load(folder)


def test_vectors_of_other_phrases_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "phrases"
    PhraseIndex.build(GROUPS, FakeEmbedder()).save(folder)
    np.save(folder / "vectors.npy", np.zeros((2, 256), np.float32))

    with pytest.raises(IndexDamaged, match=r"vectors\.npy"):
        PhraseIndex.load(folder)
