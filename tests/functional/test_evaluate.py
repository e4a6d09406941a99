"""`danbiet evaluate`: the figures of a question set, and what changed since an earlier run."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.danbiet import Prepared, Result, run

PLACE = "tỉnh Lạng Sơn"
FIGURES = {
    "questions", "answerable", "recall@1", "recall@3", "recall@5", "mrr", "first_citation",
    "status_accuracy", "given", "unfounded",
}  # fmt: skip


def item(name: str, question: str, **said: Any) -> dict[str, Any]:
    return {"id": name, "question": question, "place": PLACE, "style": "formal"} | said


def gold(article: int, clause: int | None = None) -> list[dict[str, Any]]:
    return [{"resolution": "lang-son-08-2024", "article": article, "clause": clause}]


SET = [
    item("right", "Khoản 2 Điều 4 nghị quyết nói gì?", right="biet", gold=gold(4, 2)),
    item("wrong", "Khoản 3 Điều 4 nghị quyết nói gì?", right="ban", gold=gold(5)),
    item("hard", "Khoản 1 Điều 4 viết gì?", right="ban", style="hard", gold=gold(4)),
    item("refused", "?!", right="khac", expect="out_of_scope"),
]


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


def test_tells_what_got_better_and_worse(report: dict[str, Any]) -> None:
    assert (report["better"], report["worse"]) == (["right"], ["wrong"])


def test_a_report_is_a_baseline_for_the_next_run(
    prepared: Prepared, report: dict[str, Any], folder: Path
) -> None:
    (folder / "old.json").write_text(json.dumps(report), encoding="utf-8")
    told = evaluate(prepared, folder).stdout

    assert "better: none\nworse: none\n" in told
    wrong = r"wrong: wrong answered → answered \(citation None, .*\): Khoản 3 Điều 4"
    assert re.search(wrong, told)
    assert "recall@5" in told


def test_tells_statuses_claims_and_plainer_searches(report: dict[str, Any]) -> None:
    assert report["statuses"]["answered"]["answered"] == 3
    assert set(report["baselines"]) == {"bm25", "dense", "reciprocal_ranks", "search"}
    assert set(report["reliability"]) == {"brier", "expected_calibration_error", "bins"}
    assert set(report["by_resolution"]) == {"lang-son-08-2024"}
