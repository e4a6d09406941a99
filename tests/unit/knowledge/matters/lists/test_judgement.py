from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from knowledge.matters.lists.judgement import (
    BadJudgements,
    Judgement,
    JudgementLost,
    read_judgements,
    write_judgement,
)
from knowledge.matters.topic import JUDGEMENTS
from tests.support.answers.provisions import document
from tests.support.answers.topics import topic, write_lines
from tests.support.documents.documents import at

LIBRARY = [document({(1,): "Biểu quyết.", (2, 1): "Giơ tay."})]
TOPICS = [topic("Biểu quyết"), topic("Kinh phí")]
YES = Judgement("Biểu quyết", at("lang-son", 1), belongs=True)
NO = Judgement("Biểu quyết", at("lang-son", 1), belongs=False)
OTHER = Judgement("Kinh phí", at("lang-son", 2, 1), belongs=False)
LINE: dict[str, Any] = {
    "topic": "Biểu quyết",
    "provision": {"resolution": "lang-son", "part": "article", "article": 1},
    "belongs": True,
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / JUDGEMENTS


def read(path: Path) -> tuple[Judgement, ...]:
    return read_judgements(path, TOPICS, LIBRARY)


def test_where_nobody_has_judged_there_is_no_judgement(path: Path) -> None:
    assert read(path) == ()


def test_what_was_written_is_read(path: Path) -> None:
    write_judgement(path, YES)
    write_judgement(path, OTHER)

    assert read(path) == (YES, OTHER)


def test_the_last_word_on_the_same_counts(path: Path) -> None:
    for said in (YES, OTHER, NO):
        write_judgement(path, said)

    assert set(read(path)) == {NO, OTHER}


def test_a_name_may_lack_its_diacritics(path: Path) -> None:
    write_lines(path, {**LINE, "topic": "bieu quyet"})

    assert read(path) == (YES,)


def test_judgements_on_documents_that_are_absent_are_passed_over(path: Path) -> None:
    write_lines(path, {**LINE, "provision": {"resolution": "hue", "article": 9}})

    assert read(path) == ()


def test_judgements_on_what_an_added_version_has_no_more_are_passed_over(path: Path) -> None:
    gone = {"resolution": "lang-son", "article": 9}
    write_lines(path, {**LINE, "provision": gone}, LINE)

    assert read_judgements(path, TOPICS, LIBRARY, added={"lang-son"}) == (YES,)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param({"topic": "Đất đai"}, "there is no topic “Đất đai”", id="unknown topic"),
        pytest.param(
            {"provision": {"resolution": "lang-son", "article": 2}},
            "there is no Điều 2 of lang-son",
            id="unknown provision",
        ),
        pytest.param({}, "was judged in line 1 already", id="double"),
        pytest.param({"belongs": False}, "was judged in line 1 already", id="contradiction"),
        pytest.param({"belongs": "yes"}, "belongs: Input should be a valid boolean", id="no truth"),
        pytest.param({"reason": "x"}, "reason: Extra inputs", id="unknown key"),
    ],
)
def test_a_bad_line_is_refused_by_its_number(path: Path, change: dict[str, Any], said: str) -> None:
    write_lines(path, LINE, "", {**LINE, **change})

    with pytest.raises(BadJudgements) as refused:
        read(path)
    assert str(refused.value).startswith(f"{path}:3: ")
    assert said in str(refused.value)


def test_nothing_is_written_over_a_file_that_cannot_be_read(path: Path) -> None:
    write_lines(path, "{")

    with pytest.raises(BadJudgements):
        write_judgement(path, YES)
    assert path.read_text(encoding="utf-8") == "{"


def test_a_judgement_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(JudgementLost, match="cannot be written: no such file"):
        write_judgement(tmp_path / "gone" / JUDGEMENTS, YES)
