"""Where everything lies that a version of the index is made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.publishing.materials import Materials
from knowledge.library.intake.shelves import Shelves
from knowledge.library.library import LibraryUnreadable
from knowledge.matters.topic import TOPICS


def test_a_source_that_goes_while_it_is_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / "a.txt").symlink_to(tmp_path / "gone.txt")
    shelves = Shelves(tmp_path / "shipped", tmp_path / "added")
    with pytest.raises(LibraryUnreadable, match="no such file"):
        Materials(shelves, TOPICS, tmp_path / "samples.jsonl", tmp_path / "matters.jsonl").sources()
