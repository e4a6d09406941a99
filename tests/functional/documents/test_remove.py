"""A document that is taken out and comes back, through the commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.library.library import SOURCES
from tests.functional.documents.test_add import done, serving
from tests.support.documents.documents import BUNDLED
from tests.support.running.danbiet import environment, refusal, run
from tests.support.running.terminals import terminal

GONE = "lang-son-08-2024"
WHY = "Bản sao sai dấu."


def test_a_document_that_ships_is_taken_out_and_comes_back(own_data: Path) -> None:
    first = serving(own_data)["version"]
    told = done(run("remove", GONE, "--reason", WHY, "--yes", data=own_data))
    for shown in ("Gỡ Nghị quyết số 08/2024/NQ-HĐND", f"Lý do: {WHY}", f"Đã gỡ {GONE}"):
        assert shown in told
    others = [one for one in BUNDLED if one != GONE]
    assert serving(own_data)["documents"] == others
    assert serving(own_data)["changed"] == [f"- {GONE}.txt"]
    log = own_data / "resolutions" / "history" / f"{GONE}.jsonl"
    (line,) = map(json.loads, log.read_text(encoding="utf-8").splitlines())
    assert (line["step"], line["about"]) == ("removed", WHY)
    assert GONE in refusal(run("remove", GONE, "--reason", WHY, "--yes", data=own_data))

    done(run("index", data=own_data))
    assert serving(own_data)["version"] == first + 1
    done(run("rollback", data=own_data))
    assert serving(own_data)["documents"] == list(BUNDLED)
    done(run("add", SOURCES / f"{GONE}.txt", "--yes", data=own_data))
    assert serving(own_data)["documents"] == list(BUNDLED)
    assert not list((own_data / "resolutions").glob("*.removed"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param((GONE,), "--reason", id="no reason"),
        pytest.param((GONE, "--reason", " "), "--reason", id="a blank reason"),
        pytest.param((GONE, "--reason", WHY), "--yes", id="nobody to ask"),
        pytest.param(
            ("khong-co", "--reason", WHY), "không có văn bản nào mã “khong-co”", id="no document"
        ),
    ],
)
def test_what_cannot_be_taken_out_is_told(
    unindexed: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = run("remove", *arguments, data=unindexed)
    assert result.returncode == 1
    assert said in result.stderr
    assert not (unindexed / "resolutions").exists()


def test_nothing_is_taken_out_by_who_declines(unindexed: Path) -> None:
    command = ["remove", GONE, "--reason", WHY]
    with terminal(command, environment(unindexed)) as shown:
        shown.wait_for("[c/K]")
        shown.type("k\n")
        shown.wait_for("Chưa gỡ")
        assert shown.leave() == 0
    assert not (unindexed / "resolutions").exists()
