"""Which plain answer is told for a provision."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.answer.quoting.guide import Guide, GuideQuery
from index.hit import TopicHit
from knowledge.law.fingerprint import mark_of_words
from knowledge.law.resolution import Address
from knowledge.matters.topic import PlainAnswer, Right, Topic
from tests.support.answers.answers import library
from tests.support.conversations.conversations import reworded, without
from tests.support.documents.documents import LANG_SON, at

DAY = date(2026, 11, 30)
VOTES, PARTS, WHOLE = at("law", 21, 1), at("law", 21, 1, "a"), at("law", 21)


def matter(name: str, short: str, *basis: Address, **more: Any) -> Topic:
    return Topic(name, (Right.DECIDE,), (PlainAnswer(basis, short, **more),), ("?",))


def told(guide: Guide, address: Address, *near: str, words: str = "", day: date = DAY) -> str:
    topics = tuple(TopicHit(name, 5.0 - place) for place, name in enumerate(near))
    line = guide.line(address, GuideQuery(words, topics, day))
    return line.answer.short if line else ""


TWO = Guide(
    (
        matter("Góp tiền làm đường", "Từ hai phần ba số hộ.", VOTES),
        matter("Bầu trưởng thôn", "Trên 50% số hộ.", VOTES),
    )
)


@pytest.mark.parametrize(
    ("near", "short"),
    [
        pytest.param(("Góp tiền làm đường",), "Từ hai phần ba số hộ.", id="its matter is near"),
        pytest.param(("Bầu trưởng thôn", "Góp tiền làm đường"), "Trên 50% số hộ.", id="nearer"),
        pytest.param(("Họp thôn",), "", id="neither"),
        pytest.param((), "", id="nothing near"),
    ],
)
def test_a_line_answers_the_question_of_its_matter(near: tuple[str, ...], short: str) -> None:
    assert told(TWO, VOTES, *near) == short


def test_lines_that_say_the_same_say_what_the_provision_says() -> None:
    guide = Guide((matter("một", "Loa nói trước.", VOTES), matter("hai", "Loa nói trước.", VOTES)))

    assert told(guide, VOTES) == "Loa nói trước."


def test_of_a_document_that_is_not_here_the_likeliest_line_is_told() -> None:
    guide = Guide(
        (
            matter("Góp tiền làm đường", "Từ hai phần ba số hộ.", VOTES),
            matter("Bầu trưởng thôn", "Trên 50% số hộ.", VOTES),
        ),
        {"law": None},  # type: ignore[dict-item]  # which documents are told of is all that counts
    )

    assert told(guide, VOTES, words="thu tiền làm đường thì sao") == "Từ hai phần ba số hộ."


@pytest.mark.parametrize(
    ("address", "is_told"),
    [
        pytest.param(VOTES, True, id="the provision"),
        pytest.param(PARTS, True, id="inside it"),
        pytest.param(WHOLE, True, id="around it"),
        pytest.param(at("law", 22), False, id="another"),
        pytest.param(at("decree", 21, 1), False, id="another document"),
    ],
)
def test_a_line_is_told_for_what_it_rests_on(address: Address, is_told: bool) -> None:
    assert bool(told(TWO, address, "Bầu trưởng thôn")) is is_told


def test_a_line_is_told_while_it_holds() -> None:
    guide = Guide((matter("một", "Năm năm.", VOTES, since=date(2026, 5, 26)),))

    assert told(guide, VOTES) == "Năm năm."
    assert not told(guide, VOTES, day=date(2026, 5, 25))


def test_an_answer_without_words_is_no_line() -> None:
    assert not Guide((matter("một", "", VOTES),)).lines
    assert [one.basis for one in TWO.lines] == [(VOTES,), (VOTES,)]


MONEY = at(LANG_SON, 5)
OLD = library()[LANG_SON]
MARKED = (
    matter("Tiền", "Từ ngân sách.", MONEY, marks=((MONEY, mark_of_words(MONEY, OLD)),)),
    matter("Họp", "Từ hai phần ba số hộ.", VOTES, marks=((VOTES, "ab"),)),
)


def test_a_line_is_told_while_its_provision_says_the_same() -> None:
    assert told(Guide(MARKED, library={LANG_SON: OLD}), MONEY) == "Từ ngân sách."


@pytest.mark.parametrize("how", [reworded, without])
def test_a_line_is_left_out_when_its_provision_changes(how: object) -> None:
    guide = Guide(MARKED, library={LANG_SON: how(OLD, MONEY)})  # type: ignore[operator]

    assert told(guide, MONEY) == ""
    assert [line.topic.name for line in guide.lines] == ["Họp"]
