"""Who did what to a document."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.library.intake.history import (
    BadIntakeHistory,
    Event,
    IntakeStep,
    history_of,
    with_events,
)
from knowledge.library.intake.shelves import Shelves

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
ID = "an-giang-12-2025"
EVENTS = (
    Event(NOW, "Minh", IntakeStep.BROUGHT, "bản mới.txt"),
    Event(NOW, "Hoa", IntakeStep.PUBLISHED),
)


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    """Shelves without a history."""
    return Shelves(tmp_path / "shipped", tmp_path / "added")


def _write(shelves: Shelves, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = shelves.added / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def test_without_a_history_nothing_was_done(shelves: Shelves) -> None:
    assert history_of(ID, shelves) == ()


def test_what_was_done_is_told_oldest_first(shelves: Shelves) -> None:
    _write(shelves, with_events(ID, shelves, EVENTS[:1]))
    _write(shelves, with_events(ID, shelves, EVENTS[1:]))
    assert history_of(ID, shelves) == EVENTS
    assert history_of("other", shelves) == ()


def test_a_history_that_cannot_be_read_is_told(shelves: Shelves) -> None:
    _write(shelves, {f"history/{ID}.jsonl": b'{"at": "some day"}\n'})
    with pytest.raises(BadIntakeHistory):
        history_of(ID, shelves)
