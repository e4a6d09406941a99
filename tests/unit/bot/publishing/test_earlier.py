"""What provisions said in the versions of the index that are kept."""

from __future__ import annotations

from pathlib import Path

from bot.publishing.earlier import words_of_marks
from knowledge.law.fingerprint import mark_of_words
from tests.support.answers.matters import keep_version
from tests.support.answers.provisions import document
from tests.support.conversations.conversations import reworded
from tests.support.documents.documents import at

WHOLE, INNER = at("lang-son", 2), at("lang-son", 2, 1)
OLD = document({(2,): "Họp.", (2, 1): "Giơ tay."})
MARKS = {one: mark_of_words(one, OLD) for one in (WHOLE, INNER)}


def test_words_are_those_of_a_version_that_left_the_mark(tmp_path: Path) -> None:
    keep_version(tmp_path, 1, document({(1,): "Khác."}))
    keep_version(tmp_path, 2, OLD)
    keep_version(tmp_path, 3, reworded(OLD, INNER))

    assert words_of_marks(tmp_path, MARKS) == {WHOLE: "Họp.\nGiơ tay.", INNER: "Giơ tay."}


def test_what_no_version_has_is_left_out(tmp_path: Path) -> None:
    keep_version(tmp_path, 3, reworded(OLD, INNER))

    assert words_of_marks(tmp_path, MARKS) == {}
    assert words_of_marks(tmp_path / "none", MARKS) == {}


def test_a_damaged_version_is_passed_over(tmp_path: Path) -> None:
    keep_version(tmp_path, 2, OLD)
    keep_version(tmp_path, 3)
    (tmp_path / "versions" / "3" / "documents.json").write_bytes(b"{")

    assert set(words_of_marks(tmp_path, MARKS)) == {WHOLE, INNER}
