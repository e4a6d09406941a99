from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.embedding.cache import FINGERPRINT, digest, make_once


def write(folder: Path) -> None:
    (folder / FINGERPRINT).write_text("1")


def refuse(folder: Path) -> None:
    raise AssertionError(folder)


def fail_half_way(folder: Path) -> None:
    write(folder)
    raise InterruptedError


def test_makes_a_folder_that_everybody_may_read(tmp_path: Path) -> None:
    folder = make_once(tmp_path / "models" / "m", write)

    assert (folder / FINGERPRINT).read_text() == "1"
    assert folder.stat().st_mode & 0o777 == 0o755


def test_what_is_made_is_not_made_again(tmp_path: Path) -> None:
    folder = make_once(tmp_path / "m", write)

    assert make_once(folder, refuse) == folder


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(InterruptedError):
        make_once(tmp_path / "m", fail_half_way)

    assert list(tmp_path.iterdir()) == []


def test_what_another_process_made_meanwhile_stays(tmp_path: Path) -> None:
    def slower(folder: Path) -> None:
        (folder / FINGERPRINT).write_text("2")
        make_once(tmp_path / "m", write)

    assert (make_once(tmp_path / "m", slower) / FINGERPRINT).read_text() == "1"
    assert [path.name for path in tmp_path.iterdir()] == ["m"]


def test_the_digest_follows_names_and_numbers() -> None:
    one, two = np.zeros(2, np.float32), np.ones(2, np.float32)
    digests = {digest({"a": one}), digest({"a": two}), digest({"b": one}), digest({"a": one})}

    assert len(digests) == 3
