from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.commands.staff import inbox
from bot.commands.wiring import Application
from bot.config import Settings
from bot.conversation.values import Outcome
from tests.support.running.stores import chat, later, settle, turn


@pytest.fixture
def parts(tmp_path: Path) -> Application:
    """Two questions for the staff, the second an hour after the first."""
    parts = Application(Settings(data_dir=tmp_path, secret_key=SecretStr("for this test alone")))
    with closing(parts.store()) as store:
        for hour, question in enumerate(("Loa hỏng, gọi 0912345678", "Họp thôn khi nào?")):
            asked = turn(id=f"t{hour}", question=question)
            outcome = Outcome(chat(), turn=asked, staff_question=asked.id)
            settle(store, outcome, at=later(hours=hour))
    return parts


def test_lists_the_newest_question_first(
    parts: Application, capsys: pytest.CaptureFixture[str]
) -> None:
    inbox.show(as_json=True, parts=parts)
    assert json.loads(capsys.readouterr().out) == [
        {
            "id": "t1",
            "at": "2026-03-04T06:06:07.000890+00:00",
            "channel": "telegram",
            "place": "xã Thiện Tân, tỉnh Lạng Sơn",
            "question": "Họp thôn khi nào?",
            "status": "open",
        },
        {
            "id": "t0",
            "at": "2026-03-04T05:06:07.000890+00:00",
            "channel": "telegram",
            "place": "xã Thiện Tân, tỉnh Lạng Sơn",
            "question": "Loa hỏng, gọi [số điện thoại]",
            "status": "open",
        },
    ]


def test_prints_a_table_for_people(parts: Application, capsys: pytest.CaptureFixture[str]) -> None:
    inbox.show(as_json=False, parts=parts)
    printed = capsys.readouterr().out
    for cell in ("Câu hỏi", "Họp thôn khi nào?", "xã Thiện Tân", "chưa trả lời"):
        assert cell in printed


def test_nothing_was_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = Application(Settings(data_dir=tmp_path / "new"))
    inbox.show(as_json=False, parts=empty)
    assert capsys.readouterr().out == "Chưa có câu hỏi nào gửi cán bộ.\n"
    inbox.show(as_json=True, parts=empty)
    assert json.loads(capsys.readouterr().out) == []
