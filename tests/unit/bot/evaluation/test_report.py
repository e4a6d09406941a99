from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.answer.values import Answer, Citation, Lead, Status
from bot.evaluation.comparison import Baseline, compare, read_baseline
from bot.evaluation.figures import figures_by
from bot.evaluation.question_set import BadQuestionSet, Facts, Item, read_question_set
from bot.evaluation.report import report
from bot.evaluation.result import SEVERAL, Result, broken_promises, run
from index.hit import Hit
from knowledge.law.resolution import Address
from tests.support.answers.provisions import Units, document
from tests.support.documents.documents import LANG_SON, at

CLAUSE, POINT, OTHER = at(LANG_SON, 4, 2), at(LANG_SON, 4, 2, "c"), at(LANG_SON, 5)
GOLD = ({"resolution": LANG_SON, "article": 4, "clause": 2},)


def answer(
    citations: tuple[Address, ...] = (),
    passages: tuple[Address, ...] = (),
    status: Status = Status.ANSWERED,
    milliseconds: float = 1.0,
    text: str = "…",
) -> Answer:
    return Answer(
        "Gì?", "Gì?", status, text, None,
        citations=tuple(Citation(address, "", "") for address in citations),
        passages=tuple(Hit(address, 0.5, {}) for address in passages),
        timings_ms={"total": milliseconds},
    )  # fmt: skip


def result(
    name: str = "1",
    *,
    expect: Status = Status.ANSWERED,
    status: Status = Status.ANSWERED,
    rank: int | None = None,
    cited: int | None = None,
    style: str | None = "formal",
    right: str | None = "biet",
    spent: float = 1.0,
    **more: Any,
) -> Result:
    return Result(name, "Gì?", expect, status, rank, cited, style, right, spent, **more)


@pytest.mark.parametrize(
    ("found", "rank"),
    [
        pytest.param((CLAUSE,), 1, id="the same"),
        pytest.param((OTHER, POINT), 2, id="one inside it, second"),
        pytest.param((at(LANG_SON, 4),), None, id="one around it"),
        pytest.param((OTHER,), None, id="another"),
        pytest.param((), None, id="none"),
    ],
)
def test_a_gold_address_is_hit_by_what_lies_inside_it(
    found: tuple[Address, ...], rank: int | None
) -> None:
    item = Item(id="1", question="Gì?", gold=GOLD)

    assert run(item, answer(citations=found)).citation_rank == rank
    assert run(item, answer(passages=found)).rank == rank


@pytest.mark.parametrize(
    ("gold", "resolution"),
    [
        pytest.param(GOLD, LANG_SON, id="one"),
        pytest.param((*GOLD, {"resolution": "hue", "article": 1}), SEVERAL, id="several"),
        pytest.param((), None, id="none"),
    ],
)
def test_a_question_belongs_to_the_resolution_that_answers_it(
    gold: tuple[dict[str, Any], ...], resolution: str | None
) -> None:
    assert run(Item(id="1", question="Gì?", gold=gold), answer()).resolution == resolution


def test_plainer_searches_are_judged_like_the_real_one() -> None:
    item = Item(id="1", question="Gì?", gold=GOLD)
    found = run(item, answer(), {"bm25": [OTHER, POINT], "dense": [OTHER]})

    assert found.baselines == {"bm25": 2, "dense": None}


@pytest.mark.parametrize(
    ("one", "is_right"),
    [
        pytest.param(result(cited=1), True, id="first citation"),
        pytest.param(result(cited=2, rank=1), False, id="second citation"),
        pytest.param(result(status=Status.NOT_FOUND, rank=1), False, id="not answered"),
        pytest.param(result(expect=Status.NOT_FOUND), False, id="answered what is not"),
        pytest.param(
            result(expect=Status.NOT_FOUND, status=Status.NOT_FOUND), True, id="rightly not found"
        ),
    ],
)
def test_right_is_the_status_and_the_first_citation(one: Result, is_right: bool) -> None:
    assert one.is_right is is_right


HEAD = (("trưởng thôn", "tổ trưởng"),)


@pytest.mark.parametrize(
    ("must_say", "missing", "facts_said"),
    [
        pytest.param((("hai phần ba", "2/3"),), (), True, id="said"),
        pytest.param((("2/3",), *HEAD), HEAD, False, id="one of two"),
        pytest.param((), None, None, id="none asked for"),
    ],
)
@pytest.mark.parametrize("status", [Status.ANSWERED, Status.NOT_FOUND])
def test_an_answer_is_held_to_the_facts_asked_for_whatever_its_status(
    must_say: Facts, missing: Facts | None, facts_said: bool | None, status: Status
) -> None:
    item = Item(id="1", question="Gì?", must_say=must_say)
    found = run(item, answer(status=status, text="Cần 2/3 số hộ."))

    assert (found.missing_facts, found.facts_said) == (missing, facts_said)


def test_the_share_of_facts_said_is_of_the_questions_that_ask_for_some() -> None:
    results = [
        result("1", missing_facts=()),
        result("2", missing_facts=HEAD, status=Status.NOT_FOUND),
        result("3", missing_facts=(), right="ban"),
        result("4", right="khac"),
    ]
    told = report(results, 0)

    assert told["facts_said"] == 0.6667
    shares = {name: group["facts_said"] for name, group in told["by_right"].items()}
    assert shares == {"biet": 0.5, "ban": 1.0, "khac": None}
    assert report(results[3:], 0)["facts_said"] is None


RESULTS = [
    result("1", rank=1, cited=1, spent=5.0),
    result("2", rank=2, cited=2, right="ban", spent=1.0),
    result("3", rank=4, style="hard", spent=3.0),
    result("4", rank=None, status=Status.NOT_FOUND, style=None, right=None, spent=9.0),
    result("5", expect=Status.OUT_OF_SCOPE, status=Status.OUT_OF_SCOPE, rank=None, spent=2.0),
]


def test_the_figures_are_those_computed_by_hand() -> None:
    told = report(RESULTS, broken=2)
    figures = {
        "questions": 5,
        "answerable": 4,
        "recall@1": 0.25,
        "recall@3": 0.5,
        "recall@5": 0.75,
        "mrr": 0.4375,
        "first_citation": 0.25,
        "status_accuracy": 0.8,
        "broken_promises": 2,
        "median_ms": 3.0,
    }

    assert {name: told[name] for name in figures} == figures
    assert told["ordinary"]["mrr"] == 0.5
    assert told["by_style"]["hard"]["recall@5"] == 1.0
    assert told["by_right"]["ban"]["first_citation"] == 0.0


def test_statuses_are_counted_by_what_was_expected() -> None:
    told = report(RESULTS, 0)["statuses"]

    assert set(told) == {"answered", "out_of_scope"}
    assert (told["answered"]["answered"], told["answered"]["not_found"]) == (3, 1)
    assert told["out_of_scope"]["out_of_scope"] == 1


def test_plainer_searches_are_told_for_questions_with_an_answer() -> None:
    results = [
        result("1", rank=1, baselines={"bm25": 2}),
        result("2", rank=1, baselines={"bm25": None}),
        result("3", expect=Status.NOT_FOUND, baselines={"bm25": 1}),
    ]

    assert report(results, 0)["baselines"] == {
        "bm25": {"recall@1": 0.0, "recall@3": 0.5, "recall@5": 0.5, "mrr": 0.25}
    }


def test_a_report_can_be_written_as_json_and_read_as_a_baseline(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text(json.dumps(report(RESULTS, 0)), encoding="utf-8")

    is_right = {"1": True, "2": False, "3": False, "4": False, "5": True}
    assert read_baseline(path) == Baseline(is_right, {})


def test_a_set_of_hard_questions_has_no_ordinary_figures() -> None:
    assert report([result(style="hard")], 0)["ordinary"] is None


def test_groups_come_in_the_order_in_which_they_first_appear() -> None:
    grouped = figures_by(RESULTS, lambda one: one.style)

    assert {name: group.questions for name, group in grouped.items()} == {"formal": 3, "hard": 1}


def test_compares_only_questions_that_both_runs_had() -> None:
    before = Baseline({"1": False, "2": True, "3": False, "gone": True}, {"gone": True})

    assert compare(RESULTS, before) == {"better": ["1"], "worse": ["2"]}
    asking = [result(missing_facts=())]
    assert compare(asking, before) == {"better": [], "worse": []}


def test_compares_the_facts_said_where_both_runs_asked_for_some(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    before = [result("1", cited=1, missing_facts=HEAD), result("2", cited=1, missing_facts=())]
    path.write_text(json.dumps(report([*before, result("3", cited=1)], 0)), encoding="utf-8")
    now = [
        result("1", cited=1, missing_facts=()),
        result("2", cited=1, missing_facts=HEAD),
        result("3", cited=1, missing_facts=HEAD),
    ]

    assert compare(now, read_baseline(path)) == {
        "better": [], "worse": [], "facts_better": ["1"], "facts_worse": ["2"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("address", "quote", "broken"),
    [
        pytest.param(OTHER, "Nhân dân giám sát", False, id="stands"),
        pytest.param(OTHER, "Nhân  dân\ngiám sát", False, id="other white space"),
        pytest.param(OTHER, "Nhân dân kiểm tra", True, id="other words"),
        pytest.param(CLAUSE, "Nhân dân giám sát", True, id="no such provision"),
        pytest.param(at("other", 5), "Nhân dân giám sát", True, id="no such document"),
    ],
)
def test_a_quote_must_stand_in_the_provision_cited(
    address: Address, quote: str, broken: bool
) -> None:
    library = {LANG_SON: document({(5,): "Nhân dân giám sát công trình."}, id=LANG_SON)}
    citation = Citation(address, "", quote)

    assert broken_promises([citation], library) == ([citation] if broken else [])


@pytest.mark.parametrize(
    ("lead", "broken"),
    [
        pytest.param(Lead(at(LANG_SON, 5), "Việc dân làm"), False, id="stands"),
        pytest.param(Lead(at(LANG_SON, 5), "Việc dân bàn"), True, id="other words"),
        pytest.param(Lead(at(LANG_SON, 6), "Việc dân làm"), True, id="no such provision"),
    ],
)
def test_what_a_quote_is_shown_under_must_stand_there_too(lead: Lead, broken: bool) -> None:
    units: Units = {(5,): ("Việc dân làm", ""), (5, 1): "Giám sát công trình."}
    citation = Citation(at(LANG_SON, 5, 1), "", "Giám sát công trình.", lead=(lead,))

    assert bool(broken_promises([citation], {LANG_SON: document(units, id=LANG_SON)})) is broken


def line(**said: Any) -> str:
    return json.dumps({"id": "1", "question": "Gì?"} | said, ensure_ascii=False)


def test_a_question_needs_an_id_and_words_alone(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(f"\ufeff{line()}\r\n\r\n{line(id='2', note='x')}\n", encoding="utf-8")
    first, second = read_question_set(path)

    assert (first.id, first.place, first.expect, first.gold) == ("1", None, Status.ANSWERED, ())
    assert second.id == "2"


def test_a_question_may_say_what_its_answer_must_say(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(f"{line(must_say=[['2/3', 'hai phần ba'], ['thôn']])}\n{line()}", "utf-8")

    told = [item.must_say for item in read_question_set(path)]
    assert told == [(("2/3", "hai phần ba"), ("thôn",)), ()]


@pytest.mark.parametrize(
    "must_say",
    [
        pytest.param(None, id="null"),
        pytest.param("2/3", id="text"),
        pytest.param({"2/3": "hai phần ba"}, id="object"),
        pytest.param(["2/3"], id="texts without groups"),
        pytest.param([["2/3"], []], id="empty group"),
        pytest.param([["2/3", ""]], id="empty wording"),
        pytest.param([["2/3"], [" \u200b\n"]], id="blank wording"),
        pytest.param([[2]], id="number"),
        pytest.param([[["2/3"]]], id="group in a group"),
    ],
)
def test_facts_that_are_none_are_refused_by_line(tmp_path: Path, must_say: Any) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(f"{line()}\n{line(must_say=must_say)}", encoding="utf-8")

    with pytest.raises(BadQuestionSet) as raised:
        read_question_set(path)
    assert str(raised.value) == (
        f"{path}:2: must_say: should be a list of groups, each a list of one wording or more,"
        " none of them blank"
    )


def test_a_question_may_hold_a_line_separator_of_unicode(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(line(question="một\u2028hai\x85ba"), encoding="utf-8")

    assert [item.question for item in read_question_set(path)] == ["một\u2028hai\x85ba"]


@pytest.mark.parametrize(
    ("content", "said", "number"),
    [
        pytest.param("", "holds no question", None, id="empty"),
        pytest.param("\n \n", "holds no question", None, id="blank lines"),
        pytest.param(f"{line()}\n\n{{", "Invalid JSON", 3, id="no JSON"),
        pytest.param("[1]", "Input should be an object", 1, id="no object"),
        pytest.param('{"id": "1"}', "question: Field required", 1, id="no question"),
        pytest.param(line(id=1), "id: Input should be a valid string", 1, id="id is a number"),
        pytest.param(line(expect="maybe"), "expect", 1, id="unknown status"),
        pytest.param(line(gold=[{"article": 1}]), "bad gold address", 1, id="gold lacks document"),
        pytest.param(
            line(gold=[{"resolution": "x", "part": "chapter"}]), "chapter", 1, id="unknown part"
        ),
    ],
)
def test_a_bad_line_is_named_by_its_number(
    tmp_path: Path, content: str, said: str, number: int | None
) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(BadQuestionSet) as raised:
        read_question_set(path)
    assert said in str(raised.value)
    assert (raised.value.path, raised.value.line) == (path, number)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("không", id="no JSON"),
        pytest.param("[]", id="no object"),
        pytest.param("{}", id="no results"),
        pytest.param('{"results": [1]}', id="results are numbers"),
        pytest.param('{"results": [{"id": "1"}]}', id="results lack a verdict"),
    ],
)
def test_a_baseline_that_is_no_report_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "old.json"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(BadQuestionSet, match="is no report"):
        read_baseline(path)
