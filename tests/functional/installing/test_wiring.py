"""What the parts do together that none of them does alone."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.answer.deciding.approved import ground_at
from bot.answer.staff.approval import Approval
from bot.answer.values import Question, Status
from bot.commands.wiring import Application
from bot.config import Settings
from bot.publishing.rehearsing.trials import OpenQuestion
from index.embedding.embedder import silent
from knowledge.errors import DanBietError
from knowledge.law.resolution import Address
from knowledge.matters.claims.grounds import read_again
from knowledge.matters.staff.own_matters import Editor
from knowledge.matters.staff.own_samples import Sample, add_sample
from knowledge.matters.topic import PlainAnswer, Right, Topic
from tests.support.answers.answers import ON, the_place
from tests.support.answers.topics import line, write_lines, write_topics
from tests.support.conversations.fakes import FakeEmbedder
from tests.support.documents.documents import LANG_SON, at
from tests.support.running.stores import PLACE, ask, turn

MONEY = at(LANG_SON, 5)
GOOD: dict[str, Any] = line(
    "Kinh phí", {"resolution": LANG_SON, "article": 5}, questions=["Tiền ở đâu ra?"]
)


def application(folder: Path, *lines: dict[str, Any] | str) -> Application:
    topics = write_topics(folder / "topics", *lines)
    return Application(Settings(data_dir=folder / "var"), topics=topics)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an index of the bundled documents and of one topic."""
    folder = tmp_path_factory.mktemp("wiring")
    application(folder, GOOD).publisher(FakeEmbedder()).update(silent)
    return folder


@pytest.mark.parametrize(
    ("added", "said"),
    [
        pytest.param("{", "questions.jsonl:2: ", id="broken line"),
        pytest.param(GOOD, "questions.jsonl:2: ", id="a double"),
        pytest.param(
            line("Khác", {"resolution": LANG_SON, "article": 50}),
            "questions.jsonl:2: there is no Điều 50",
            id="unknown address",
        ),
    ],
)
def test_a_bad_topic_is_named_and_the_old_index_serves(
    folder: Path, added: dict[str, Any] | str, said: str
) -> None:
    changed = application(folder, GOOD, added)

    with pytest.raises(DanBietError, match=said):
        changed.publisher(FakeEmbedder()).update(silent)
    assert not changed.is_indexed(FakeEmbedder())
    assert application(folder, GOOD).is_indexed(FakeEmbedder())


def test_a_changed_topic_makes_the_index_out_of_date(folder: Path) -> None:
    changed = application(folder, GOOD | {"questions": ["Ai chi?"]})

    assert not changed.is_indexed(FakeEmbedder())


@pytest.mark.parametrize(
    ("own", "said"),
    [
        pytest.param("{", r"matters\.jsonl:1: ", id="broken line"),
        pytest.param(
            line("Khác", {"resolution": LANG_SON, "article": 50}),
            r"matters\.jsonl:1: there is no Điều 50",
            id="unknown address",
        ),
        pytest.param(
            line("Khác", {"resolution": LANG_SON, "article": 5}, questions=["tien o dau ra"]),
            r"matters\.jsonl:1: “tien o dau ra” stands in questions\.jsonl:1 already",
            id="double question",
        ),
        pytest.param({**GOOD, "answers": []}, r"matters\.jsonl:1: has no answer", id="no answer"),
    ],
)
def test_a_bad_matter_of_the_staff_is_named_and_the_old_index_serves(
    folder: Path, tmp_path: Path, own: dict[str, Any] | str, said: str
) -> None:
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    parts = application(tmp_path, GOOD)
    before = parts.latest_version()
    write_lines(parts.materials.matters, own)

    with pytest.raises(DanBietError, match=said):
        parts.publisher(FakeEmbedder()).update(silent)
    assert not parts.is_indexed(FakeEmbedder())
    assert parts.latest_version() == before
    assert parts.edition(FakeEmbedder()).version == before


def test_a_matter_of_the_staff_is_told_after_the_next_build_while_it_stands(
    tmp_path: Path,
) -> None:
    parts, embedder = application(tmp_path, GOOD), FakeEmbedder()
    parts.publisher(embedder).update(silent)
    library = parts.edition(embedder).answerer.library
    editor = Editor("Lan", datetime.now(UTC))
    for name, mark in (("stands", ""), ("changed", "0" * 16)):
        kept = read_again(PlainAnswer((MONEY,), f"Ngân sách trả ({name})."), library, ON)
        assert kept
        marks = kept.marks if not mark else ((MONEY, mark),)
        its = Topic(name, (Right.KNOW,), (replace(kept, marks=marks),), (f"{name}?",), name)
        parts.materials.own_matters.put(its, "", editor)
    assert not parts.is_indexed(embedder)
    assert parts.edition(embedder).answerer.guide.lines == ()

    parts.publisher(embedder).update(silent)
    assert parts.is_indexed(embedder)
    told = parts.edition(embedder).answerer.guide.lines
    assert [one.answer.short for one in told] == ["Ngân sách trả (stands)."]


def test_a_version_that_serves_no_more_can_still_be_opened(folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "var" / "index"
    shutil.copytree(folder / "var" / "index", index)
    shutil.copytree(index / "versions" / "1", index / "versions" / "2")
    (index / "current").write_text("2", encoding="ascii")
    parts = application(tmp_path, GOOD)
    kept = parts.kept(FakeEmbedder())

    assert list(kept) == ["2", "1"]
    assert parts.edition(FakeEmbedder()).version == "2"
    assert kept["1"]().version == "1"
    assert LANG_SON in kept["1"]().answerer.library


def test_a_sample_question_of_the_staff_finds_its_provision_after_the_next_build(
    tmp_path: Path,
) -> None:
    sample = Sample("Ông Bụt hiện lên hỏi gì?", at(LANG_SON, 4, 2, "c"))
    parts, embedder = application(tmp_path, GOOD), FakeEmbedder()
    parts.publisher(embedder).update(silent)
    assert _first(parts, sample.question) != sample.provision

    add_sample(parts.materials.samples, sample)
    assert not parts.is_indexed(embedder)
    parts.publisher(embedder).update(silent)
    assert parts.is_indexed(embedder)
    assert _first(parts, sample.question) == sample.provision
    assert sample.question not in [
        topic.name for topic in parts.edition(embedder).catalogue.topics(Right.KNOW, [LANG_SON])
    ]


def _first(parts: Application, question: str) -> Address:
    asked = Question(question, ON, the_place("tỉnh Lạng Sơn"))
    evidence = parts.answerer(FakeEmbedder()).gather(asked)
    return evidence.found.hits[0].address


def test_what_the_staff_approved_is_answered_with(folder: Path) -> None:
    parts = application(folder, GOOD)
    question = Question("Ông Bụt hiện lên hỏi gì?", ON)
    answerer = parts.answerer(FakeEmbedder())
    ground = ground_at(at(LANG_SON, 5), answerer.library)
    assert ground
    assert "Bụt hỏi tiền." not in answerer.answer(question).text
    assert not parts.settings.has_database

    with closing(parts.store()) as store:
        approval = Approval(0, question.text, "Bụt hỏi tiền.", (ground,))
        store.approvals.put(approval, "Lan", datetime.now(UTC))
    again = application(folder, GOOD)
    assert "Bụt hỏi tiền." in again.answerer(FakeEmbedder()).answer(question).text


def test_what_is_open_in_the_inbox_is_asked_by_a_rehearsal(tmp_path: Path) -> None:
    parts = application(tmp_path, GOOD)
    assert parts.publisher(FakeEmbedder()).waiting() == ()
    asked = replace(turn(reading="Bà Tấm hỏi gì?"), status=Status.NOT_FOUND)
    with closing(parts.store()) as store:
        ask(store, asked)
        (open_one,) = parts.publisher(FakeEmbedder()).waiting()
    assert open_one == OpenQuestion(1, "Bà Tấm hỏi gì?", PLACE)
