"""`danbiet lint`: what the sources of documents got wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.documents.documents import BINH_DUONG, CA_MAU, CLEAN, NINH_BINH, source_of
from tests.support.running.danbiet import refusal, run

NUMBER = "Số: 12/2025/NQ-HĐND\n\n"


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "clean.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """The clean text without its number."""
    path = tmp_path / "faulty.txt"
    path.write_text(CLEAN.replace(NUMBER, ""), encoding="utf-8")
    return path


def findings(*paths: Path) -> list[dict[str, Any]]:
    result = run("lint", "--json", *paths)
    assert (result.returncode, result.stderr) == (0, "")
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def test_a_clean_text_yields_nothing(clean: Path) -> None:
    result = run("lint", clean)

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert findings(clean) == []


def test_names_file_line_severity_and_what_was_done(clean: Path, faulty: Path) -> None:
    [found] = findings(clean, faulty)

    assert list(found) == ["file", "line", "severity", "code", "message", "action", "excerpt"]
    assert found["file"] == str(faulty)
    assert isinstance(found["line"], int)
    assert (found["severity"], found["code"]) == ("error", "missing-number")
    assert found["message"] == "Bản sao không ghi số văn bản."
    assert found["action"]


def test_prints_a_line_a_finding_for_people(faulty: Path) -> None:
    [line] = run("lint", faulty).stdout.splitlines()

    assert line.startswith(f"{faulty}:1: lỗi nặng: Bản sao không ghi số văn bản. ")
    assert line.endswith(" [missing-number]")


def test_several_files_come_in_the_order_given(clean: Path) -> None:
    paths = [source_of(name) for name in (NINH_BINH, CA_MAU, BINH_DUONG)]
    found = findings(paths[0], clean, *paths[1:])

    assert list(dict.fromkeys(one["file"] for one in found)) == [str(path) for path in paths]
    for path in paths:
        lines = [one["line"] for one in found if one["file"] == str(path)]
        assert lines == sorted(lines)


def test_text_and_json_tell_the_same() -> None:
    path = source_of(NINH_BINH)
    told = run("lint", path).stdout.splitlines()

    assert [re.findall(r"\[([a-z-]+)\]$", line) for line in told] == [
        [one["code"]] for one in findings(path)
    ]


def test_nothing_is_printed_where_one_of_the_files_cannot_be_read(faulty: Path) -> None:
    assert "gone.txt" in refusal(run("lint", faulty, faulty.parent / "gone.txt"))
