"""`danbiet check`: which documents of the library deserve a look."""

from __future__ import annotations

import json
from pathlib import Path

from tests.danbiet import refusal, run
from tests.documents import CLEAN, NINH_BINH


def test_says_that_nothing_deserves_a_look(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text(CLEAN, encoding="utf-8")

    result = run("check", tmp_path)

    assert (result.returncode, result.stdout, result.stderr) == (
        0,
        "Không có gì cần xem lại.\n",
        "",
    )
    assert json.loads(run("check", "--json", tmp_path).stdout) == []


def test_names_document_concern_and_what_to_do() -> None:
    result = run("check")

    assert (result.returncode, result.stderr) == (0, "")
    assert f"{NINH_BINH}: Bản sao có lỗi nặng, dòng 56: Có chữ lạ: " in result.stdout


def test_tells_programs_the_same() -> None:
    [found] = json.loads(run("check", "--json").stdout)

    assert (found["resolution"], found["concern"]) == (NINH_BINH, "serious-fault")
    assert (found["fault"], found["line"]) == ("foreign-characters", 56)


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    assert "no such file" in refusal(run("check", tmp_path / "none"))
