"""`danbiet ask`: one question, or a file of them, as text and as JSON."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.support.documents.documents import LANG_SON, bundled
from tests.support.running.danbiet import Prepared, Result, run

QUESTION = "Điểm c khoản 2 Điều 4 nghị quyết Lạng Sơn viết gì?"
PLACE = "tỉnh Lạng Sơn"
ADDRESS = {
    "resolution": str,
    "part": str,
    "article": int | None,
    "clause": int | None,
    "point": str | None,
    "bullet": int | None,
}
ANSWER = {
    "question": str,
    "understood_as": str,
    "status": str,
    "text": str,
    "place": str | None,
    "citations": list,
    "short": str | None,
    "steps": list,
    "matter": str | None,
    "passages": list,
    "timings_ms": dict,
}

Lines = dict[str, dict[str, Any]]

BATCH: list[dict[str, Any]] = [
    {"id": "lookup", "question": QUESTION, "place": PLACE},
    {"id": "empty", "question": "", "place": None},
    {"id": "answered", "question": "Kinh phí thực hiện nghị quyết lấy từ đâu?", "place": PLACE},
    {"id": "emoji", "question": "🎉🎉"},
    {"id": "too-long", "question": "a " * 5000, "place": None},
    {"id": "small-talk", "question": "Chào bạn", "place": None, "style": "smalltalk"},
    {"id": "out-of-scope", "question": "Giá vàng hôm nay tăng hay giảm?", "place": PLACE},
    {"id": "no-resolution", "question": "Nghị quyết này số mấy?", "place": "tỉnh Nghệ An"},
    {"id": "unknown-place", "question": "Người dân được bàn việc gì?", "place": "Sao Hỏa"},
    {"id": "not-found", "question": "Điều 40 nghị quyết Lạng Sơn nói gì?", "place": PLACE},
    {"id": "separator", "question": "Ai ký\u2028nghị quyết?", "place": PLACE},
    {"id": "nfd", "question": unicodedata.normalize("NFD", QUESTION), "place": PLACE},
]


@pytest.fixture(scope="module")
def batch(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Result:
    """What `danbiet ask --batch` did with `BATCH` on the day 01/8/2026."""
    path = tmp_path_factory.mktemp("batch") / "questions.jsonl"
    lines = [json.dumps(line, ensure_ascii=False) for line in BATCH]
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return run("ask", "--batch", path, "--on", "01/8/2026", data=prepared.folder)


@pytest.fixture(scope="module")
def lines(batch: Result) -> Lines:
    answers = [json.loads(line) for line in batch.stdout.splitlines()]
    return {answer["id"]: answer for answer in answers}


@pytest.fixture(scope="module")
def told(prepared: Prepared) -> dict[str, Any]:
    """The object that `danbiet ask --json` prints for `QUESTION`."""
    asked = ("ask", QUESTION, "--place", PLACE, "--json")
    result = run(*asked, data=prepared.folder, installed=True)
    assert (result.returncode, result.stderr) == (0, "")
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def test_a_batch_is_answered_in_order(batch: Result) -> None:
    assert (batch.returncode, batch.stderr) == (0, "")
    printed = [json.loads(line)["id"] for line in batch.stdout.splitlines()]
    assert printed == [line["id"] for line in BATCH]


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("lookup", "answered"),
        ("answered", "answered"),
        ("small-talk", "small_talk"),
        ("out-of-scope", "out_of_scope"),
        ("no-resolution", "no_resolution"),
        ("not-found", "not_found"),
        ("separator", "answered"),
        ("nfd", "answered"),
    ],
)
def test_every_status_can_be_met(lines: Lines, name: str, status: str) -> None:
    answer = lines[name]

    assert answer["status"] == status
    assert len(answer["passages"]) == 10
    assert bool(answer["citations"]) == (status == "answered")


@pytest.mark.parametrize(
    ("name", "status", "said"),
    [
        ("empty", "out_of_scope", "Bạn chưa nhập câu hỏi."),
        ("emoji", "out_of_scope", "chưa thấy chữ nào"),
        ("too-long", "out_of_scope", "10000 ký tự"),
        ("unknown-place", "no_resolution", "“Sao Hỏa”"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_its_place(
    lines: Lines, name: str, status: str, said: str
) -> None:
    answer = lines[name]

    assert answer["status"] == status
    assert said in answer["text"]
    assert (answer["citations"], answer["passages"]) == ([], [])


@pytest.mark.parametrize("line", BATCH, ids=lambda line: line["id"])
def test_every_answer_has_the_keys_and_types_of_the_contract(
    lines: Lines, line: dict[str, Any]
) -> None:
    answer = lines[line["id"]]

    assert list(answer) == ["id", *ANSWER]
    assert answer["question"] == line["question"]
    assert all(isinstance(answer[key], kind) for key, kind in ANSWER.items())
    for citation in answer["citations"]:
        check_types(citation, {**ADDRESS, "label": str, "quote": str | None, "lead": list})
        for lead in citation["lead"]:
            check_types(lead, {**ADDRESS, "quote": str})
    for passage in answer["passages"]:
        check_types(passage, {**ADDRESS, "score": float})
    assert all(isinstance(spent, float) for spent in answer["timings_ms"].values())


@pytest.mark.parametrize("line", BATCH, ids=lambda line: line["id"])
def test_passages_come_best_first_each_once(lines: Lines, line: dict[str, Any]) -> None:
    passages = lines[line["id"]]["passages"]
    scores = [passage["score"] for passage in passages]

    assert scores == sorted(scores, reverse=True)
    assert len({tuple(passage[key] for key in ADDRESS) for passage in passages}) == len(passages)


def check_types(found: dict[str, Any], kinds: dict[str, Any]) -> None:
    assert list(found) == list(kinds)
    assert all(isinstance(found[key], kind) for key, kind in kinds.items())


def test_one_question_gets_the_object_that_a_line_of_a_batch_gets(
    told: dict[str, Any], lines: Lines
) -> None:
    changing = {"id": None, "timings_ms": None}

    assert list(told) == list(ANSWER)
    assert told | changing == lines["lookup"] | changing


def test_a_provision_is_quoted_word_for_word_and_named_in_full(told: dict[str, Any]) -> None:
    [citation] = told["citations"]
    [unit] = [one for one in bundled(LANG_SON).provisions if named(one.address.as_dict(), citation)]

    assert citation["quote"] == unit.text
    assert citation["label"] == (
        "điểm c khoản 2 Điều 4 Nghị quyết số 08/2024/NQ-HĐND ngày 23/7/2024 của HĐND tỉnh Lạng Sơn"
    )
    for said in (citation["quote"], citation["label"], "05/8/2024", "không phải tư vấn pháp lý"):
        assert said in told["text"]


def named(address: dict[str, Any], citation: dict[str, Any]) -> bool:
    return all(citation[key] == value for key, value in address.items())


def test_what_is_cited_comes_first_among_the_passages(told: dict[str, Any]) -> None:
    assert named({key: told["passages"][0][key] for key in ADDRESS}, told["citations"][0])


def test_the_steps_are_timed(told: dict[str, Any]) -> None:
    spent = told["timings_ms"]

    assert {"understand", "search", "total"} <= set(spent)
    assert spent["total"] == pytest.approx(sum(spent.values()) - spent["total"], abs=0.1)


def test_the_place_is_told_by_its_name(told: dict[str, Any], lines: Lines) -> None:
    assert told["place"] == PLACE
    assert lines["no-resolution"]["place"] == "tỉnh Nghệ An"
    assert lines["small-talk"]["place"] is None


def test_a_day_before_the_effect_finds_nothing_in_force(prepared: Prepared) -> None:
    result = run("ask", QUESTION, "--place", PLACE, "--on", "2024-08-04", data=prepared.folder)

    assert (result.returncode, result.stderr) == (0, "")
    assert "04/8/2024" in result.stdout
    assert "05/8/2024" in result.stdout
    assert "“" not in result.stdout


def test_an_empty_batch_has_no_answers(prepared: Prepared, tmp_path: Path) -> None:
    path = tmp_path / "empty.jsonl"
    path.touch()
    result = run("ask", "--batch", path, data=prepared.folder)

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
