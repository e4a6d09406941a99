"""Whole conversations of other hands, held with what ships."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from bot.answer.edition import Edition
from bot.answer.values import Status
from bot.commands.wiring import Application
from bot.config import Settings
from bot.conversation.chats.transient import TransientChat
from bot.conversation.situation import VIETNAM
from bot.conversation.values import Outcome
from index.embedding.shipped import NAME
from knowledge.gazetteer.places import Place
from knowledge.language.text import fold
from tests.support.running.danbiet import Prepared

SET = Path(__file__).parents[2] / "question_sets" / "talk" / "conversations.jsonl"
NOON = datetime(2026, 11, 30, 12, tzinfo=VIETNAM)
SEARCHED = (Status.ANSWERED, Status.NOT_FOUND, Status.NO_RESOLUTION)
ELSEWHERE = ("lĩnh vực khác", "chưa hiểu câu này")


@dataclass(frozen=True, slots=True)
class Played:
    """A turn of a conversation, what was replied, and where the resident lives then."""

    turn: dict[str, Any]
    outcome: Outcome
    place: Place | None

    @property
    def text(self) -> str:
        return "\n".join(reply.text for reply in self.outcome.replies)

    def fits(self) -> bool:
        """Return True if the reply is one to what the message does."""
        expected, asked = self.turn["expect"], self.outcome.turn
        if expected == "danger":
            return "113" in self.text and "“" not in self.text
        if expected == "place":
            told = fold(self.turn["place"])
            province = fold(self.place.province) if self.place else "?"
            return province.removeprefix("tinh ").removeprefix("thanh pho ") in told
        if expected == "question":
            return asked is not None and asked.status in SEARCHED
        if expected == "other_field":
            return asked is not None and asked.status is Status.OUT_OF_SCOPE
        return not any(words in self.text for words in ELSEWHERE) and "113" not in self.text


@pytest.fixture(scope="module")
def edition(prepared: Prepared) -> Edition:
    parts = Application(Settings(data_dir=prepared.folder, embedding_model=NAME))
    return parts.edition(parts.embedder())


@pytest.fixture(scope="module")
def played(edition: Edition) -> list[Played]:
    lines = SET.read_text(encoding="utf-8").splitlines()
    return [turn for line in lines for turn in play(json.loads(line)["turns"], edition)]


def play(turns: list[dict[str, Any]], edition: Edition) -> Iterator[Played]:
    chat = TransientChat(lambda: edition, lambda: NOON, has_staff=False)
    chat.opens()
    for turn in turns:
        outcome = chat.says(turn["say"])
        yield Played(turn, outcome, chat.chat.place)


def test_most_turns_get_a_fitting_reply(played: list[Played]) -> None:
    unfit = [(one.turn["expect"], one.turn["say"]) for one in played if not one.fits()]

    assert len(played) >= 120
    assert len(unfit) / len(played) <= 0.15, unfit


def test_nobody_gets_an_empty_line(played: list[Played]) -> None:
    assert all(reply.text.strip() for one in played for reply in one.outcome.replies)


def test_replies_fit_on_a_phone(played: list[Played]) -> None:
    lengths = [len(one.text) for one in played]

    assert median(lengths) <= 450
    assert sum(length <= 900 for length in lengths) / len(lengths) >= 0.95


def test_without_a_place_answers_are_short(played: list[Played]) -> None:
    answers = [
        len(one.text)
        for one in played
        if one.turn["expect"] == "question"
        and one.place is None
        and one.outcome.turn
        and one.outcome.turn.status is Status.ANSWERED
        and one.outcome.turn.place is None
    ]

    assert len(answers) >= 5
    assert max(answers) <= 350


def test_a_conversation_of_ten_turns_goes_on(edition: Edition) -> None:
    say = partial(TransientChat(lambda: edition, lambda: NOON, has_staff=False).says)
    heard = [
        "\n".join(reply.text for reply in say(text).replies)
        for text in (
            "chào ad",
            "góp tiền làm đường phải bao nhiêu nhà chịu mới được làm",
            "dạ ở Lạng Sơn",
            "nói cho dễ hiểu với",
            "điều mấy khoản mấy",
            "vậy giờ tôi phải gặp ai",
            "còn ban thanh tra nhân dân làm những gì",
            "ai bầu họ",
            "nhắc lại câu vừa rồi",
            "cảm ơn nha",
        )
    ]

    assert "hai phần ba" in heard[1] + heard[2]
    assert "Nói đơn giản" in heard[3]
    assert "Điều" in heard[4]
    assert "Ủy ban nhân dân" in heard[5]
    assert "Quốc hội" not in heard[7]
    assert "không quy định" not in heard[7]
    assert heard[8].splitlines()[-1] == heard[7].splitlines()[-1]
    assert heard[9].startswith("Không có gì ạ")


@pytest.mark.parametrize(
    ("first", "brief", "said"),
    [
        pytest.param("trưởng ấp bao lâu bầu lại một lần", "vậy lương ai trả", "phụ cấp", id="pay"),
        pytest.param(
            "ban giám sát đầu tư của cộng đồng ai lập", "gồm mấy người", "5 người", id="members"
        ),
        pytest.param(
            "nhập hai xóm có phải hỏi dân không", "ai quyết định", "Hội đồng nhân dân xã", id="who"
        ),
        pytest.param(
            "xóm thu tiền làm mương có được không", "góp công thay tiền được không", "công sức",
            id="labour",
        ),
    ],
)  # fmt: skip
def test_a_brief_question_gets_the_matter_beside_the_last(
    first: str, brief: str, said: str, edition: Edition
) -> None:
    chat = TransientChat(lambda: edition, lambda: NOON, has_staff=False)
    chat.says(first)

    assert said in chat.says(brief).replies[0].text
