"""From a candidate to the version that serves, without pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.publishing.materials import Materials
from bot.publishing.publisher import NotPrepared, Publisher
from bot.publishing.rehearsing.change import ChangeGroup, ChangeVerdict
from bot.publishing.rehearsing.own_questions import own_questions
from bot.publishing.rehearsing.trials import OpenQuestion
from bot.publishing.turn import Busy, ServingChange, turn
from index.embedding.embedder import silent
from index.errors import BuildError
from index.versions.candidate import candidate_at
from index.versions.folders import UnknownVersion
from knowledge.law.resolution import Resolution
from knowledge.library.intake.history import history_of
from knowledge.library.intake.placing import AdditionLost, put
from knowledge.library.intake.prospect import Prospect
from knowledge.matters.thesaurus import Thesaurus
from tests.support.answers.answers import ON, the_place
from tests.support.answers.publishing import ID, LOOK_UP, NEWER, NOW, SHIPPED, Hall
from tests.support.answers.topics import topic
from tests.support.console.console import ADMIN
from tests.support.documents.documents import CLEAN, at

KEY = "0123456789ab"


TOPICS = (
    topic("Niêm yết", provisions=[at(SHIPPED, 2, 1, "a")]),
    topic("Xăng xe", "Đổ xăng đi đâu?"),
)


class _WithTopics(Materials):
    """Two things are asked, of which the documents speak of one."""

    def thesaurus(self, documents: Sequence[Resolution]) -> Thesaurus:  # noqa: ARG002 - as Materials
        return Thesaurus(TOPICS)


def prepared(hall: Hall, text: str = CLEAN) -> Prospect:
    candidate = hall.candidate(hall.checked(text))
    hall.publisher.prepare(KEY, candidate, silent)
    return candidate


def state(hall: Hall) -> tuple[str, set[str], set[str]]:
    return hall.serving, hall.documents, hall.on_shelves


def test_what_is_prepared_serves_nobody_yet(hall: Hall) -> None:
    candidate = prepared(hall)
    assert hall.publisher.is_prepared(KEY, candidate)
    assert state(hall) == ("1", {SHIPPED}, {SHIPPED})


def test_what_is_published_serves_as_it_was_tried(hall: Hall) -> None:
    candidate = prepared(hall)
    embedded = len(hall.publisher.embedder.embedded)  # type: ignore[attr-defined]
    assert hall.publisher.publish(KEY, candidate, (), ADMIN, NOW) == "2"
    assert state(hall) == ("2", {ID, SHIPPED}, {ID, SHIPPED})
    assert len(hall.publisher.embedder.embedded) == embedded  # type: ignore[attr-defined]
    assert hall.publisher.is_current()


def test_a_rehearsal_asks_the_questions_of_all_sets(hall: Hall) -> None:
    serving = hall.editions.current().answerer
    rehearsal = hall.publisher.rehearse(KEY, prepared(hall), serving, ON, silent)
    (change,) = [one for one in rehearsal.changes if one.question == LOOK_UP]
    assert (change.group, change.verdict) == (ChangeGroup.NEW, ChangeVerdict.BETTER)
    assert change.before
    assert (change.before.is_right, change.after.is_right) == (False, True)
    assert rehearsal.asked - rehearsal.own == 1


def test_a_rehearsal_asks_what_the_document_says(hall: Hall) -> None:
    serving = hall.editions.current().answerer
    candidate = prepared(hall)
    rehearsal = hall.publisher.rehearse(KEY, candidate, serving, ON, silent)
    assert rehearsal.own == len(own_questions(candidate.document, None))
    said = {one.provision for one in rehearsal.changes if one.before is None}
    assert said <= {unit.address for unit in candidate.document.provisions}


def test_of_a_new_version_only_what_is_new_in_it_is_asked(hall: Hall) -> None:
    hall.publish(CLEAN)
    serving = hall.editions.current().answerer
    rehearsal = hall.publisher.rehearse(KEY, prepared(hall, NEWER), serving, ON, silent)
    assert rehearsal.own == 1


def test_a_rehearsal_asks_what_residents_wait_for(hall: Hall) -> None:
    waiting = OpenQuestion(7, LOOK_UP, the_place("tỉnh An Giang"))
    far = OpenQuestion(8, LOOK_UP, the_place("tỉnh Lạng Sơn"))
    hall.items.clear()
    publisher = replace(hall.publisher, waiting=lambda: (waiting, far))
    serving = hall.editions.current().answerer
    rehearsal = publisher.rehearse(KEY, prepared(hall), serving, ON, silent)
    assert (rehearsal.waiting, rehearsal.news) == (1, 1)
    assert [one.case for one in rehearsal.changes if one.is_news] == [7]


def test_of_topics_those_are_asked_that_something_there_speaks_of(hall: Hall) -> None:
    made = hall.publisher.materials
    materials = _WithTopics(made.shelves, made.topics, made.samples, made.matters)
    hall.publisher = replace(hall.publisher, materials=materials)
    hall.publisher.update(silent)
    hall.editions.refresh()
    hall.items.clear()
    serving = hall.editions.current().answerer
    rehearsal = hall.publisher.rehearse(KEY, prepared(hall), serving, ON, silent)
    assert rehearsal.asked - rehearsal.own == 1


def test_a_rehearsal_tells_which_matters_the_document_speaks_of(hall: Hall) -> None:
    made = hall.publisher.materials
    materials = _WithTopics(made.shelves, made.topics, made.samples, made.matters)
    hall.publisher = replace(hall.publisher, materials=materials)
    serving = hall.editions.current().answerer
    revised = hall.candidate(hall.checked(CLEAN.replace("12/2025", "14/2025")))
    hall.publisher.prepare(KEY, revised, silent)
    assert hall.publisher.matters(KEY, revised) == ("Niêm yết",)
    assert hall.publisher.rehearse(KEY, revised, serving, ON, silent).matters == ("Niêm yết",)


def test_a_candidate_that_changed_is_not_prepared(hall: Hall) -> None:
    prepared(hall)
    other = hall.candidate(hall.checked(NEWER))
    assert not hall.publisher.is_prepared(KEY, other)
    with pytest.raises(NotPrepared):
        hall.publisher.publish(KEY, other, (), ADMIN, NOW)
    assert state(hall) == ("1", {SHIPPED}, {SHIPPED})


def test_a_library_that_changed_has_to_be_tried_again(hall: Hall) -> None:
    candidate = prepared(hall)
    hall.publish(CLEAN.replace("12/2025", "16/2025"))
    with pytest.raises(NotPrepared, match="Kho văn bản đã thay đổi"):
        hall.publisher.publish(KEY, candidate, (), ADMIN, NOW)
    assert ID not in hall.on_shelves


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda one, it: one.publish(KEY, it, (), ADMIN, NOW), id="publishing"),
        pytest.param(lambda one, _: one.update(silent, ADMIN), id="updating"),
        pytest.param(lambda one, _: one.roll_back("1", ADMIN), id="rolling back"),
    ],
)
def test_who_comes_second_is_told_and_changes_nothing(
    hall: Hall, change: Callable[[Publisher, Prospect], str]
) -> None:
    candidate = prepared(hall)
    with (
        turn(hall.publisher.folder, "chị Hoa", ServingChange.PUBLISHING),
        pytest.raises(Busy, match="chị Hoa"),
    ):
        change(hall.publisher, candidate)
    assert state(hall) == ("1", {SHIPPED}, {SHIPPED})
    assert hall.publisher.publish(KEY, candidate, (), ADMIN, NOW) == "2"


def test_a_library_that_cannot_be_written_stays_as_it_is(hall: Hall) -> None:
    candidate, added = prepared(hall), hall.publisher.materials.shelves.added
    added.write_bytes(b"in the way")
    with pytest.raises(AdditionLost):
        hall.publisher.publish(KEY, candidate, (), ADMIN, NOW)
    added.unlink()
    assert state(hall) == ("1", {SHIPPED}, {SHIPPED})
    assert history_of(ID, hall.publisher.materials.shelves) == ()


def test_an_index_that_cannot_be_written_is_told(hall: Hall, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"")
    publisher = replace(hall.publisher, folder=blocked)
    with pytest.raises(BuildError):
        publisher.update(silent)


def test_a_publishing_that_was_cut_short_is_made_good_by_an_update(hall: Hall) -> None:
    put(prepared(hall), hall.publisher.materials.shelves, (), NOW)
    assert not hall.publisher.is_current()
    hall.publisher.update(silent)
    assert state(hall) == ("2", {ID, SHIPPED}, {ID, SHIPPED})


def test_publishing_leaves_what_was_rolled_back_to(hall: Hall) -> None:
    hall.publish(CLEAN)
    assert hall.publisher.roll_back() == "1"
    assert hall.publisher.is_held()
    candidate = prepared(hall, NEWER)
    hall.publisher.publish(KEY, candidate, (), ADMIN, NOW)
    assert not hall.publisher.is_held()
    assert hall.documents == {ID, SHIPPED}
    with pytest.raises(UnknownVersion):
        hall.publisher.roll_back("99")


def test_what_is_forgotten_is_gone(hall: Hall) -> None:
    candidate = prepared(hall)
    hall.publisher.forget(KEY)
    hall.publisher.forget(KEY)
    assert not candidate_at(hall.publisher.folder, KEY).exists()
    assert not hall.publisher.is_prepared(KEY, candidate)
