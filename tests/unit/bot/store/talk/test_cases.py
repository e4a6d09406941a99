"""Cases: what needs a person, grouped as it is stored, listed page by page."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from bot.answer.values import Status
from bot.conversation.values import Opinion, Outcome, Turn
from bot.store.caseload.caseload import Filter
from bot.store.store import Store
from bot.store.talk.cases import CaseState, Need
from bot.store.values import Account, Role
from knowledge.gazetteer.places import Place
from tests.support.running.stores import CHAT, NOW, PLACE, ask, chat, later, message, settle, turn

ELSEWHERE = Place("tỉnh Cà Mau", None, "tỉnh Cà Mau")


def needy(question: str = "Loa phường hỏng thì báo ai?", **facts: object) -> Turn:
    """Return a turn that was not answered."""
    told = {"status": Status.NOT_FOUND, "confidence": None, **facts}
    return replace(turn(question=question, reading=question), **told)  # type: ignore[arg-type]


def keep(store: Store, *turns: Turn, of: str = CHAT, channel: str = "telegram") -> None:
    for one in turns:
        ask(store, one, one.asked_at, message(chat=of, channel=channel))


def rows(store: Store, wanted: Filter = Filter()) -> list[tuple[str, int, dict[Need, int]]]:  # noqa: B008 - it never changes
    found = store.cases.page(wanted, 100)
    return [(one.question, one.asked, dict(one.needs)) for one in found]


def numbers(store: Store, wanted: Filter = Filter()) -> list[int]:  # noqa: B008 - it never changes
    return [one.number for one in store.cases.page(wanted, 100)]


@pytest.mark.parametrize(
    ("status", "confidence", "need"),
    [
        pytest.param(Status.NOT_FOUND, None, Need.NOT_FOUND, id="not found"),
        pytest.param(Status.ANSWERED, 0.39, Need.UNSURE, id="unsure"),
        pytest.param(Status.ANSWERED, 0.4, None, id="sure enough"),
        pytest.param(Status.ANSWERED, None, None, id="looked up"),
        pytest.param(Status.OUT_OF_SCOPE, None, None, id="out of scope"),
        pytest.param(Status.SMALL_TALK, None, None, id="small talk"),
    ],
)
def test_what_the_bot_could_not_answer_well_needs_a_person(
    store: Store, status: Status, confidence: float | None, need: Need | None
) -> None:
    keep(store, needy(status=status, confidence=confidence))
    assert [list(needs) for _, _, needs in rows(store)] == ([[need]] if need else [])


def test_what_residents_do_with_an_answer_needs_a_person(store: Store) -> None:
    keep(store, turn(id="t1", question="Họp thôn khi nào?", reading="Họp thôn khi nào?"))
    assert rows(store) == []
    settle(store, Outcome(chat(), opinion=Opinion("t1", good=False, comment="chưa rõ")))
    assert rows(store) == [("Họp thôn khi nào?", 1, {Need.BAD: 1})]
    settle(store, Outcome(chat(), staff_question="t1"))
    assert rows(store) == [("Họp thôn khi nào?", 1, {Need.ASKED: 1, Need.BAD: 1})]
    settle(store, Outcome(chat(), opinion=Opinion("t1", good=True)))
    assert rows(store) == [("Họp thôn khi nào?", 1, {Need.ASKED: 1})]


def test_a_mind_that_was_changed_leaves_no_case(store: Store, kept: sqlite3.Connection) -> None:
    keep(store, turn(id="t1"))
    settle(store, Outcome(chat(), opinion=Opinion("t1", good=False)))
    settle(store, Outcome(chat(), opinion=Opinion("t1", good=True)))
    assert kept.execute("SELECT count(*) FROM cases").fetchone() == (0,)


def test_nearly_the_same_questions_are_one_case(store: Store) -> None:
    keep(store, needy(), needy("Trồng cây gì?"), needy("loa phuong hong thi bao ai vay a"))
    assert rows(store) == [
        ("loa phuong hong thi bao ai vay a", 2, {Need.NOT_FOUND: 2}),
        ("Trồng cây gì?", 1, {Need.NOT_FOUND: 1}),
    ]


def test_a_case_tells_how_its_question_was_understood(store: Store) -> None:
    keep(store, replace(needy("còn loa thì sao"), reading="loa phường hỏng thì báo ai"))
    (row,) = store.cases.page(Filter(), 1)
    assert (row.question, row.reading) == ("còn loa thì sao", "loa phường hỏng thì báo ai")


def test_the_same_question_in_another_province_is_another_case(store: Store) -> None:
    keep(store, needy(), needy(place=ELSEWHERE), needy(place=None))
    assert len(rows(store)) == 3


def test_what_is_done_and_comes_again_is_a_new_case(store: Store) -> None:
    caseload = store.cases
    keep(store, needy())
    (first,) = numbers(store)
    assert caseload.set_state(first, CaseState.DONE)
    assert rows(store) == []
    keep(store, needy())
    (second,) = numbers(store)
    assert second != first


def test_what_is_outside_comes_back_only_when_somebody_asks_for_a_person(store: Store) -> None:
    caseload = store.cases
    keep(store, needy())
    (case,) = numbers(store)
    caseload.set_state(case, CaseState.OUTSIDE)
    again = needy()
    keep(store, again)
    assert rows(store) == []
    assert rows(store, Filter(state=CaseState.OUTSIDE))[0][1] == 2
    settle(store, Outcome(chat(), staff_question=again.id))
    assert numbers(store) == [case]


def test_a_case_that_is_done_is_opened_by_what_its_own_question_leads_to(store: Store) -> None:
    first = needy()
    keep(store, first)
    (case,) = numbers(store)
    store.cases.set_state(case, CaseState.DONE)
    settle(store, Outcome(chat(), staff_question=first.id))
    assert numbers(store) == [case]


def test_cases_are_listed_newest_first_page_by_page(store: Store) -> None:
    keep(store, *(needy(f"việc số {number} {number}") for number in range(7)))
    keep(store, needy("việc số 2 2 ạ"))
    caseload, seen, before = store.cases, [], None
    while page := caseload.page(Filter(), 3, before):
        seen += [one.question for one in page]
        before = page[-1].latest
    expected = ["việc số 2 2 ạ", *(f"việc số {number} {number}" for number in (6, 5, 4, 3, 1, 0))]
    assert seen == expected
    assert caseload.open_ones() == 7


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        pytest.param(Filter(), {"a a", "b b", "c c"}, id="open"),
        pytest.param(Filter(need=Need.UNSURE), {"b b"}, id="need"),
        pytest.param(Filter(channel="zalo-oa"), {"c c"}, id="channel"),
        pytest.param(Filter(topics=("Bầu cử", "Đất")), {"c c"}, id="right"),
        pytest.param(Filter(topics=()), set(), id="right without a topic"),
        pytest.param(Filter(account="Lan"), {"b b"}, id="account"),
        pytest.param(Filter(state=CaseState.OUTSIDE), {"d d"}, id="outside"),
        pytest.param(Filter(state=None), {"a a", "b b", "c c", "d d"}, id="any state"),
        pytest.param(Filter(need=Need.ASKED), set(), id="nothing like it"),
    ],
)
def test_the_list_is_narrowed(store: Store, wanted: Filter, found: set[str]) -> None:
    store.accounts.add(Account("Lan", Role.STAFF, NOW), "hashed")
    unsure = needy("b b", status=Status.ANSWERED, confidence=0.1)
    keep(store, needy("a a"), unsure, needy("d d"))
    keep(store, needy("c c", topics=("Đất",)), of="z", channel="zalo-oa")
    caseload, by_question = store.cases, {}
    for one in caseload.page(Filter(), 10):
        by_question[one.question] = one.number
    caseload.set_state(by_question["d d"], CaseState.OUTSIDE)
    assert caseload.assign(by_question["b b"], "Lan")
    assert {question for question, _, _ in rows(store, wanted)} == found


def test_a_case_tells_everything_about_its_questions(store: Store) -> None:
    first, second = needy(id="t1"), needy(id="t2", asked_at=later(hours=1))
    keep(store, first, second)
    settle(store, Outcome(chat(), opinion=Opinion("t1", good=False, reason="hard_to_read")))
    settle(store, Outcome(chat(), staff_question="t2"), at=later(hours=2))
    (number,) = numbers(store)
    case = store.cases.one(number)
    assert case
    assert (case.state, case.account, case.more) == (CaseState.OPEN, None, 0)
    newest, oldest = case.asked
    assert (newest.turn, oldest.turn) == (second, first)
    assert (newest.waits, oldest.waits) == (True, False)
    assert newest.needs == {Need.ASKED, Need.NOT_FOUND}
    assert oldest.needs == {Need.BAD, Need.NOT_FOUND}
    assert oldest.opinion == Opinion("t1", good=False, reason="hard_to_read")
    assert newest.heard == later(hours=2)
    assert newest.turn.place == PLACE


def test_of_many_questions_the_newest_are_shown(store: Store) -> None:
    keep(store, *(needy(id=f"t{number}") for number in range(55)))
    (number,) = numbers(store)
    case = store.cases.one(number)
    assert case
    assert [one.turn.id for one in case.asked] == [f"t{number}" for number in range(54, 4, -1)]
    assert case.more == 5


def test_a_case_is_given_to_somebody_who_is_there(store: Store) -> None:
    store.accounts.add(Account("Lan", Role.STAFF, NOW), "hashed")
    keep(store, needy())
    (number,) = numbers(store)
    caseload = store.cases
    assert not caseload.assign(number, "Minh")
    assert not caseload.assign(number + 1, "Lan")
    assert caseload.assign(number, "Lan")
    store.accounts.remove("Lan", even_last_admin=True)
    case = caseload.one(number)
    assert case
    assert case.account is None
    assert caseload.assign(number, None)
    assert caseload.one(number + 1) is None


def test_who_is_forgotten_leaves_no_case(store: Store, kept: sqlite3.Connection) -> None:
    keep(store, needy(id="mine"), needy("Trồng cây gì?"))
    keep(store, needy(id="theirs"), of="777")
    keep(store, needy(id="mine too"))
    settle(store, Outcome(chat(), forget=True))
    assert rows(store) == [("Loa phường hỏng thì báo ai?", 1, {Need.NOT_FOUND: 1})]
    store.forget_before(later(days=1))
    for table in ("cases", "concerns"):
        assert kept.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608
