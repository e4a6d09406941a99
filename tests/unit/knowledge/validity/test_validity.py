"""How a document stands on a day, and what others of the library do to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.law.resolution import Resolution, Territory
from knowledge.law.signs import Sign
from knowledge.validity.deeds import Deed
from knowledge.validity.ends import with_ends
from knowledge.validity.standing import Standing
from knowledge.validity.validity import Validity, validity_by_id
from tests.support.documents.documents import CLEAN, parsed, successor

OLD = replace(parsed(CLEAN).resolution, id="old")
OF_OLD = "Nghị quyết số 12/2025/NQ-HĐND"
START = date(2026, 3, 1)
"""The first day of the new document."""


def new(*sentences: str) -> Resolution:
    return replace(parsed(successor(*sentences)).resolution, id="new")


def old_beside(document: Resolution, day: date) -> Validity:
    return validity_by_id(with_ends([OLD, document]), day)["old"]


Told = tuple[Deed, Sign | None, Sign | None, str | None]


def changes(validity: Validity) -> list[Told]:
    return [
        (one.deed, one.target.article, one.target.clause, one.target.point)
        for one in validity.changes
    ]


@pytest.mark.parametrize(
    ("sentences", "found", "partly"),
    [
        pytest.param(["Nghị quyết này có hiệu lực."], [], False, id="nothing"),
        pytest.param(
            [f"Bãi bỏ điểm đ khoản 1 Điều 2 {OF_OLD}."],
            [(Deed.REPEALS, 2, 1, "đ")],
            True,
            id="a point repealed",
        ),
        pytest.param(
            [
                f"Sửa đổi, bổ sung khoản 2 Điều 4 {OF_OLD} như sau:\n\n“2. Mới.”",
                f"Bãi bỏ điểm đ và điểm d khoản 1 Điều 2 {OF_OLD}.",
                f"Thay thế cụm từ “hộ” bằng cụm từ “nhà” tại Điều 2 {OF_OLD}.",
            ],
            [
                (Deed.REPLACES_WORDS, 2, None, None),
                (Deed.REPEALS, 2, 1, "d"),
                (Deed.REPEALS, 2, 1, "đ"),
                (Deed.AMENDS, 4, 2, None),
            ],
            True,
            id="in the order of the text",
        ),
        pytest.param(
            [f"Bổ sung khoản 3 vào sau khoản 2 Điều 4 {OF_OLD} như sau:\n\n“3. Mới.”"],
            [(Deed.ADDS, 4, 3, None)],
            False,
            id="only added to",
        ),
        pytest.param(
            [f"Bãi bỏ {OF_OLD}, trừ Điều 2."],
            [(Deed.REPEALS, None, None, None)],
            True,
            id="a part that nobody names",
        ),
    ],
)
def test_provisions_that_another_document_changes_are_told(
    sentences: list[str], found: list[Told], partly: bool
) -> None:
    validity = old_beside(new(*sentences), START)

    assert (changes(validity), validity.partly_over) == (found, partly)
    assert (validity.standing, validity.end) == (Standing.IN_FORCE, None)


def test_a_change_says_which_provision_makes_it_and_from_when() -> None:
    document = new("Một.", f"Bãi bỏ khoản 1 Điều 4 {OF_OLD}.")
    [change] = old_beside(document, START).changes

    assert (change.by.id, change.provision.path[:2], change.since) == ("new", (3, 2), START)


@pytest.mark.parametrize(
    ("day", "partly"),
    [
        pytest.param(date(2026, 2, 28), False, id="the day before"),
        pytest.param(START, True, id="the day"),
    ],
)
def test_a_part_is_over_once_what_ends_it_is_in_force(day: date, partly: bool) -> None:
    validity = old_beside(new(f"Bãi bỏ Điều 4 {OF_OLD}."), day)

    assert (validity.partly_over, changes(validity)) == (partly, [(Deed.REPEALS, 4, None, None)])


def test_a_change_from_an_unknown_day_is_told_and_ends_nothing() -> None:
    document = new(f"Bãi bỏ Điều 4 {OF_OLD}.")
    dateless = replace(document, effect=replace(document.effect, since=None))
    validity = old_beside(dateless, date(2027, 1, 1))

    assert [one.since for one in validity.changes] == [None]
    assert not validity.partly_over


def test_another_council_changes_nothing() -> None:
    document = new(f"Bãi bỏ Điều 4 {OF_OLD}.")
    elsewhere = replace(document.head, issuer="Hội đồng nhân dân tỉnh Cà Mau")

    assert old_beside(replace(document, head=elsewhere), START).changes == ()


COMMUNE = Territory("tỉnh An Giang", "xã Tân Thành")


@pytest.mark.parametrize(
    ("province", "counts"),
    [
        pytest.param("tỉnh Kiên Giang", True, id="the same place, by its former province"),
        pytest.param(None, False, id="nobody says where it lies"),
        pytest.param("tỉnh Cà Mau", False, id="a place of the same name"),
    ],
)
def test_the_council_of_a_commune_of_the_same_name_changes_nothing(
    province: str | None, counts: bool
) -> None:
    document = new(f"Bãi bỏ Điều 4 {OF_OLD}.", f"Bãi bỏ toàn bộ {OF_OLD}.")
    by = replace(document, territory=replace(COMMUNE, province=province))
    old = replace(OLD, territory=COMMUNE)

    validity = validity_by_id([old, by], START)["old"]
    assert (bool(validity.changes), validity.end is not None) == (counts, counts)


def test_copies_that_name_no_council_do_not_change_each_other() -> None:
    document = new(f"Bãi bỏ Điều 4 {OF_OLD}.", f"Bãi bỏ toàn bộ {OF_OLD}.")
    nameless = [replace(one, head=replace(one.head, issuer="")) for one in (OLD, document)]

    validity = validity_by_id(nameless, START)["old"]
    assert (validity.changes, validity.end) == ((), None)


def test_nothing_changes_what_was_issued_after_it() -> None:
    document = new("Bãi bỏ Điều 4 Nghị quyết số 12/NQ-HĐND.")
    yearless = replace(OLD, head=replace(OLD.head, number="12/NQ-HĐND"))
    later = replace(yearless, head=replace(yearless.head, issued_on=date(2027, 7, 10)))

    assert validity_by_id([yearless, document], START)["old"].changes
    assert validity_by_id([later, document], START)["old"].changes == ()


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        pytest.param(date(2025, 7, 9), Standing.NOT_YET, id="before"),
        pytest.param(date(2026, 2, 28), Standing.IN_FORCE, id="the last day"),
        pytest.param(START, Standing.EXPIRED, id="after"),
    ],
)
def test_the_document_that_ends_another_as_a_whole_is_told(day: date, standing: Standing) -> None:
    validity = old_beside(new(f"Nghị quyết này thay thế {OF_OLD}."), day)

    assert validity.end
    assert (validity.end.by.id, validity.end.deed) == ("new", Deed.REPLACES)
    assert validity.end.provision.path[:2] == (3, 1)
    assert (validity.standing, validity.changes, validity.partly_over) == (standing, (), False)


def test_who_ends_first_counts() -> None:
    own = replace(OLD, effect=replace(OLD.effect, until=date(2025, 12, 31)))
    document = new(f"Nghị quyết này thay thế {OF_OLD}.")

    assert validity_by_id(with_ends([own, document]), START)["old"].end is None


def test_an_announcement_counts_only_where_nothing_is_said_in_detail() -> None:
    announced = f"Sửa đổi {OF_OLD}:"
    detail = f"Sửa đổi khoản 1 Điều 4 {OF_OLD} như sau:\n\n“1. Mới.”"

    assert changes(old_beside(new(announced), START)) == [(Deed.AMENDS, None, None, None)]
    assert changes(old_beside(new(announced, detail), START)) == [(Deed.AMENDS, 4, 1, None)]
