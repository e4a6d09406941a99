from __future__ import annotations

from index.embedding.shipped import FOLDER


def test_what_ships_is_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.rglob("*")) < 44_000_000
