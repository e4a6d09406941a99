from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import BuildError, IndexDamaged, IndexMissing, IndexUnreadable
from index.versions.folders import (
    KEPT,
    UnknownVersion,
    aside,
    find_version,
    hold,
    is_held,
    kept,
    locked,
    publish,
    serving,
)


def publish_one(folder: Path, content: str) -> Path:
    with locked(folder), aside(folder) as draft:
        (draft / "file").write_text(content)
        return publish(folder, draft)


def test_the_last_version_published_serves(tmp_path: Path) -> None:
    first = publish_one(tmp_path, "first")
    second = publish_one(tmp_path, "second")

    assert serving(tmp_path) == second != first
    assert (serving(tmp_path) / "file").read_text() == "second"


def test_no_version_serves_before_the_first(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="run `danbiet index`"):
        serving(tmp_path / "index")


@pytest.mark.parametrize("pointer", [b"", b"../../etc", b"\xff"], ids=repr)
def test_refuses_a_pointer_to_nowhere(tmp_path: Path, pointer: bytes) -> None:
    publish_one(tmp_path, "first")
    (tmp_path / "current").write_bytes(pointer)

    with pytest.raises(IndexDamaged):
        serving(tmp_path)


def test_tells_that_the_system_does_not_let_it_read(tmp_path: Path) -> None:
    (tmp_path / "current").mkdir()

    with pytest.raises(IndexUnreadable, match="cannot be read: Is a directory"):
        serving(tmp_path)


def test_a_draft_that_is_not_published_leaves_nothing(tmp_path: Path) -> None:
    served = publish_one(tmp_path, "first")
    with pytest.raises(OSError, match="full"), locked(tmp_path), aside(tmp_path):
        raise OSError("full")

    assert list((tmp_path / "versions").iterdir()) == [served] == [serving(tmp_path)]


def test_the_next_draft_clears_what_a_killed_builder_left(tmp_path: Path) -> None:
    leftover = tmp_path / "versions" / ".building-dead" / "lexical"
    leftover.mkdir(parents=True)
    version = publish_one(tmp_path, "first")

    assert list((tmp_path / "versions").iterdir()) == [version]


def test_what_cannot_be_locked_is_told(tmp_path: Path) -> None:
    (tmp_path / "versions").touch()
    with pytest.raises(BuildError, match="could not be built: File exists"), locked(tmp_path):
        pass


def test_only_the_last_versions_are_kept(tmp_path: Path) -> None:
    published = [publish_one(tmp_path, str(number)) for number in range(KEPT + 3)]

    assert {path for path in published if path.exists()} == set(published[-KEPT:])


def test_the_versions_that_are_there_are_told_newest_first(tmp_path: Path) -> None:
    published = [publish_one(tmp_path, str(number)) for number in range(KEPT + 3)]

    assert kept(tmp_path) == tuple(published[: -KEPT - 1 : -1])


def test_a_version_that_is_held_serves_until_the_next_is_published(tmp_path: Path) -> None:
    first = publish_one(tmp_path, "first")
    publish_one(tmp_path, "second")
    assert not is_held(tmp_path)

    hold(tmp_path, find_version(tmp_path))
    assert (serving(tmp_path), is_held(tmp_path)) == (first, True)

    third = publish_one(tmp_path, "third")
    assert (serving(tmp_path), is_held(tmp_path)) == (third, False)


def test_a_version_is_found_by_its_number(tmp_path: Path) -> None:
    first = publish_one(tmp_path, "first")
    publish_one(tmp_path, "second")
    publish_one(tmp_path, "third")

    assert find_version(tmp_path, "1") == first


@pytest.mark.parametrize(
    ("number", "said"),
    [
        pytest.param("7", "no version 7: kept are 1", id="unknown"),
        pytest.param("../1", "no version ../1: kept are 1", id="path"),
        pytest.param("", "no version before the one that serves: kept are 1", id="none before"),
    ],
)
def test_a_version_that_is_not_there_is_told_with_those_that_are(
    tmp_path: Path, number: str, said: str
) -> None:
    publish_one(tmp_path, "first")
    with pytest.raises(UnknownVersion, match=said):
        find_version(tmp_path, number)
