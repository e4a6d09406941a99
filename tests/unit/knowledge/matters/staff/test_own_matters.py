"""Matters that the staff writes or corrects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from knowledge.gazetteer.places import Place
from knowledge.matters.jsonl import BadLine
from knowledge.matters.office import OfficeAnswer
from knowledge.matters.staff.own_matters import (
    Editor,
    MatterChanged,
    MatterLost,
    OwnMatters,
    as_line,
    mark_of_matter,
)
from knowledge.matters.topic import BadTopics, PlainAnswer, Right, Topic, read_topics
from tests.support.answers.provisions import document
from tests.support.answers.topics import line, write_lines, write_topics
from tests.support.documents.documents import at

FIRST = {"resolution": "lang-son", "part": "article", "article": 1}
VOTE = line("Biểu quyết", FIRST, questions=["Giơ tay được không?"])
MONEY = line("Kinh phí", FIRST, questions=["Tiền đâu ra?"])
LAN, MINH = (Editor(name, datetime(2026, 11, 30, 8, tzinfo=UTC)) for name in ("Lan", "Minh"))
FULL = PlainAnswer(
    basis=(at("lang-son", 1), at("lang-son", 2, 1, "đ")),
    short="Có.",
    steps=("Hỏi thôn.",),
    general=True,
    as_of=date(2026, 11, 30),
    since=date(2026, 1, 1),
    until=date(2027, 1, 1),
    marks=((at("lang-son", 1), "ab"),),
)
PARKING = Topic("Đậu xe", (Right.KNOW,), (FULL,), ("Đậu ở đâu?",), "dau-xe")


@pytest.fixture
def matters(tmp_path: Path) -> OwnMatters:
    return OwnMatters(
        write_topics(tmp_path / "topics", VOTE, MONEY), tmp_path / "var" / "own.jsonl"
    )


HOURS = Topic(
    name="Giờ làm việc",
    rights=(Right.KNOW,),
    answers=(),
    questions=("Mấy giờ mở cửa?",),
    id="gio-lam-viec",
    office=(
        OfficeAnswer(
            short="Sáng 7 giờ.",
            by="Văn phòng",
            as_of=date(2026, 11, 30),
            steps=("Gọi trước.",),
            places=(Place("tỉnh Hưng Yên", "xã Tân Hưng"), Place("tỉnh Cà Mau")),
            until=date(2027, 1, 1),
        ),
    ),
)


def the(matters: OwnMatters, name: str) -> Topic:
    topic = matters.one(name)
    assert topic
    return topic


def put(matters: OwnMatters, topic: Topic, editor: Editor = LAN) -> None:
    matters.put(topic, mark_of_matter(matters.one(topic.id)), editor)


def test_without_a_file_there_is_what_ships(matters: OwnMatters) -> None:
    assert [one.name for one in matters.every()] == ["Biểu quyết", "Kinh phí"]
    assert matters.own() == frozenset()
    assert matters.history() == ()


def test_what_is_added_is_read_again_whole(matters: OwnMatters) -> None:
    put(matters, PARKING)
    put(matters, HOURS)
    assert matters.every()[2:] == (PARKING, HOURS)
    assert matters.own() == {"dau-xe", "gio-lam-viec"}
    assert matters.shipped() == {"bieu-quyet", "kinh-phi"}
    assert {one.stat().st_mode & 0o777 for one in matters.path.parent.iterdir()} == {0o600}


def test_a_matter_of_the_staff_takes_the_place_of_the_shipped_one(matters: OwnMatters) -> None:
    changed = replace(the(matters, "bieu-quyet"), questions=("Bỏ phiếu kín à?",))
    put(matters, changed)
    put(matters, PARKING)
    assert [one.id for one in matters.every()] == ["bieu-quyet", "kinh-phi", "dau-xe"]
    assert matters.every()[0] == changed


def test_what_is_removed_leaves_what_ships(matters: OwnMatters) -> None:
    shipped = the(matters, "bieu-quyet")
    put(matters, replace(shipped, questions=("Bỏ phiếu kín à?",)))
    put(matters, PARKING)
    for name in ("bieu-quyet", "dau-xe"):
        matters.remove(name, mark_of_matter(matters.one(name)), MINH)
    assert matters.every()[0] == shipped
    assert matters.own() == frozenset()


def test_earlier_wordings_are_kept_with_who_changed_them(matters: OwnMatters) -> None:
    shipped = the(matters, "bieu-quyet")
    put(matters, replace(shipped, questions=("Bỏ phiếu kín à?",)))
    put(matters, PARKING, MINH)
    last, first = matters.history()
    assert (first.id, first.editor, first.before) == ("bieu-quyet", LAN, shipped)
    assert (last.id, last.editor, last.before) == ("dau-xe", MINH, None)


def test_the_later_of_two_is_told_and_changes_nothing(matters: OwnMatters) -> None:
    seen = mark_of_matter(the(matters, "kinh-phi"))
    first = replace(the(matters, "kinh-phi"), questions=("Lấy tiền ở đâu?",))
    matters.put(first, seen, LAN)
    with pytest.raises(MatterChanged):
        matters.put(replace(first, questions=("Ai trả?",)), seen, MINH)
    with pytest.raises(MatterChanged):
        matters.remove("kinh-phi", seen, MINH)
    assert the(matters, "kinh-phi") == first
    assert len(matters.history()) == 1


def test_many_at_once_lose_nothing(matters: OwnMatters) -> None:
    def add(number: int) -> None:
        its = (f"câu {number}?",)
        put(matters, replace(PARKING, id=f"viec-{number}", name=f"việc {number}", questions=its))

    threads = [Thread(target=add, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert matters.own() == {f"viec-{number}" for number in range(8)}
    assert len(matters.history()) == 8


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"questions": ("tien dau ra",)}, id="double question"),
        pytest.param({"name": "kinh phi"}, id="double heading"),
        pytest.param({"questions": ()}, id="no question"),
        pytest.param({"answers": (replace(FULL, short="a " * 46),)}, id="long line"),
    ],
)
def test_what_no_file_can_say_is_not_written(matters: OwnMatters, change: dict[str, Any]) -> None:
    with pytest.raises(BadTopics):
        put(matters, replace(PARKING, **change))
    assert matters.own() == frozenset()
    assert matters.history() == ()


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    folder = write_topics(tmp_path / "topics", VOTE)
    with pytest.raises(MatterLost, match="cannot be written"):
        put(OwnMatters(folder, Path("/proc/none/own.jsonl")), PARKING)


@pytest.mark.parametrize(
    ("own", "said"),
    [
        pytest.param("{", r"own\.jsonl:1: ", id="broken line"),
        pytest.param(
            {**MONEY, "id": "khac"},
            r"own\.jsonl:1: “Kinh phí” stands in questions\.jsonl:2",
            id="heading",
        ),
        pytest.param(
            line("Khác", FIRST, questions=["giơ tay được không"]),
            r"own\.jsonl:1: “giơ tay được không” stands in questions\.jsonl:1",
            id="question",
        ),
        pytest.param(
            {**VOTE, "questions": ["tiền đâu ra"]},
            r"questions\.jsonl:2: “Tiền đâu ra\?” stands in own\.jsonl:1",
            id="question of a later one",
        ),
        pytest.param(
            line("Khác", {**FIRST, "article": 9}), r"own\.jsonl:1: there is no Điều 9", id="address"
        ),
    ],
)
def test_a_file_at_fault_is_named_with_its_line(
    matters: OwnMatters, own: dict[str, Any] | str, said: str
) -> None:
    matters.path.parent.mkdir()
    write_lines(matters.path, own)
    with pytest.raises(BadLine, match=said):
        read_topics(matters.folder, [document({(1,): "Họp."})], own=matters.path)


def test_the_same_id_twice_is_refused(matters: OwnMatters) -> None:
    matters.path.parent.mkdir()
    write_lines(matters.path, VOTE, {**VOTE, "heading": "Khác", "questions": ["gì?"]})
    with pytest.raises(
        BadTopics, match=r"own\.jsonl:2: “bieu-quyet” stands in own\.jsonl:1 already"
    ):
        matters.every()


def _edited(path: Path) -> None:
    write_lines(path, line("Đậu xe", FIRST))


@pytest.mark.parametrize("change", [pytest.param(_edited, id="edited"), Path.unlink])
def test_a_file_that_changes_is_read_anew(
    matters: OwnMatters, change: Callable[[Path], None]
) -> None:
    put(matters, PARKING)
    before = matters.every()
    change(matters.path)
    assert matters.every() != before


def test_a_line_says_nothing_that_goes_without_saying() -> None:
    bare = replace(PARKING, answers=(PlainAnswer((at("lang-son", 1),)),))
    (answer,) = as_line(bare)["answers"]
    assert list(answer) == ["basis"]
    assert "mark" not in answer["basis"][0]
