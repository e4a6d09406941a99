from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.evaluation.question_set import read_question_set
from knowledge.matters.topic import (
    JUDGEMENTS,
    TOPICS,
    BadTopics,
    PlainAnswer,
    Right,
    Topic,
    key,
    read_topics,
    without,
)
from tests.support.answers.provisions import document
from tests.support.answers.topics import QUESTIONS, line, topic, write_lines
from tests.support.documents.documents import BUNDLED, CA_MAU, LANG_SON, at, bundled

LIBRARY = [document({(1,): "Biểu quyết.", (2, 1): "Giơ tay."})]
FIRST = {"resolution": "lang-son", "part": "article", "article": 1}
SECOND = {"resolution": "lang-son", "part": "article", "article": 2, "clause": 1, "point": None}
LINE = line(
    "Biểu quyết",
    FIRST,
    SECOND,
    questions=["Giơ tay được không?", "bieu quyet"],
    rights=["quyet_dinh", "ban"],
)
OTHER = line("Kinh phí", FIRST, questions=["tiền đâu ra"])


def answers(*basis: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a change of a line: one answer that rests on all of `basis`."""
    return {"answers": [{"basis": list(basis), **more}]}


def read(path: Path, *lines: dict[str, Any] | str) -> tuple[Topic, ...]:
    write_lines(path / QUESTIONS, *lines)
    return read_topics(path, LIBRARY)


def test_reads_topics_line_by_line(tmp_path: Path) -> None:
    first, second = read(tmp_path, LINE, "  ", OTHER, "")

    assert first == Topic(
        id="bieu-quyet",
        name="Biểu quyết",
        rights=(Right.DECIDE, Right.DISCUSS),
        answers=(PlainAnswer((at("lang-son", 1),)), PlainAnswer((at("lang-son", 2, 1),))),
        questions=("Giơ tay được không?", "bieu quyet"),
    )
    assert first.provisions == (at("lang-son", 1), at("lang-son", 2, 1))
    assert second.name == "Kinh phí"


def test_reads_what_a_plain_answer_says(tmp_path: Path) -> None:
    said = answers(
        {**FIRST, "mark": "ab12"},
        short="Được.  Ai đến họp cũng giơ tay.",
        steps=["Hỏi trưởng thôn."],
        general=True,
        as_of="2026-11-30",
        since="2026-01-01",
    )
    (found,) = read(tmp_path, {**LINE, **said})

    assert found.answers == (
        PlainAnswer(
            basis=(at("lang-son", 1),),
            short="Được. Ai đến họp cũng giơ tay.",
            steps=("Hỏi trưởng thôn.",),
            general=True,
            as_of=date(2026, 11, 30),
            since=date(2026, 1, 1),
            marks=((at("lang-son", 1), "ab12"),),
        ),
    )


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        pytest.param(date(2025, 12, 31), False, id="before"),
        pytest.param(date(2026, 1, 1), True, id="first day"),
        pytest.param(date(2026, 6, 30), True, id="last day"),
        pytest.param(date(2026, 7, 1), False, id="after"),
    ],
)
def test_a_plain_answer_holds_from_a_day_to_another(day: date, holds: bool) -> None:
    answer = PlainAnswer((at("lang-son", 1),), since=date(2026, 1, 1), until=date(2026, 6, 30))

    assert answer.holds(day) is holds
    assert PlainAnswer((at("lang-son", 1),)).holds(day)


def test_all_files_of_the_folder_are_read(tmp_path: Path) -> None:
    write_lines(tmp_path / "b.jsonl", LINE)
    write_lines(tmp_path / "a.jsonl", OTHER)
    write_lines(tmp_path / JUDGEMENTS, "{}")

    assert [one.name for one in read_topics(tmp_path, LIBRARY)] == ["Kinh phí", "Biểu quyết"]


def test_a_double_in_another_file_is_refused(tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", OTHER)
    write_lines(tmp_path / "b.jsonl", LINE, {**OTHER, "id": "tien"})

    with pytest.raises(BadTopics, match=r"b\.jsonl:2: “Kinh phí” stands in a\.jsonl:1 already"):
        read_topics(tmp_path, LIBRARY)


def test_brings_words_to_one_form(tmp_path: Path) -> None:
    heading = " Biê\u0309u  quyê\u0301t"
    (found,) = read(tmp_path, {**LINE, "heading": heading, "questions": ["a  b"]})

    assert (found.name, found.questions) == ("Biểu quyết", ("a b",))


def test_answers_from_documents_that_are_absent_are_kept(tmp_path: Path) -> None:
    elsewhere = {"resolution": "hue", "part": "article", "article": 9}
    (found,) = read(tmp_path, {**LINE, **answers(elsewhere)})

    assert found.provisions == (at("hue", 9),)


def test_provisions_that_an_added_version_has_no_more_are_passed_over(tmp_path: Path) -> None:
    write_lines(tmp_path / QUESTIONS, {**LINE, **answers({**FIRST, "article": 9}, FIRST)})
    (found,) = read_topics(tmp_path, LIBRARY, added={"lang-son"})

    assert found.provisions == (at("lang-son", 1),)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param({"colour": "red"}, "colour: Extra", id="unknown key"),
        pytest.param({"id": "Biểu quyết"}, "id: String should match pattern", id="id"),
        pytest.param({"heading": "a" * 61}, "heading: String should have at most 60", id="long"),
        pytest.param({"rights": []}, "rights: Tuple should have at least 1", id="no right"),
        pytest.param({"rights": ["noi"]}, "rights.0: Input should be 'biet'", id="unknown right"),
        pytest.param({"rights": ["ban", "ban"]}, "names a right twice", id="double right"),
        pytest.param({"answers": []}, "has no answer", id="no answer"),
        pytest.param(answers(), "answers.0.basis: Tuple should have at", id="no provision"),
        pytest.param(
            {"answers": [], "office": [{"short": "Sáng.", "by": "Xã"}]},
            "office.0.as_of: Field required",
            id="no day of what an office tells",
        ),
        pytest.param(
            {"office": [{"short": "a " * 81, "by": "Xã", "as_of": "2026-11-01"}]},
            "has over 80 words",
            id="an office tells too much",
        ),
        pytest.param(
            answers({**FIRST, "article": 9}),
            "there is no Điều 9 of lang-son",
            id="unknown provision",
        ),
        pytest.param(
            answers(FIRST, {**FIRST, "clause": None}),
            "names Điều 1 of lang-son twice",
            id="double provision",
        ),
        pytest.param(
            answers(FIRST, {**FIRST, "resolution": "hue"}),
            "an answer rests on two documents",
            id="two documents",
        ),
        pytest.param(
            answers(FIRST, short="a " * 46),
            "has over 45 words",
            id="long answer",
        ),
        pytest.param(
            answers(FIRST, as_of="hôm nay"),
            "answers.0.as_of: Input should be a valid date",
            id="no day",
        ),
        pytest.param(
            answers({**FIRST, "paragraph": 1}),
            "answers.0.basis.0.paragraph: Extra",
            id="unknown key of a provision",
        ),
        pytest.param(
            answers({**FIRST, "article": "1"}),
            "answers.0.basis.0.article.int: Input should be a valid integer",
            id="number in quotation marks",
        ),
        pytest.param(
            answers({"part": "closing"}),
            "answers.0.basis.0.resolution: Field required",
            id="provision of no document",
        ),
        pytest.param({"questions": []}, "questions: Tuple should have at least", id="no question"),
        pytest.param({"questions": ["?!"]}, "“?!” holds no word", id="question without a word"),
        pytest.param({"heading": ""}, "“” holds no word", id="no name"),
        pytest.param(
            {"heading": "BIEU QUYET"},
            "“BIEU QUYET” stands in questions.jsonl:1 already",
            id="double name",
        ),
        pytest.param(
            {"id": "bieu-quyet"}, "“bieu-quyet” stands in questions.jsonl:1 already", id="double id"
        ),
        pytest.param(
            {"questions": ["gio tay duoc khong"]},
            "“gio tay duoc khong” stands in questions.jsonl:1 already",
            id="double question",
        ),
        pytest.param(
            {"questions": ["a b", "A, b"]},
            "“A, b” stands in questions.jsonl:3 already",
            id="double question in one topic",
        ),
    ],
)
def test_a_bad_line_is_refused_by_its_number(
    tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    with pytest.raises(BadTopics) as refused:
        read(tmp_path, LINE, "", {**OTHER, **change})

    assert str(refused.value).startswith(f"{tmp_path / QUESTIONS}:3: ")
    assert said in str(refused.value)


@pytest.mark.parametrize("text", ['{"id": "a"', "[]", '"a"', "null", "topic"])
def test_what_is_no_object_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadTopics, match=f"{QUESTIONS}:2: ") as refused:
        read(tmp_path, LINE, text)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "holds no topic", id="empty"),
        pytest.param(b"\n \n", "holds no topic", id="blank"),
        pytest.param(b"\xff\xfe\x00", "is no UTF-8 text", id="no text"),
    ],
)
def test_a_file_without_topics_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / QUESTIONS).write_bytes(content)

    with pytest.raises(BadTopics, match=said):
        read_topics(tmp_path, LIBRARY)


def test_a_folder_without_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadTopics, match="holds no topic"):
        read_topics(tmp_path, LIBRARY)


def test_a_document_can_be_taken_out_of_topics() -> None:
    both = topic("Họp", provisions=[at(CA_MAU, 1), at(LANG_SON, 1)])

    assert without([both], CA_MAU) == (topic("Họp", provisions=[at(LANG_SON, 1)]),)


def test_the_bundled_topics_name_every_article_of_the_bundled_documents() -> None:
    library = [bundled(name) for name in BUNDLED]
    topics = read_topics(TOPICS, library)
    named = {address for one in topics for address in one.provisions}

    assert {right for one in topics for right in one.rights} == set(Right)
    for resolution in library:
        articles = {unit.address for unit in resolution.provisions if unit.address.article}
        assert articles <= named


def test_no_bundled_topic_repeats_a_question_of_a_question_set() -> None:
    samples = {key(question) for one in read_topics(TOPICS, ()) for question in one.questions}
    for path in sorted((Path(__file__).parents[3] / "question_sets").glob("*.jsonl")):
        assert [one.id for one in read_question_set(path) if key(one.question) in samples] == []
