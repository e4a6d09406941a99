"""`danbiet evaluate`: the figures of a question set, and what changed since an earlier run."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.documents.documents import LANG_SON
from tests.support.running.danbiet import Prepared, Result, run

PLACE = "tỉnh Lạng Sơn"
FIGURES = {
    "questions", "answerable", "recall@1", "recall@3", "recall@5", "mrr", "first_citation",
    "status_accuracy", "given", "unfounded", "facts_said",
}  # fmt: skip


def item(name: str, question: str, **said: Any) -> dict[str, Any]:
    return {"id": name, "question": question, "place": PLACE, "style": "formal"} | said


def gold(article: int, clause: int | None = None) -> list[dict[str, Any]]:
    return [{"resolution": LANG_SON, "article": article, "clause": clause}]


SET = [
    item(
        "right", "Khoản 2 Điều 4 nghị quyết nói gì?", right="biet", gold=gold(4, 2),
        must_say=[["truyền thông", "TUYÊN  truyền"], ["cuộc thi"]],
    ),
    item(
        "wrong", "Khoản 3 Điều 4 nghị quyết nói gì?", right="ban", gold=gold(5),
        must_say=[["người đứng đầu"], ["hai phần ba", "2/3"]],
    ),
    item(
        "hard", "Khoản 1 Điều 4 viết gì?", right="ban", style="hard", gold=gold(4),
        must_say=[["ba lần"], ["boi duong"]],
    ),
    item("refused", "?!", right="khac", expect="out_of_scope"),
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the set and with a report of an earlier run, in which all else was so."""
    folder = tmp_path_factory.mktemp("evaluation")
    lines = [json.dumps(line, ensure_ascii=False) for line in SET]
    (folder / "set.jsonl").write_text("\n".join(lines), encoding="utf-8")
    before = {"right": False, "wrong": True, "hard": True, "gone": True}
    results = [{"id": name, "is_right": is_right} for name, is_right in before.items()]
    (folder / "old.json").write_text(json.dumps({"results": results}), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def report(prepared: Prepared, folder: Path) -> dict[str, Any]:
    result = evaluate(prepared, folder, "--json")
    assert result.returncode == 0
    told: dict[str, Any] = json.loads(result.stdout)
    return told


def evaluate(prepared: Prepared, folder: Path, *more: str) -> Result:
    sets = (folder / "set.jsonl", "--baseline", folder / "old.json")
    return run("evaluate", *sets, *more, data=prepared.folder)


def test_counts_what_was_found_cited_and_told(report: dict[str, Any]) -> None:
    assert report["questions"] == 4
    assert report["answerable"] == 3
    assert report["status_accuracy"] == 1
    assert report["first_citation"] == pytest.approx(2 / 3, abs=1e-4)
    assert report["broken_promises"] == 0


@pytest.mark.parametrize(
    ("grouping", "groups"),
    [("by_style", {"formal": 3, "hard": 1}), ("by_right", {"biet": 1, "ban": 2, "khac": 1})],
)
def test_counts_by_style_and_by_right(
    report: dict[str, Any], grouping: str, groups: dict[str, int]
) -> None:
    found = report[grouping]

    assert {name: group["questions"] for name, group in found.items()} == groups
    assert all(set(group) == FIGURES for group in found.values())


def test_counts_the_ordinary_styles_apart_from_the_hard_one(report: dict[str, Any]) -> None:
    assert report["ordinary"]["questions"] == 3
    assert report["ordinary"]["first_citation"] == 0.5


@pytest.mark.parametrize(
    ("grouping", "shares"),
    [
        pytest.param("by_style", {"formal": 0.5, "hard": 0.0}, id="style"),
        pytest.param("by_right", {"biet": 1.0, "ban": 0.0, "khac": None}, id="right"),
        pytest.param("by_resolution", {LANG_SON: 0.3333}, id="resolution"),
    ],
)
def test_tells_how_many_answers_say_the_facts_asked_for(
    report: dict[str, Any], grouping: str, shares: dict[str, float | None]
) -> None:
    assert (report["facts_said"], report["ordinary"]["facts_said"]) == (0.3333, 0.5)
    assert {name: group["facts_said"] for name, group in report[grouping].items()} == shares


def test_tells_of_each_answer_which_facts_are_missing(report: dict[str, Any]) -> None:
    told = {one["id"]: (one["facts_said"], one["missing_facts"]) for one in report["results"]}

    assert told == {
        "right": (True, []),
        "wrong": (False, [["hai phần ba", "2/3"]]),
        "hard": (False, [["ba lần"], ["boi duong"]]),
        "refused": (None, None),
    }


def test_tells_what_got_better_and_worse(report: dict[str, Any]) -> None:
    assert (report["better"], report["worse"]) == (["right"], ["wrong"])
    assert "facts_better" not in report


def test_a_report_is_a_baseline_for_the_next_run(
    prepared: Prepared, report: dict[str, Any], folder: Path
) -> None:
    (folder / "old.json").write_text(json.dumps(report), encoding="utf-8")
    told = evaluate(prepared, folder).stdout

    assert "tốt lên: không có\nxấu đi: không có\nthêm ý: không có\nthiếu ý: không có\n" in told
    wrong = r"chưa đúng: wrong trả lời → trả lời \(trích dẫn thứ –, .*\): Khoản 3 Điều 4"
    (line,) = re.findall(wrong, told)
    assert 'thiếu "hai phần ba" hoặc "2/3")' in line
    assert 'thiếu ý: hard (thiếu "ba lần"; "boi duong"): Khoản 1 Điều 4' in told
    assert told.count("thiếu ý: hard") == 1
    assert "thấy@5" in told
    assert "nêu đủ ý" in told


def test_tells_statuses_claims_and_plainer_searches(report: dict[str, Any]) -> None:
    assert report["statuses"]["answered"]["answered"] == 3
    assert set(report["baselines"]) == {"bm25", "dense", "reciprocal_ranks", "search"}
    assert set(report["reliability"]) == {"brier", "expected_calibration_error", "bins"}
    assert set(report["by_resolution"]) == {LANG_SON}
