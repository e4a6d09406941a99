from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from bot.commands.staff import topics
from bot.commands.terminal import NotReady
from bot.commands.wiring import Application
from bot.config import Settings
from index.embedding.embedder import silent
from knowledge.library.library import UnknownResolution
from knowledge.matters.lists.judgement import BadJudgements
from knowledge.matters.lists.outside import OUTSIDE
from tests.support.answers.topics import QUESTIONS, line, write_lines
from tests.support.conversations.fakes import FakeEmbedder
from tests.support.documents.documents import CLEAN

NEW = "hue"
"""The twin of a document whose provisions a person assigned."""
LOUDSPEAKER = {"resolution": "an-giang", "part": "article", "article": 2, "clause": 1, "point": "c"}
LEAFLETS = {"resolution": "an-giang", "part": "article", "article": 2, "clause": 2, "bullet": 1}


def application(folder: Path) -> Application:
    return Application(Settings(data_dir=folder / "data"), folder / "sources", folder / "topics")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of its own: two documents, two topics that know only the first, an index."""
    project = tmp_path_factory.mktemp("project")
    for folder in ("sources", "topics"):
        (project / folder).mkdir()
    (project / "sources" / "an-giang.txt").write_text(CLEAN, encoding="utf-8")
    (project / "sources" / f"{NEW}.txt").write_text(CLEAN, encoding="utf-8")
    (project / "topics" / OUTSIDE).write_text(
        '[[matter]]\nkind = "field"\nname = "y tế"\nask = ""\nphrases = ["khám bệnh"]\n', "utf-8"
    )
    write_lines(
        project / "topics" / QUESTIONS,
        line(
            "Loa truyền thanh",
            LOUDSPEAKER,
            questions=["Loa phường có thông báo không?", "hệ thống truyền thanh"],
        ),
        line(
            "Phát phiếu",
            LEAFLETS,
            questions=["phát phiếu đến từng hộ gia đình"],
            rights=["ban", "quyet_dinh"],
        ),
    )
    application(project).publisher(FakeEmbedder()).update(silent)
    return project


@pytest.fixture
def indexed(project: Path, tmp_path: Path) -> Application:
    """The project, to change at will."""
    shutil.copytree(project, tmp_path, dirs_exist_ok=True)
    return application(tmp_path)


def listed(
    parts: Application, capsys: pytest.CaptureFixture[str], *, machine: bool = False
) -> list[dict[str, Any]]:
    topics.show(None, machine, as_json=True, parts=parts)
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_lists_what_persons_and_the_machine_assigned(
    indexed: Application, capsys: pytest.CaptureFixture[str]
) -> None:
    found = listed(indexed, capsys)
    by_person = [one for one in found if one["by"] == "person"]
    by_machine = {(one["topic"], one["point"]) for one in found if one["by"] == "machine"}

    assert list(found[0]) == [
        "topic", "rights", "resolution", "part", "article", "clause", "point", "bullet", "by",
        "membership",
    ]  # fmt: skip
    assert [(one["topic"], one["membership"]) for one in by_person] == [
        ("Loa truyền thanh", 1.0),
        ("Phát phiếu", 1.0),
    ]
    assert ("Loa truyền thanh", "c") in by_machine
    assert by_person[1]["rights"] == ["ban", "quyet_dinh"]


def test_prints_a_table_for_people(
    indexed: Application, capsys: pytest.CaptureFixture[str]
) -> None:
    topics.show("an-giang", machine=False, as_json=False, parts=indexed)
    printed = capsys.readouterr().out

    for cell in ("Chủ đề", "Loa truyền thanh", "bàn, quyết định", "điểm c khoản 1 Điều 2", "người"):
        assert cell in printed
    assert NEW not in printed


def test_a_rejection_outlives_indexing(
    indexed: Application, capsys: pytest.CaptureFixture[str]
) -> None:
    provision = f"điểm c khoản 1 Điều 2 {NEW}"
    topics.judge(provision, "loa truyen thanh", belongs=False, parts=indexed)
    assert "không thuộc chủ đề “Loa truyền thanh”" in capsys.readouterr().out

    assert ("Loa truyền thanh", "c", NEW) in _pairs(listed(indexed, capsys, machine=True))
    indexed.publisher(FakeEmbedder()).update(silent)
    assert ("Loa truyền thanh", "c", NEW) not in _pairs(listed(indexed, capsys))


def test_a_confirmation_makes_it_a_persons(
    indexed: Application, capsys: pytest.CaptureFixture[str]
) -> None:
    topics.judge(f"điểm c khoản 1 Điều 2 {NEW}", "Loa truyền thanh", belongs=True, parts=indexed)
    indexed.publisher(FakeEmbedder()).update(silent)
    capsys.readouterr()

    (found,) = [
        one
        for one in listed(indexed, capsys)
        if (one["resolution"], one["point"], one["topic"]) == (NEW, "c", "Loa truyền thanh")
    ]
    assert (found["by"], found["membership"]) == ("person", 1.0)


def test_what_is_not_indexed_yet_is_told(
    indexed: Application, capsys: pytest.CaptureFixture[str]
) -> None:
    topics.show(None, machine=True, as_json=False, parts=indexed)
    assert capsys.readouterr().err == ""

    topics.judge(f"điểm c khoản 1 Điều 2 {NEW}", "Loa truyền thanh", belongs=True, parts=indexed)
    topics.show(None, machine=True, as_json=False, parts=indexed)
    assert capsys.readouterr().err.startswith("Có 1 xác nhận hoặc bác bỏ chưa vào chỉ mục")


def test_without_an_index_there_is_nothing_to_list(indexed: Application, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "data")

    with pytest.raises(NotReady):
        topics.show(None, machine=False, as_json=False, parts=indexed)


def test_an_unknown_document_is_refused(indexed: Application) -> None:
    with pytest.raises(UnknownResolution):
        topics.show("da-nang", machine=False, as_json=False, parts=indexed)


def test_broken_judgements_are_told_and_the_old_index_serves(
    indexed: Application, capsys: pytest.CaptureFixture[str]
) -> None:
    before = listed(indexed, capsys)
    write_lines(indexed.topics / "judgements.jsonl", "{")

    with pytest.raises(BadJudgements, match=r"judgements\.jsonl:1: "):
        indexed.publisher(FakeEmbedder()).update(silent)
    (indexed.topics / "judgements.jsonl").unlink()
    assert listed(indexed, capsys) == before


def _pairs(found: list[dict[str, Any]]) -> set[tuple[str, str | None, str]]:
    return {(one["topic"], one["point"], one["resolution"]) for one in found}
