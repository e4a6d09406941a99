"""Approved answers in the database."""

from __future__ import annotations

from dataclasses import replace

from bot.answer.staff.approval import Approval, ApprovalGround
from bot.store.office.approvals import RecentApprovals
from bot.store.store import Store
from tests.support.documents.documents import LANG_SON, at
from tests.support.running.stores import NOW, later

GROUND = ApprovalGround(at(LANG_SON, 5), "f1", "a\nb")
APPROVAL = Approval(0, "Tiền đâu?", "Ngân sách.", (GROUND,), "x", ("Ai trả?", "Kinh phí?"))


def test_what_is_approved_is_kept_with_every_detail(store: Store) -> None:
    table = store.approvals
    number = table.put(APPROVAL, "Lan", NOW)
    assert number
    kept = table.one(number)
    assert kept
    assert (kept.approval, kept.account, kept.at) == (replace(APPROVAL, number=number), "Lan", NOW)


def test_what_is_approved_anew_takes_the_place_of_the_old(store: Store) -> None:
    table = store.approvals
    first, second = table.put(APPROVAL, "Lan", NOW), table.put(APPROVAL, "Lan", later(hours=1))
    assert first
    assert second
    changed = replace(APPROVAL, number=first, text="Khác.")
    assert table.put(changed, "Minh", later(hours=2)) == first
    assert [one.approval.text for one in table.every()] == ["Khác.", "Ngân sách."]
    assert [one.approval.number for one in table.page(10)] == [second, first]
    assert [one.approval.number for one in table.page(10, second)] == [first]


def test_what_is_gone_can_be_neither_changed_nor_removed(store: Store) -> None:
    table = store.approvals
    number = table.put(APPROVAL, "Lan", NOW)
    assert number
    assert table.remove(number)
    assert not table.remove(number)
    assert table.put(replace(APPROVAL, number=number), "Lan", NOW) is None
    assert table.one(number) is None


def test_answers_learn_of_a_change_within_seconds(store: Store) -> None:
    table, now = store.approvals, 100.0
    recent = RecentApprovals(table, lambda: now)
    assert recent.current() == ()
    number = table.put(APPROVAL, "Lan", NOW)
    now += 2.9
    assert recent.current() == ()
    now += 0.2
    assert [one.number for one in recent.current()] == [number]


def test_how_it_was_before_is_kept(store: Store) -> None:
    table = store.approvals
    number = table.put(APPROVAL, "Lan", NOW)
    assert number
    assert table.history(number) == ()
    first = replace(APPROVAL, number=number)
    second = replace(first, text="Khác.", samples=())
    table.put(second, "Minh", later(hours=1))
    table.remove(number)
    past = [(one.approval, one.account, one.at) for one in table.history(number)]
    assert past == [(second, "Minh", later(hours=1)), (first, "Lan", NOW)]
    assert table.history(number + 1) == ()
