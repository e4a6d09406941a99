"""The choice of a Python, among fakes that only know their version."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

FIND_PYTHON = Path(__file__).parents[3] / "scripts" / "find-python"

OLD = '[ "$1" != -c ]'
LACKS_VENV = 'case "$2" in *ensurepip*) false ;; *version_info\\[*) echo 3.12 ;; esac'
GOOD = "true"
BROKEN = "exit 127"


def find(
    folder: Path, commands: Mapping[str, str], chosen: str
) -> subprocess.CompletedProcess[str]:
    for name, script in commands.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name).chmod(0o755)
    return subprocess.run(
        ["/bin/sh", FIND_PYTHON],
        env={"PATH": str(folder), "PYTHON": chosen},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("commands", "chosen", "found"),
    [
        pytest.param({"python3.11": GOOD, "python3.12": GOOD}, "", "python3.12", id="newest"),
        pytest.param({"python3": GOOD}, "", "python3", id="only the plain name"),
        pytest.param({"python3.13": BROKEN, "python3": GOOD}, "", "python3", id="one is broken"),
        pytest.param(
            {"python3.12": LACKS_VENV, "python3": GOOD}, "", "python3", id="one lacks venv"
        ),
        pytest.param({"python3.12": GOOD, "mine": GOOD}, "mine", "mine", id="named by PYTHON"),
    ],
)
def test_finds_a_python_that_can_run_the_project(
    tmp_path: Path, commands: dict[str, str], chosen: str, found: str
) -> None:
    result = find(tmp_path, commands, chosen)
    assert (result.returncode, result.stdout) == (0, f"{tmp_path / found}\n")


@pytest.mark.parametrize(
    ("commands", "chosen", "said"),
    [
        pytest.param({}, "", "Không tìm thấy Python 3.11", id="none"),
        pytest.param({"python3": OLD}, "", "Không tìm thấy Python 3.11", id="too old"),
        pytest.param({"python3": LACKS_VENV}, "", "apt install python3.12-venv", id="no venv"),
        pytest.param({"python3": GOOD}, "mine", "PYTHON=mine không chạy được", id="PYTHON is none"),
    ],
)
def test_says_in_one_sentence_what_is_missing(
    tmp_path: Path, commands: dict[str, str], chosen: str, said: str
) -> None:
    result = find(tmp_path, commands, chosen)
    assert (result.returncode, result.stdout) == (1, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
