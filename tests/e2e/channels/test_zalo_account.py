"""An Official Account, over the stub of ours: a conversation, a crash, a crowd."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.servers.faults import Held
from tests.servers.zalo_oa import now, signed, text_event
from tests.support.console.accounts import Stage, account, call, write_at_once
from tests.support.conversations.scenarios import (
    ask_from_lang_son,
    go_on,
    have_all_deleted,
    try_every_choice,
)
from tests.support.running.danbiet import Prepared
from tests.support.running.serving import own_copy
from tests.support.running.waiting import until

QUESTION = "Ở Lạng Sơn, người dân giám sát công trình của xã thế nào?"
ANSWER = "HĐND tỉnh Lạng Sơn; có hiệu lực từ ngày 05/8/2024"
CROWD = 500


@pytest.fixture(scope="module")
def stage(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with account(own_copy(prepared, tmp_path_factory.mktemp("account"))) as running:
        yield running


def test_a_whole_conversation(stage: Stage) -> None:
    one = stage.resident()
    ask_from_lang_son(one)
    try_every_choice(one)
    go_on(one)
    have_all_deleted(one)
    assert len(one.shown()) == one.read


def test_what_zalo_did_not_sign_is_refused(stage: Stage) -> None:
    body = text_event(QUESTION, now(), "999", "forged")
    assert call(stage.bot, body, {}) == 403
    assert call(stage.bot, body, signed(body, "other key")) == 403
    assert stage.told(["999"]) == []


def test_a_crash_after_zalo_was_told_loses_no_question(stage: Stage) -> None:
    slow, waiting = stage.resident(), stage.resident()
    held = Held()
    stage.zalo.expect("cs", held)
    slow.says(QUESTION)
    held.wait()
    waiting.says(QUESTION)
    stage.bot.kill()
    stage.bot.start()

    assert ANSWER in waiting.reads()[0].text
    (note,) = slow.reads()
    slow.presses(note.labels[0])
    assert ANSWER in slow.reads()[0].text
    assert len(waiting.shown()) == 1


def test_every_question_of_a_crowd_is_taken_and_answered_once(stage: Stage) -> None:
    people = [stage.resident().person for _ in range(CROWD)]
    write_at_once(stage.bot, people, QUESTION)
    until(lambda: len(stage.told(people)) >= CROWD, 90, lambda: len(stage.told(people)))

    assert sorted(stage.told(people)) == sorted(people)
