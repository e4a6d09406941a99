"""What is asked before a document changes, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bot.answer.answerer import Answerer
from bot.publishing.rehearsing.trials import OpenQuestion, Trial, own_trials, touched_by, trials
from knowledge.gazetteer.places import Place
from knowledge.law.resolution import Effect, Resolution, Territory
from knowledge.matters.topic import Topic
from tests.support.answers.answers import ON, FakeSearcher, as_found, gazetteer, library
from tests.support.console.standards import item
from tests.support.documents.builders import resolution
from tests.support.documents.documents import CLEAN, LANG_SON, at, parsed
from tests.support.language.language import speller

NATIONAL = replace(resolution("luat"), territory=Territory(None, nationwide=True))
AN_GIANG = replace(resolution("an-giang"), territory=Territory("tỉnh An Giang"))
TOPICS = tuple(Topic(name, (), (), (f"{name}?", "Khác?")) for name in ("Tiền", "Đường", "Loa"))
INNER = Topic("Hẹp", (), (), ("Hẹp?",), within="Tiền")
NEW = parsed(CLEAN).resolution


def over(*documents: Resolution) -> Answerer:
    """Return what answers from the bundled documents and from `documents`."""
    known = {**library(), **{one.id: one for one in documents}}
    return Answerer(known, FakeSearcher(), gazetteer(), speller(), fit=as_found)


@pytest.mark.parametrize(
    ("documents", "places"),
    [
        pytest.param([AN_GIANG], ["tỉnh An Giang"] * 3, id="its place"),
        pytest.param(
            [replace(AN_GIANG, territory=Territory("tỉnh An Giang", "xã Mỹ Đức"))],
            ["xã Mỹ Đức, tỉnh An Giang"] * 3,
            id="its commune",
        ),
        pytest.param(
            [AN_GIANG, resolution()],
            ["tỉnh An Giang"] * 3 + ["tỉnh Lạng Sơn"] * 3,
            id="the places of both versions",
        ),
        pytest.param(
            [NATIONAL],
            ["tỉnh An Giang", "tỉnh Lạng Sơn", "tỉnh An Giang"],
            id="the whole country",
        ),
    ],
)
def test_of_each_topic_one_question_is_asked(
    documents: Sequence[Resolution], places: list[str]
) -> None:
    found = trials((), (*TOPICS, INNER), documents, [AN_GIANG, resolution(), NATIONAL])
    assert [one.place for one in found] == places
    questions = ["Tiền?", "Đường?", "Loa?"]
    assert [one.question for one in found] == questions * (len(places) // 3)


def test_a_question_of_a_set_and_of_a_topic_is_asked_once() -> None:
    gold = item("a", "Tiền?", at(LANG_SON, 5), place="tỉnh Lạng Sơn")
    found = trials([gold], TOPICS[:1], [resolution()], [])
    assert found == (Trial("Tiền?", "tỉnh Lạng Sơn", gold),)


def test_without_any_place_questions_are_asked_without() -> None:
    found = trials((), TOPICS[:1], [NATIONAL], [NATIONAL])
    assert found == (Trial("Tiền?", None),)


@pytest.mark.parametrize(
    ("place", "documents", "asked"),
    [
        pytest.param(Place("tỉnh Lạng Sơn"), [resolution()], "tỉnh Lạng Sơn", id="its place"),
        pytest.param(
            Place("tỉnh Lạng Sơn", "xã Thiện Tân"),
            [resolution()],
            "xã Thiện Tân, tỉnh Lạng Sơn",
            id="a commune in it",
        ),
        pytest.param(Place("tỉnh Lạng Sơn"), [AN_GIANG], None, id="another place"),
        pytest.param(
            Place("tỉnh Lạng Sơn"), [AN_GIANG, resolution()], "tỉnh Lạng Sơn", id="a version's"
        ),
        pytest.param(None, [resolution()], None, id="no place"),
    ],
)
def test_what_residents_wait_for_is_asked_where_the_document_applies(
    place: Place | None, documents: Sequence[Resolution], asked: str | None
) -> None:
    documents = [replace(one, provisions=()) for one in documents]
    adopted = Effect(passed_on=date(2025, 8, 1), since=date(2025, 8, 1))
    documents = [replace(one, effect=adopted) for one in documents]
    found = trials((), (), documents, [], [OpenQuestion(7, "Loa hỏng?", place)])
    assert found == ((Trial("Loa hỏng?", asked, case=7),) if asked else ())


def test_what_binds_everyone_is_asked_of_those_without_a_place() -> None:
    (trial,) = trials((), (), [NATIONAL], [], [OpenQuestion(7, "Loa hỏng?", None)])
    assert (trial.place, trial.case) == (None, 7)


@pytest.mark.parametrize(
    ("effect", "on"),
    [
        pytest.param(Effect(since=date(2025, 7, 20)), ON, id="in force"),
        pytest.param(Effect(since=date(2027, 1, 1)), date(2027, 1, 1), id="not yet"),
        pytest.param(Effect(passed_on=date(2027, 2, 1)), date(2027, 2, 1), id="not passed yet"),
        pytest.param(Effect(), ON, id="nobody says since when"),
        pytest.param(Effect(since=date(2025, 1, 1), until=date(2026, 1, 1)), None, id="over"),
    ],
)
def test_its_own_words_are_asked_about_on_a_day_on_which_it_is_in_force(
    effect: Effect, on: date | None
) -> None:
    asked = own_trials(replace(NEW, effect=effect), None, over(), ON)
    assert {one.on for one in asked} == ({on} if on else set())


def test_its_own_words_are_asked_about_in_its_place() -> None:
    asked = own_trials(NEW, None, over(), ON)
    assert {one.place for one in asked} == {"tỉnh An Giang"}
    assert {one.provision.resolution for one in asked if one.provision} == {NEW.id}
    assert len(asked) == len({one.provision for one in asked}) > 10


def test_a_law_is_asked_about_where_nothing_nearer_decides() -> None:
    law = replace(NEW, territory=Territory(None, nationwide=True))
    taken = {one.territory.province for one in library().values()} | {"thành phố Hồ Chí Minh"}
    (place,) = {one.place for one in own_trials(law, None, over(law), ON)}
    assert place not in taken
    assert gazetteer().parse(place or "")


def test_of_a_new_version_the_changes_are_asked_about_and_all_where_it_applies_elsewhere() -> None:
    assert own_trials(NEW, NEW, over(), ON) == ()
    moved = replace(NEW, territory=Territory("tỉnh Cà Mau"))
    assert len(own_trials(moved, NEW, over(), ON)) == len(own_trials(NEW, None, over(), ON))


@pytest.mark.parametrize(
    ("document", "touched"),
    [
        pytest.param(AN_GIANG, {"an-giang", "luat"}, id="a province"),
        pytest.param(NATIONAL, {"an-giang", "luat", "lang-son"}, id="the whole country"),
    ],
)
def test_documents_touch_those_of_their_province(document: Resolution, touched: set[str]) -> None:
    assert touched_by([document], [AN_GIANG, NATIONAL, resolution()]) == touched
