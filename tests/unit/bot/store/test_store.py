"""What is remembered, through the one door."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.answer.values import Status
from bot.channels.base import ChannelKind, Message, Post
from bot.conversation.values import Expects, Outcome, Reply, Turn
from bot.store.store import Delivery, Store
from tests.support.running.stores import (
    CHAT,
    KEY,
    NOW,
    OWN_KEY,
    PLACE,
    POST,
    ask,
    chat,
    later,
    message,
    receive,
    reply,
    settle,
    turn,
)

STRANGER = "777"
"""The chat of somebody else."""


class Broken(Sequence[Post]):
    """Posts that cannot be read to the end: what a fault inside the transaction looks like."""

    def __getitem__(self, index: object) -> Post:  # type: ignore[override]
        raise ZeroDivisionError

    def __len__(self) -> int:
        return 1


def say(store: Store, *texts: str, sent: Message | None = None) -> tuple[Delivery, ...]:
    """Let a message lead to one reply of several posts."""
    outcome = Outcome(chat(sent), (Reply("Vâng ạ."),))
    return settle(store, outcome, [[Post(text) for text in texts]], sent=sent)


class TestReceiving:
    def test_a_message_is_kept_until_it_is_settled(self, store: Store) -> None:
        first, second = receive(store), receive(store, at=later(seconds=1))
        assert store.unanswered() == (first, second)

        store.settle(first, Outcome(chat()), (), NOW)
        assert store.unanswered() == (second,)

    @pytest.mark.parametrize(
        "sent",
        [
            pytest.param(message("Loa phường có thông báo không?"), id="text"),
            pytest.param(message("nửa chữ \ud83d, \0 và \x1b"), id="broken letters"),
            pytest.param(
                Message(
                    "zalo-oa", "z1", "m1", ChannelKind.PRESS, "abc:0", True, True, True, "t1", "p1"
                ),
                id="every detail",
            ),
            pytest.param(Message("telegram", "-100", "m2", ChannelKind.STICKER), id="nothing said"),
        ],
    )
    def test_a_message_is_given_back_as_it_came(self, store: Store, sent: Message) -> None:
        receive(store, sent)
        (receipt,) = store.unanswered()
        assert receipt.message == sent
        assert receipt.at == NOW

    def test_a_copy_is_dropped_even_after_the_answer(self, store: Store) -> None:
        sent = message(id="m1")
        receipt = receive(store, sent)
        assert store.receive(sent, later(seconds=1)) is None

        store.settle(receipt, Outcome(chat()), (), NOW)
        assert store.receive(sent, later(hours=1)) is None
        assert store.unanswered() == ()

    def test_an_id_counts_on_its_own_channel_alone(self, store: Store) -> None:
        receive(store, message(id="m1"))
        receive(store, message(id="m1", channel="zalo-bot"))
        assert len(store.unanswered()) == 2


class TestRecalling:
    def test_a_chat_that_is_not_known_is_new(self, store: Store) -> None:
        found = store.recall(message(), NOW)
        assert (found.key, found.channel) == (OWN_KEY, "telegram")
        assert (found.place, found.turns, found.menu, found.since) == (None, (), None, None)

    def test_who_writes_in_a_group_is_told_apart(self, store: Store) -> None:
        def asker(sender: str, *, in_group: bool = True) -> str:
            sent = replace(message(), in_group=in_group, sender=sender)
            return store.recall(sent, NOW).asker

        assert asker("7") == asker("7") == KEY.person("telegram", CHAT, "7")
        assert asker("8") != asker("7")
        assert asker("") == asker("7", in_group=False) == OWN_KEY

    def test_place_and_what_is_expected_are_remembered(self, store: Store) -> None:
        settle(store, Outcome(replace(chat(), expects=Expects.COMMENT, about="t1")))
        settle(store, Outcome(replace(chat(), expects=Expects.PLACE)), at=later(days=1))

        found = store.recall(message(), later(days=2))
        assert (found.place, found.expects, found.about) == (PLACE, Expects.PLACE, None)
        assert found.since == NOW

    def test_a_turn_comes_back_with_every_detail(self, store: Store) -> None:
        asked = turn()
        ask(store, asked)
        assert store.recall(message(), NOW).turns == (asked,)
        assert store.turn(OWN_KEY, asked.id) == asked

    def test_a_turn_that_found_nothing_comes_back(self, store: Store) -> None:
        asked = Turn("t1", NOW, "gì", "gì", Status.NOT_FOUND)
        ask(store, asked)
        assert store.turn(OWN_KEY, "t1") == asked

    def test_the_last_six_turns_of_half_an_hour_oldest_first(self, store: Store) -> None:
        for minute in range(0, 40, 5):
            ask(store, turn(later(minutes=minute), id=f"at {minute}"))

        def ids(minute: int) -> list[str]:
            return [one.id for one in store.recall(message(), later(minutes=minute)).turns]

        assert ids(35) == [f"at {minute}" for minute in (10, 15, 20, 25, 30, 35)]
        assert ids(60) == ["at 30", "at 35"]
        assert ids(66) == []

    def test_the_last_menu_is_recalled_and_every_one_is_found(self, store: Store) -> None:
        first, second, silent = reply("một"), reply("hai", "ba"), reply()
        settle(store, Outcome(chat(), (first, second, silent)), [[], [], []])

        assert store.recall(message(), later(days=1)).menu == second.menu
        assert store.menu(OWN_KEY, first.id) == first.menu
        assert store.menu(OWN_KEY, silent.id) is None

    def test_nothing_is_found_of_other_chats_and_channels(self, store: Store) -> None:
        asked, offered = turn(), reply("một")
        settle(store, Outcome(chat(), (offered,), turn=asked), [[]])

        for other in (message(chat=STRANGER), message(channel="zalo-bot")):
            found = store.recall(other, NOW)
            assert found.since is None
            assert found.menu is None
            assert store.menu(found.key, offered.id) is None
            assert store.turn(found.key, asked.id) is None


class TestSettling:
    def test_what_is_said_is_to_be_delivered_in_order(self, store: Store) -> None:
        outcome = Outcome(chat(), (reply("một"), reply()))
        given = settle(store, outcome, [[POST, Post("hai")], [Post("ba")]])

        assert [one.post for one in given] == [POST, Post("hai"), Post("ba")]
        assert {(one.channel, one.chat, one.uncertain) for one in given} == {
            ("telegram", CHAT, False)
        }
        assert store.undelivered() == given

    def test_settling_again_changes_nothing(self, store: Store) -> None:
        receipt = receive(store)
        outcome = Outcome(chat(), (reply(),), turn=turn())
        given = store.settle(receipt, outcome, [[POST]], NOW)

        again = replace(outcome, turn=turn(), forget=True)
        assert store.settle(receipt, again, [[POST]], NOW) == ()
        assert store.undelivered() == given
        assert len(store.recall(message(), NOW).turns) == 1

    def test_a_fault_half_way_leaves_all_as_it_was(self, store: Store) -> None:
        receipt = receive(store)
        outcome = Outcome(chat(), (reply("một"),), turn=turn())
        with pytest.raises(ZeroDivisionError):
            store.settle(receipt, outcome, [Broken()], NOW)

        assert store.unanswered() == (receipt,)
        assert store.undelivered() == ()
        assert store.recall(message(), NOW).since is None
        assert store.settle(receipt, outcome, [[POST]], NOW)

    def test_posts_that_do_not_fit_the_replies_are_a_fault(self, store: Store) -> None:
        receipt = receive(store)
        with pytest.raises(ValueError, match="shorter"):
            store.settle(receipt, Outcome(chat(), (reply(),)), [], NOW)
        assert store.unanswered() == (receipt,)

    def test_what_leads_to_a_person_is_masked(self, store: Store) -> None:
        ask(store, turn(id="t1", question="gọi 0912345678", reading="gọi an@xa.vn"))
        found = store.turn(OWN_KEY, "t1")
        assert found
        assert (found.question, found.reading) == ("gọi [số điện thoại]", "gọi [e-mail]")


class TestDelivering:
    def test_what_is_sent_is_gone(self, store: Store) -> None:
        first, second = say(store, "một", "hai")
        store.mark_sending(first.id)
        store.mark_sent(first.id, NOW)
        assert store.undelivered() == (second,)

    def test_what_was_being_sent_is_uncertain(self, store: Store) -> None:
        first, second = say(store, "một", "hai")
        store.mark_sending(first.id)
        assert store.undelivered() == (replace(first, uncertain=True), second)

    def test_what_certainly_did_not_arrive_waits(self, store: Store) -> None:
        (first,) = say(store, "một")
        store.mark_sending(first.id)
        store.mark_waiting(first.id)
        assert store.undelivered() == (first,)

    def test_what_is_given_up_is_not_sent(self, store: Store) -> None:
        (first,) = say(store, "một")
        store.mark_failed(first.id, "blocked by the user")
        assert store.undelivered() == ()

    def test_what_is_set_aside_is_sent_again_when_its_chat_asks(self, store: Store) -> None:
        (first,) = say(store, "một")
        store.mark_sending(first.id)
        store.set_aside(first.id)
        assert store.undelivered() == ()

        outcome = Outcome(chat(), (Reply("Đây ạ."),), resend=first.id)
        given = settle(store, outcome, [[Post("Đây ạ.")]])
        assert [one.post.text for one in given] == ["Đây ạ.", "một"]
        assert store.undelivered() == given
        assert settle(store, Outcome(chat(), resend=first.id)) == ()

    def test_nobody_else_can_ask_for_it(self, store: Store) -> None:
        (first,) = say(store, "một")
        store.set_aside(first.id)
        other = message(chat=STRANGER)
        assert settle(store, Outcome(chat(other), resend=first.id), sent=other) == ()

    def test_only_what_was_set_aside_is_sent_again(self, store: Store) -> None:
        (first,) = say(store, "một")
        assert settle(store, Outcome(chat(), resend=first.id)) == ()
        assert store.undelivered() == (first,)

    def test_a_reply_that_no_message_led_to(self, store: Store) -> None:
        note = reply("Gửi lại")
        given = store.enqueue("telegram", CHAT, note, [POST], NOW)
        assert store.undelivered() == given
        assert (given[0].chat, given[0].post) == (CHAT, POST)
        assert store.recall(message(), NOW).menu == note.menu


class TestStaff:
    def test_a_question_is_handed_over_once(self, store: Store) -> None:
        asked = turn(question="loa hỏng, gọi 0912345678")
        ask(store, asked)
        for hour in (1, 2):
            settle(store, Outcome(chat(), staff_question=asked.id), at=later(hours=hour))

        (found,) = store.staff_questions()
        assert (found.turn, found.at, found.place) == (asked.id, later(hours=1), PLACE)
        assert (found.channel, found.status) == ("telegram", "open")
        assert found.question == "loa hỏng, gọi [số điện thoại]"

    def test_the_newest_question_comes_first(self, store: Store) -> None:
        for hour in range(3):
            asked = turn(id=f"t{hour}")
            settle(
                store, Outcome(chat(), turn=asked, staff_question=asked.id), at=later(hours=hour)
            )
        assert [found.turn for found in store.staff_questions()] == ["t2", "t1", "t0"]

    def test_a_question_of_somebody_else_is_not_handed_over(self, store: Store) -> None:
        asked, other = turn(), message(chat=STRANGER)
        ask(store, asked)
        settle(store, Outcome(chat(other), staff_question=asked.id), sent=other)
        assert store.staff_questions() == ()
