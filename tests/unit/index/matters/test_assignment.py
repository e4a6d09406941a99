from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from index.matters.assignment import (
    LEAST,
    Author,
    Membership,
    Regression,
    assign,
    learned,
    write_learned,
)
from index.matters.kinship import FEATURES
from knowledge.law.resolution import Address, Part, Resolution
from knowledge.matters.lists.judgement import Judgement
from knowledge.matters.topic import Topic
from knowledge.passages import LONGEST_PASSAGE, passages
from tests.support.answers.provisions import document
from tests.support.answers.topics import topic
from tests.support.conversations.fakes import FakeEmbedder
from tests.support.documents.documents import at

VOTING = "Biểu quyết bằng giơ tay hoặc bỏ phiếu kín tại cuộc họp thôn"
MONEY = "Kinh phí thực hiện do ngân sách nhà nước bảo đảm theo phân cấp"
REWARD = "Biểu dương, khen thưởng gương điển hình về dân chủ ở cơ sở"
KNOWN = document({(1,): f"{VOTING}.", (2,): f"{MONEY}.", (3,): f"{REWARD}."})
NEW = document({(1,): f"{REWARD} của tỉnh.", (5,): f"{VOTING}, tổ dân phố."}, id="hue")
TOPICS = (
    topic("Biểu quyết", "giơ tay hay bỏ phiếu kín", provisions=[at("lang-son", 1)]),
    topic("Kinh phí", "tiền ngân sách nhà nước", provisions=[at("lang-son", 2)]),
    topic("Khen thưởng", "khen thưởng gương điển hình", provisions=[at("lang-son", 3)]),
)


def assigned(
    *documents: Resolution,
    topics: Sequence[Topic] = TOPICS,
    judgements: Sequence[Judgement] = (),
    regression: Regression | None = None,
) -> tuple[Membership, ...]:
    embedder = FakeEmbedder()
    found = [passage for one in documents for passage in passages(one)]
    vectors = embedder.embed_passages([passage.meaning for passage in found])
    samples = embedder.embed_queries([text for one in topics for text in one.questions])
    return assign(topics, judgements, found, vectors, samples, regression)


def likely(memberships: Sequence[Membership], least: float = 0.5) -> set[tuple[str, Address]]:
    """Return what the machine thinks more likely than not."""
    machine = (one for one in memberships if one.by is Author.MACHINE)
    return {(one.topic, one.address) for one in machine if one.weight >= least}


def by_person(memberships: Sequence[Membership]) -> set[tuple[str, Address]]:
    return {(one.topic, one.address) for one in memberships if one.by is Author.PERSON}


def test_a_new_provision_gets_the_topics_of_its_counterparts() -> None:
    assert likely(assigned(KNOWN, NEW)) == {
        ("Khen thưởng", at("hue", 1)),
        ("Biểu quyết", at("hue", 5)),
    }


def test_what_persons_named_is_certain() -> None:
    found = assigned(KNOWN, NEW)

    assert by_person(found) == {(one.name, one.provisions[0]) for one in TOPICS}
    assert {one.weight for one in found if one.by is Author.PERSON} == {1.0}
    assert all(LEAST <= one.weight < 1 for one in found if one.by is Author.MACHINE)


def test_a_provision_that_topics_name_is_left_to_persons() -> None:
    twin = document({(1,): f"{VOTING}."}, id="hue")
    named = topic("Họp", "họp thôn", provisions=[at("hue", 1)])

    assert likely(assigned(KNOWN, twin)) == {("Biểu quyết", at("hue", 1))}
    assert not likely(assigned(KNOWN, twin, topics=(*TOPICS, named)), least=0)


def test_what_a_person_denied_is_not_assigned_again() -> None:
    no = Judgement("Biểu quyết", at("hue", 5), belongs=False)

    assert likely(assigned(KNOWN, NEW, judgements=[no])) == {("Khen thưởng", at("hue", 1))}


def test_what_a_person_confirmed_is_certain_and_the_rest_stays_open() -> None:
    yes = Judgement("Kinh phí", at("hue", 5), belongs=True)
    found = assigned(KNOWN, NEW, judgements=[yes])

    assert ("Kinh phí", at("hue", 5)) in by_person(found)
    assert ("Biểu quyết", at("hue", 5)) in likely(found)


def test_what_topics_name_can_be_denied() -> None:
    no = Judgement("Biểu quyết", at("lang-son", 1), belongs=False)

    assert not any(one.topic == "Biểu quyết" for one in assigned(KNOWN, judgements=[no]))


def test_preamble_and_signature_are_assigned_to_nothing() -> None:
    signed = document({(1,): f"{MONEY}."}, id="hue", closing=f"{REWARD}.")
    assert ("Khen thưởng", Address("hue", Part.CLOSING)) in likely(assigned(KNOWN, signed))

    units = [(one, Part.PREAMBLE) for one in signed.provisions[1:]]
    moved = [type(one)(Address("hue", part), "", one.text, 1, 1) for one, part in units]
    other = Resolution("hue", signed.head, signed.territory, signed.effect, tuple(moved))
    assert not likely(assigned(KNOWN, other), least=0)


def test_without_known_provisions_the_sample_questions_decide() -> None:
    alone = (topic("Biểu quyết", VOTING), topic("Kinh phí", MONEY), topic("Khen thưởng", REWARD))
    found = [one for one in assigned(NEW, topics=alone) if one.address == at("hue", 5)]

    assert max(found, key=lambda one: one.weight).topic == "Biểu quyết"


def test_a_provision_in_pieces_is_assigned_once() -> None:
    long = document({(1,): f"{VOTING}. " * (2 * LONGEST_PASSAGE // len(VOTING))}, id="hue")
    found = [(one.topic, one.address) for one in assigned(KNOWN, long)]

    assert len(found) == len(set(found))


def test_assigns_alike_every_time_and_in_any_company() -> None:
    alone = assigned(KNOWN, NEW)
    other = document({(1,): f"{MONEY} của xã."}, id="ca-mau")

    assert assigned(KNOWN, NEW) == alone
    assert likely(alone) <= likely(assigned(other, KNOWN, NEW))


def test_an_untaught_regression_says_one_half_of_everything() -> None:
    untaught = Regression(0.0, dict.fromkeys(FEATURES, 0.0))

    assert {one.weight for one in assigned(KNOWN, NEW, regression=untaught)} == {1.0, 0.5}


def test_what_was_learned_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "assignment.json"
    write_learned(learned(), path)

    assert learned(path) == learned()


@pytest.mark.parametrize("feature", ["asked", "answering", "counterpart", "heading"])
def test_more_in_common_makes_a_topic_more_likely(feature: str) -> None:
    features = np.full((1, 2, len(FEATURES)), 0.2)
    features[0, 1, FEATURES.index(feature)] = 0.9
    less, more = learned().probabilities(features)[0]

    assert more > less
