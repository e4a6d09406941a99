from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.question_set import read_question_set
from knowledge.topic import QUESTIONS, TOPICS, BadTopics, Right, Topic, key, read_topics, without
from tests.documents import BUNDLED, CA_MAU, LANG_SON, at, bundled
from tests.provisions import document
from tests.topics import topic, write_lines

LIBRARY = [document({(1,): "Biểu quyết.", (2, 1): "Giơ tay."})]
FIRST = {"resolution": "lang-son", "part": "article", "article": 1}
SECOND = {"resolution": "lang-son", "part": "article", "article": 2, "clause": 1, "point": None}
LINE: dict[str, Any] = {
    "topic": "Biểu quyết",
    "rights": ["quyet_dinh", "ban"],
    "provisions": [FIRST, SECOND],
    "questions": ["Giơ tay được không?", "bieu quyet"],
}
OTHER: dict[str, Any] = {**LINE, "topic": "Kinh phí", "questions": ["tiền đâu ra"]}


def read(path: Path, *lines: dict[str, Any] | str) -> tuple[Topic, ...]:
    return read_topics(write_lines(path / QUESTIONS, *lines), LIBRARY)


def test_reads_topics_line_by_line(tmp_path: Path) -> None:
    first, second = read(tmp_path, LINE, "  ", OTHER, "")

    assert first == Topic(
        name="Biểu quyết",
        rights=(Right.DECIDE, Right.DISCUSS),
        provisions=(at("lang-son", 1), at("lang-son", 2, 1)),
        questions=("Giơ tay được không?", "bieu quyet"),
    )
    assert second.name == "Kinh phí"


def test_brings_words_to_one_form(tmp_path: Path) -> None:
    (found,) = read(tmp_path, {**LINE, "topic": " Biê\u0309u  quyê\u0301t", "questions": ["a  b"]})

    assert (found.name, found.questions) == ("Biểu quyết", ("a b",))


def test_provisions_of_documents_that_are_absent_are_passed_over(tmp_path: Path) -> None:
    elsewhere = {"resolution": "hue", "part": "article", "article": 9}
    (found,) = read(tmp_path, {**LINE, "provisions": [elsewhere, FIRST]})

    assert found.provisions == (at("lang-son", 1),)


def test_provisions_that_an_added_version_has_no_more_are_passed_over(tmp_path: Path) -> None:
    lines = write_lines(
        tmp_path / QUESTIONS, {**LINE, "provisions": [{**FIRST, "article": 9}, FIRST]}
    )
    (found,) = read_topics(lines, LIBRARY, added={"lang-son"})

    assert found.provisions == (at("lang-son", 1),)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param({"colour": "red"}, "colour: Extra", id="unknown key"),
        pytest.param({"rights": []}, "rights: Tuple should have at least 1", id="no right"),
        pytest.param({"rights": ["noi"]}, "rights.0: Input should be 'biet'", id="unknown right"),
        pytest.param({"rights": ["ban", "ban"]}, "names a right twice", id="double right"),
        pytest.param({"provisions": []}, "provisions: Tuple should have at", id="no provision"),
        pytest.param(
            {"provisions": [{**FIRST, "article": 9}]},
            "there is no Điều 9 of lang-son",
            id="unknown provision",
        ),
        pytest.param(
            {"provisions": [FIRST, {**FIRST, "clause": None}]},
            "names Điều 1 of lang-son twice",
            id="double provision",
        ),
        pytest.param(
            {"provisions": [{**FIRST, "paragraph": 1}]},
            "provisions.0.paragraph: Extra",
            id="unknown key of a provision",
        ),
        pytest.param(
            {"provisions": [{**FIRST, "article": "1"}]},
            "provisions.0.article: Input should be a valid integer",
            id="number in quotation marks",
        ),
        pytest.param(
            {"provisions": [{"part": "closing"}]},
            "provisions.0.resolution: Field required",
            id="provision of no document",
        ),
        pytest.param({"questions": []}, "questions: Tuple should have at least", id="no question"),
        pytest.param({"questions": ["?!"]}, "“?!” holds no word", id="question without a word"),
        pytest.param({"topic": ""}, "“” holds no word", id="no name"),
        pytest.param(
            {"topic": "BIEU QUYET"}, "“BIEU QUYET” stands in line 1 already", id="double name"
        ),
        pytest.param(
            {"questions": ["gio tay duoc khong"]},
            "“gio tay duoc khong” stands in line 1 already",
            id="double question",
        ),
        pytest.param(
            {"questions": ["a b", "A, b"]},
            "“A, b” stands in line 3 already",
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


@pytest.mark.parametrize("line", ['{"topic": "a"', "[]", '"a"', "null", "topic"])
def test_what_is_no_object_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadTopics, match=f"{QUESTIONS}:2: ") as refused:
        read(tmp_path, LINE, line)
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
    path = tmp_path / QUESTIONS
    path.write_bytes(content)

    with pytest.raises(BadTopics, match=said):
        read_topics(path, LIBRARY)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadTopics, match="no such file"):
        read_topics(tmp_path / QUESTIONS, LIBRARY)


def test_a_document_can_be_taken_out_of_topics() -> None:
    both = topic("Họp", provisions=[at(CA_MAU, 1), at(LANG_SON, 1)])

    assert without([both], CA_MAU) == (topic("Họp", provisions=[at(LANG_SON, 1)]),)


def test_the_bundled_topics_name_every_article_of_the_bundled_documents() -> None:
    library = [bundled(name) for name in BUNDLED]
    topics = read_topics(TOPICS / QUESTIONS, library)
    named = {address for one in topics for address in one.provisions}

    assert {right for one in topics for right in one.rights} == set(Right)
    for resolution in library:
        articles = {unit.address for unit in resolution.provisions if unit.address.article}
        assert articles <= named


def test_no_bundled_topic_repeats_a_question_of_a_question_set() -> None:
    samples = {
        key(question) for one in read_topics(TOPICS / QUESTIONS, ()) for question in one.questions
    }
    for path in sorted((Path(__file__).parents[2] / "question_sets").glob("*.jsonl")):
        assert [one.id for one in read_question_set(path) if key(one.question) in samples] == []
