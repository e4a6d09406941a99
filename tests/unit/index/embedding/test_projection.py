from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.embedding import projection
from index.embedding.projection import DIRECTIONS, learn

_STATES = np.random.default_rng(1).standard_normal((400, 128)) * np.linspace(3, 0.1, 128) + 5


def test_tokens_have_unit_length_and_as_many_dimensions_as_are_kept() -> None:
    rows = learn(_STATES).of(_STATES)

    assert rows.shape == (400, DIRECTIONS)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-4)


def test_what_differs_most_is_kept() -> None:
    """Tokens that differ in the widest directions stay apart, those in the narrowest meet."""
    wide, narrow = _STATES.mean(axis=0) + 10 * np.eye(128)[[0, 127]]
    learned = learn(_STATES)

    [lost] = (narrow - learned.mean) @ learned.directions[None]
    [kept] = (wide - learned.mean) @ learned.directions[None]
    assert np.linalg.norm(kept) > 9
    assert np.linalg.norm(lost) < np.linalg.norm(kept) / 2


def test_no_tokens_stay_none() -> None:
    assert learn(_STATES).of(np.empty((0, 7), np.float16)).shape == (0, DIRECTIONS)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "projection.npz"
    projection.write_learned(learn(_STATES), path)

    rows = projection.learned(path).of(_STATES)

    assert rows == pytest.approx(learn(_STATES).of(_STATES), abs=0.01)
