"""Sample questions that the staff adds."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.matters.lists.judgement import Judgement
from knowledge.matters.staff.own_samples import (
    BadSamples,
    Sample,
    SampleLost,
    add_sample,
    read_samples,
    remove_sample,
    with_samples,
)
from knowledge.matters.thesaurus import Thesaurus
from knowledge.matters.topic import Topic
from tests.support.answers.topics import topic
from tests.support.documents.documents import LANG_SON, at, bundled

LIBRARY = (bundled(LANG_SON),)
MONEY, PEOPLE = at(LANG_SON, 5), at(LANG_SON, 3, 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "var" / "sample-questions.jsonl"


def test_what_is_added_is_read_again(path: Path) -> None:
    assert read_samples(path) == ()
    add_sample(path, Sample("Tiền  ở đâu ra?", MONEY))
    add_sample(path, Sample("Ai họp?", PEOPLE))
    assert read_samples(path) == (Sample("Tiền ở đâu ra?", MONEY), Sample("Ai họp?", PEOPLE))
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_later_word_on_the_same_question_counts(path: Path) -> None:
    add_sample(path, Sample("Tiền ở đâu ra?", MONEY))
    add_sample(path, Sample("tien o dau ra", PEOPLE))
    assert read_samples(path) == (Sample("tien o dau ra", PEOPLE),)


def test_what_is_removed_is_gone(path: Path) -> None:
    add_sample(path, Sample("Tiền ở đâu ra?", MONEY))
    remove_sample(path, "Không có câu này")
    assert len(read_samples(path)) == 1
    remove_sample(path, "Tiền ở đâu ra?")
    assert read_samples(path) == ()


def test_a_file_that_says_something_else_is_named_by_its_line(path: Path) -> None:
    add_sample(path, Sample("Ai họp?", PEOPLE))
    path.write_text(path.read_text(encoding="utf-8") + '{"question": 1}\n', encoding="utf-8")
    with pytest.raises(BadSamples, match=r"sample-questions\.jsonl:2: "):
        read_samples(path)
    with pytest.raises(BadSamples):
        add_sample(path, Sample("Tiền ở đâu ra?", MONEY))


def test_a_folder_that_cannot_be_written_is_one_sentence() -> None:
    with pytest.raises(SampleLost, match="cannot be written"):
        add_sample(Path("/proc/none/samples.jsonl"), Sample("Ai họp?", PEOPLE))


def _joined(*topics: Topic, judged: tuple[Judgement, ...] = ()) -> Thesaurus:
    samples = (Sample("Tiền đâu?", MONEY), Sample("Lấy gì mà làm?", MONEY))
    return with_samples(Thesaurus(topics, judged), samples, LIBRARY)


def test_a_question_joins_the_narrowest_topic_of_its_provision() -> None:
    wide = topic("rộng", "a?", provisions=(MONEY, PEOPLE))
    narrow = topic("hẹp", "b?", provisions=(MONEY,))
    other = topic("khác", "c?", provisions=(PEOPLE,))
    found = {one.name: one.questions for one in _joined(wide, narrow, other).topics[:3]}
    assert found == {"rộng": ("a?",), "hẹp": ("b?", "Tiền đâu?", "Lấy gì mà làm?"), "khác": ("c?",)}


def test_a_question_leads_to_its_provision_alone_too() -> None:
    found = _joined(topic("hẹp", "b?", provisions=(MONEY, PEOPLE))).topics[1:]
    assert [(one.name, one.questions, one.provisions) for one in found] == [
        ("Tiền đâu?", ("Tiền đâu?",), (MONEY,)),
        ("Lấy gì mà làm?", ("Lấy gì mà làm?",), (MONEY,)),
    ]
    assert {one.within for one in found} == {"hẹp"}
    assert {one.rights for one in found} == {()}


def test_what_a_person_judged_decides_on_the_topic() -> None:
    denied, confirmed = topic("sai", provisions=(MONEY,)), topic("đúng", provisions=())
    judged = (Judgement("sai", MONEY, False), Judgement("đúng", MONEY, True))
    found = {one.name: one.questions for one in _joined(denied, confirmed, judged=judged).topics}
    assert found["đúng"][1:] == ("Tiền đâu?", "Lấy gì mà làm?")
    assert len(found["sai"]) == 1


def test_a_provision_without_a_topic_is_told_by_the_question_itself() -> None:
    assert [(one.name, one.within) for one in _joined().topics] == [
        ("Tiền đâu?", "Tiền đâu?"),
        ("Lấy gì mà làm?", "Lấy gì mà làm?"),
    ]


def test_what_the_library_does_not_have_is_left_out() -> None:
    gone = (Sample("Gì?", at(LANG_SON, 50)), Sample("Ai?", at("hue", 1)))
    assert with_samples(Thesaurus(), gone, LIBRARY) == Thesaurus()
