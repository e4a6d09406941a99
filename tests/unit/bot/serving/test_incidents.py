"""Faults that nobody foresaw."""

from __future__ import annotations

from pathlib import Path

from bot.serving.incidents import FILE, record


def _fail() -> None:
    raise ZeroDivisionError


def _caught() -> ZeroDivisionError:
    try:
        _fail()
    except ZeroDivisionError as error:
        return error
    raise AssertionError


def test_the_traceback_is_kept_under_the_trace_id(tmp_path: Path) -> None:
    trace_id = record(_caught(), tmp_path / "new")
    kept = (tmp_path / "new" / FILE).read_text(encoding="utf-8")
    assert trace_id in kept
    assert "ZeroDivisionError" in kept
    assert "_fail" in kept


def test_incidents_follow_each_other_in_one_file(tmp_path: Path) -> None:
    ids = [record(_caught(), tmp_path) for _ in range(2)]
    kept = (tmp_path / FILE).read_text(encoding="utf-8")
    assert len(set(ids)) == 2
    assert all(trace_id in kept for trace_id in ids)


def test_a_folder_that_cannot_be_written_loses_nothing_but_the_file(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("", encoding="utf-8")
    assert record(_caught(), taken)
