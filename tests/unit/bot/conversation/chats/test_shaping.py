"""A reply in posts: nothing lost, nothing too long, buttons where there is room for them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.channels.base import Abilities, Button, Post
from bot.conversation.chats.shaping import shape, units
from bot.conversation.values import Choice, ChoiceAction, Reply

NARROW = Abilities(longest_text=40, most_buttons=2, longest_label=8)
TYPED = Abilities(longest_text=2000, most_buttons=0)


def choice(label: str) -> Choice:
    return Choice(label, ChoiceAction("help"))


def texts(posts: tuple[Post, ...]) -> list[str]:
    return [post.text for post in posts]


@given(
    st.text(st.sampled_from("aệ\u0301\u0302 \n.;?”😀👍🏻\u200d\ufe0fĐ1"), max_size=300)
    | st.text(max_size=200),
    st.integers(2, 60),
)
@example("a" + "\u0301" * 50, 10)
@example("😀" * 30, 3)
@example(" \n ", 5)
def test_nothing_is_lost_and_nothing_is_too_long(text: str, longest: int) -> None:
    parts = texts(shape(Reply(text), Abilities(longest, most_buttons=2)))

    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(0 < len(part.encode("utf-16-le", "surrogatepass")) // 2 <= longest for part in parts)
    assert all(part == part.strip() for part in parts)


@given(st.lists(st.sampled_from(["e\u0302\u0301", "👍🏻", "👩\u200d🌾", "đ"]), max_size=40))
def test_letters_keep_their_marks(letters: list[str]) -> None:
    parts = texts(shape(Reply("".join(letters)), Abilities(9, most_buttons=2)))

    for part in parts:
        assert not unicodedata.combining(part[0])
        assert part[0] not in "🏻\u200d"
        assert not part.endswith("\u200d")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("Một hai ba.", ["Một hai ba."], id="short"),
        pytest.param(
            "Đoạn thứ nhất dài hơn.\n\nĐoạn hai. Cũng dài lắm nhé.",
            ["Đoạn thứ nhất dài hơn.", "Đoạn hai. Cũng dài lắm nhé."],
            id="paragraph",
        ),
        pytest.param(
            "Câu thứ nhất dài hơn. Câu thứ hai cũng dài lắm.",
            ["Câu thứ nhất dài hơn.", "Câu thứ hai cũng dài lắm."],
            id="sentence",
        ),
        pytest.param(
            "năm giờ sáng bà con ra đình làng họp bàn việc chung",
            ["năm giờ sáng bà con ra đình làng họp bàn", "việc chung"],
            id="word",
        ),
        pytest.param("x" * 45, ["x" * 40, "x" * 5], id="letters"),
    ],
)
def test_cuts_where_a_reader_would_pause(text: str, parts: list[str]) -> None:
    assert texts(shape(Reply(text), NARROW)) == parts


def test_buttons_stand_below_the_last_post_and_say_which_choice_they_are() -> None:
    reply = Reply("Một câu dài hơn một chút. " * 3, ((choice("Có"),), (choice("Không"),)), "menu")
    first, *_, last = shape(reply, NARROW)

    assert first.buttons == ()
    assert last.buttons == ((Button("Có", "menu:0"),), (Button("Không", "menu:1"),))


def test_a_long_label_is_cut() -> None:
    (post,) = shape(Reply("Chọn", ((choice("👍 Xem nguyên văn"),),), "menu"), NARROW)

    assert post.buttons[0][0].label == "👍 Xem…"
    assert units("👍 Xem…") <= NARROW.longest_label


@pytest.mark.parametrize(
    "abilities", [TYPED, Abilities(2000, most_buttons=2)], ids=["no buttons", "too many"]
)
def test_without_room_for_buttons_choices_are_numbered(abilities: Abilities) -> None:
    rows = ((choice("Biết"), choice("Bàn")), (choice("Một lựa chọn dài hơn nút bấm nào"),))
    (post,) = shape(Reply("Bạn chọn nhé.", rows), abilities)

    assert post.buttons == ()
    assert "1. Biết\n2. Bàn\n3. Một lựa chọn dài hơn nút bấm nào\n" in post.text


def test_a_payload_fits_the_narrowest_platform() -> None:
    rows = tuple((choice(str(number)),) for number in range(100))
    (post,) = shape(Reply("Chọn", rows), Abilities(2000, most_buttons=100))

    assert max(len(row[0].payload.encode("ascii")) for row in post.buttons) <= 64
