"""What `danbiet` writes to: pipes that close, disks that are full, locales without Vietnamese."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.serving.incidents import FILE
from tests.support.running.danbiet import run

SHOW = ("show", "lang-son-08-2024")


def test_ends_silently_when_nobody_reads_on() -> None:
    result = run(*SHOW, wrapper=("sh", "-c", '"$0" "$@" | true'))

    assert (result.stdout, result.stderr) == ("", "")


@pytest.mark.parametrize("command", [SHOW, ("--help",)], ids=["show", "help"])
def test_a_full_disk_is_told_in_one_sentence(command: tuple[str, ...]) -> None:
    result = run(*command, wrapper=("sh", "-c", '"$0" "$@" >/dev/full'))

    assert result.returncode == 1
    assert result.stderr == "Không ghi được kết quả ra. Đĩa đã đầy.\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_vietnamese_is_written_whatever_the_locale(encoding: str) -> None:
    result = run(*SHOW, settings={"PYTHONIOENCODING": encoding})

    assert result.returncode == 0
    assert result.stdout == run(*SHOW).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(SHOW, id="show"),
        pytest.param(("lint", "pyproject.toml"), id="lint"),
        pytest.param(("ask", ""), id="ask, when the question is refused"),
    ],
)
def test_what_needs_no_search_loads_no_search_library(
    arguments: tuple[str, ...], unusable_libraries: str
) -> None:
    told = run(*arguments)
    without = run(*arguments, settings={"PYTHONPATH": unusable_libraries})

    assert (without.returncode, without.stdout, without.stderr) == (
        told.returncode,
        told.stdout,
        told.stderr,
    )


def test_an_unforeseen_fault_is_told_by_its_trace_id_and_kept(
    unusable_libraries: str, tmp_path: Path
) -> None:
    result = run("index", data=tmp_path, settings={"PYTHONPATH": unusable_libraries})

    told = re.fullmatch(r"Có lỗi ngoài dự kiến \(mã ([0-9a-f]{8})\); .*\n", result.stderr)
    assert (result.returncode, result.stdout) == (1, "")
    assert told is not None
    assert told.group(1) in (tmp_path / FILE).read_text(encoding="utf-8")


@pytest.fixture
def unusable_libraries(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder of libraries that cannot be imported, to go before the installed ones."""
    folder = tmp_path_factory.mktemp("libraries")
    for name in ("onnxruntime", "faiss", "bm25s", "torch", "sentence_transformers"):
        (folder / f"{name}.py").write_text("raise ImportError\n", encoding="utf-8")
    return str(folder)
