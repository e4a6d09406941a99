"""`danbiet topics`: which provisions answer which topics, through the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.library.library import SOURCES
from knowledge.matters.topic import JUDGEMENTS, TOPICS
from tests.support.documents.documents import BUNDLED, LANG_SON
from tests.support.running.danbiet import Prepared, refusal, run


def test_lists_the_topics_of_every_document(prepared: Prepared) -> None:
    result = run("topics", "--json", data=prepared.folder)
    found = json.loads(result.stdout)

    assert (result.returncode, result.stderr) == (0, "")
    assert {one["resolution"] for one in found} >= set(BUNDLED)
    assert {right for one in found for right in one["rights"]} == {
        "biet", "ban", "quyet_dinh", "giam_sat",
    }  # fmt: skip


def test_lists_those_of_one_document_for_people(prepared: Prepared) -> None:
    result = run("topics", "--resolution", LANG_SON, data=prepared.folder)

    assert "điểm d khoản 5 Điều 4" in result.stdout
    assert "binh-duong-2024" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param((), "danbiet index", id="no index"),
        pytest.param(
            ("--resolution", "hue"), "không có văn bản nào mã “hue”", id="unknown document"
        ),
        pytest.param(
            ("confirm", "Điều 1", "quyền"), "Không rõ “Điều 1” là quy định nào", id="no document"
        ),
        pytest.param(
            ("reject", f"Điều 50 {LANG_SON}", "quyền"), "Không rõ “Điều 50", id="no provision"
        ),
        pytest.param(
            ("confirm", f"Điều 1 {LANG_SON}", "bóng đá"), "Không có chủ đề nào", id="no topic"
        ),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    arguments: tuple[str, ...], said: str
) -> None:
    path = TOPICS / JUDGEMENTS
    before = path.read_bytes() if path.exists() else None

    assert said in refusal(run("topics", *arguments))
    assert (path.read_bytes() if path.exists() else None) == before


def test_every_plain_answer_is_held_against_its_text() -> None:
    result = run("topics", "check")

    assert (result.returncode, result.stderr) == (0, "")
    assert "câu nào cũng khớp với căn cứ" in result.stdout


def test_what_a_new_text_does_not_say_is_told(tmp_path: Path) -> None:
    source = f"{LANG_SON}.txt"
    text = (SOURCES / source).read_text(encoding="utf-8")
    (tmp_path / source).write_text(text.replace("nhà nước", "địa phương"), encoding="utf-8")
    result = run("topics", "check", tmp_path)

    assert result.returncode != 0
    assert "quy định đã đổi lời" in result.stdout
    assert LANG_SON in result.stdout
    assert "câu tóm tắt không khớp" in result.stderr


def test_a_folder_without_a_text_is_told(tmp_path: Path) -> None:
    assert "không có tệp văn bản nào" in refusal(run("topics", "check", tmp_path))
