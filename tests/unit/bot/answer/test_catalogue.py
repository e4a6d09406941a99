from __future__ import annotations

from dataclasses import dataclass, replace

from bot.answer.catalogue import Catalogue
from knowledge.law.resolution import Address
from knowledge.matters.topic import Right
from tests.support.answers.topics import topic
from tests.support.documents.documents import CA_MAU, LANG_SON, at


@dataclass(frozen=True)
class Membership:
    topic: str
    address: Address
    weight: float = 1.0


COSTS, VOTES = topic("kinh phí"), replace(topic("biểu quyết"), rights=(Right.DECIDE, Right.KNOW))
CATALOGUE = Catalogue(
    [COSTS, VOTES],
    [
        Membership("kinh phí", at(LANG_SON, 1), 0.49),
        Membership("kinh phí", at(LANG_SON, 2), 0.5),
        Membership("kinh phí", at(CA_MAU, 2)),
        Membership("kinh phí", at(LANG_SON, 5)),
        Membership("biểu quyết", at(CA_MAU, 1)),
        Membership("biểu quyết", at(LANG_SON, 3), 0.1),
    ],
)


def test_a_right_has_the_topics_that_speak_of_it_in_the_order_of_their_file() -> None:
    assert CATALOGUE.topics(Right.KNOW, {CA_MAU}) == (COSTS, VOTES)
    assert CATALOGUE.topics(Right.DECIDE, {CA_MAU}) == (VOTES,)
    assert CATALOGUE.topics(Right.SUPERVISE, {CA_MAU}) == ()


def test_topics_of_one_right_come_before_those_of_several() -> None:
    catalogue = Catalogue(
        [VOTES, COSTS], [Membership(one, at(CA_MAU, 2)) for one in ("kinh phí", "biểu quyết")]
    )

    assert catalogue.topics(Right.KNOW, {CA_MAU}) == (COSTS, VOTES)


def test_a_topic_without_a_provision_in_the_documents_is_left_out() -> None:
    assert CATALOGUE.topics(Right.KNOW, {LANG_SON}) == (COSTS,)
    assert CATALOGUE.topics(Right.KNOW, ()) == ()


def test_provisions_of_a_topic_come_surest_first_without_what_is_unsure() -> None:
    assert CATALOGUE.provisions("kinh phí", {LANG_SON}) == (at(LANG_SON, 5), at(LANG_SON, 2))
    assert CATALOGUE.provisions("kinh phí", {CA_MAU}) == (at(CA_MAU, 2),)
    assert CATALOGUE.provisions("đất đai", {CA_MAU}) == ()


def test_without_topics_there_is_nothing_to_browse() -> None:
    assert Catalogue().topics(Right.KNOW, {LANG_SON}) == ()
