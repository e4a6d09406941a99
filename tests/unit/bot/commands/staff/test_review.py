from __future__ import annotations

import pytest

from bot.commands.staff.review import (
    UnknownProvision,
    UnknownTopic,
    find_provision,
    find_topic,
    pending,
    review,
)
from index.matters.assignment import Author, Membership
from knowledge.law.resolution import Address, Part
from knowledge.matters.lists.judgement import Judgement
from prompts.render import tell
from tests.support.answers.topics import topic
from tests.support.documents.documents import BINH_DUONG, BUNDLED, LANG_SON, NINH_BINH, at, bundled

LIBRARY = [bundled(name) for name in BUNDLED]
VOTING, MONEY, NATIONAL = topic("Biểu quyết"), topic("Kinh phí"), topic("Kinh phí trung ương")
TOPICS = (VOTING, MONEY, NATIONAL)
PERSON = Membership("Biểu quyết", at(LANG_SON, 1), 1.0, Author.PERSON)
SURE = Membership("Biểu quyết", at(NINH_BINH, 1), 0.95, Author.MACHINE)
UNSURE = Membership("Kinh phí", at(NINH_BINH, 3), 0.4, Author.MACHINE)
UNLIKELY = Membership("Kinh phí", at(LANG_SON, 2), 0.1, Author.MACHINE)
MEMBERSHIPS = (UNLIKELY, PERSON, SURE, UNSURE)


@pytest.mark.parametrize(
    ("resolution", "machine", "expected"),
    [
        pytest.param(None, False, [PERSON, SURE, UNLIKELY, UNSURE], id="all, topic by topic"),
        pytest.param(LANG_SON, False, [PERSON, UNLIKELY], id="one document"),
        pytest.param(None, True, [UNSURE, UNLIKELY, SURE], id="the machine's, doubtful first"),
        pytest.param(LANG_SON, True, [UNLIKELY], id="the machine's in one document"),
        pytest.param(BINH_DUONG, False, [], id="nothing"),
    ],
)
def test_lists_what_is_to_be_reviewed(
    resolution: str | None, machine: bool, expected: list[Membership]
) -> None:
    found = review(TOPICS, MEMBERSHIPS, resolution, machine)

    assert [row.membership for row in found] == expected
    assert all(row.topic.name == row.membership.topic for row in found)


@pytest.mark.parametrize(
    ("judged", "waits"),
    [
        pytest.param(Judgement("Biểu quyết", at(NINH_BINH, 1), True), True, id="to confirm"),
        pytest.param(Judgement("Biểu quyết", at(LANG_SON, 1), True), False, id="confirmed"),
        pytest.param(Judgement("Biểu quyết", at(NINH_BINH, 1), False), True, id="to reject"),
        pytest.param(Judgement("Kinh phí", at(NINH_BINH, 1), False), False, id="rejected"),
        pytest.param(Judgement("Kinh phí", at(NINH_BINH, 1), True), True, id="new"),
    ],
)
def test_a_judgement_waits_until_the_index_shows_it(judged: Judgement, waits: bool) -> None:
    assert pending([judged], MEMBERSHIPS) == ((judged,) if waits else ())


@pytest.mark.parametrize(
    ("text", "address"),
    [
        pytest.param(f"điểm c khoản 2 Điều 4 {LANG_SON}", at(LANG_SON, 4, 2, "c"), id="id"),
        pytest.param(f"{LANG_SON} diem c khoan 2 dieu 4", at(LANG_SON, 4, 2, "c"), id="folded"),
        pytest.param("Điều 4 khoản 2 NQ 08/2024", at(LANG_SON, 4, 2), id="number"),
        pytest.param(f"phần kết {LANG_SON}", Address(LANG_SON, Part.CLOSING), id="closing"),
    ],
)
def test_finds_the_provision_that_is_typed(text: str, address: Address) -> None:
    assert find_provision(text, LIBRARY) == (address, bundled(LANG_SON))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("điểm c khoản 2 Điều 4", id="no document"),
        pytest.param(f"Điều 4 {LANG_SON} {NINH_BINH}", id="two documents"),
        pytest.param(LANG_SON, id="no provision"),
        pytest.param(f"Điều 1 và Điều 2 {LANG_SON}", id="two provisions"),
        pytest.param(f"Điều 50 {LANG_SON}", id="a provision that it does not have"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_names_no_provision_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UnknownProvision) as refused:
        find_provision(text, LIBRARY)
    assert f"“{text}”" in tell(refused.value)
    assert "khoản 3 Điều 4 ninh-binh-30-2024" in tell(refused.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Biểu quyết", VOTING, id="whole"),
        pytest.param("bieu", VOTING, id="part, without diacritics"),
        pytest.param("kinh phí", MONEY, id="whole name inside another"),
        pytest.param("trung ương", NATIONAL, id="end"),
    ],
)
def test_finds_the_topic_that_is_typed(text: str, expected: object) -> None:
    assert find_topic(text, TOPICS) is expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("kinh", "Kinh phí; Kinh phí trung ương", id="several"),
        pytest.param("đất đai", "Không có chủ đề nào tên “đất đai”", id="none"),
        pytest.param("?", "Không có chủ đề nào tên “?”", id="no word"),
    ],
)
def test_an_unclear_topic_is_refused(text: str, said: str) -> None:
    with pytest.raises(UnknownTopic) as refused:
        find_topic(text, TOPICS)
    assert said in tell(refused.value)
