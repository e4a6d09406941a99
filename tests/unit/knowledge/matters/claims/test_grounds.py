"""Plain answers held against their provisions."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge.law.fingerprint import mark_of_words
from knowledge.law.resolution import Resolution
from knowledge.library.library import SOURCES, read_library
from knowledge.matters.claims.grounds import changed_grounds, read_again, unfounded_claims
from knowledge.matters.thesaurus import read_thesaurus
from knowledge.matters.topic import TOPICS, PlainAnswer
from tests.support.answers.provisions import document
from tests.support.conversations.conversations import reworded, without
from tests.support.documents.documents import at

ROOT = Path(__file__).parents[5]
LAW = Path(os.environ.get("DANBIET_LAW", ROOT.parent / "shared" / "law"))
"""The texts of the law, which are no part of the project."""
TEXT = document({(2,): ("Họp thôn", ""), (2, 1): "Trưởng thôn báo trước ít nhất 02 ngày."})
LIBRARY = {TEXT.id: TEXT}
BASIS = at("lang-son", 2, 1)


@pytest.mark.parametrize(
    ("short", "claims"),
    [
        pytest.param("Trưởng thôn báo trước ít nhất hai ngày.", 0, id="as it stands"),
        pytest.param("Báo trước ít nhất 3 ngày.", 1, id="another number"),
        pytest.param("Công an báo trước ít nhất hai ngày.", 1, id="another body"),
        pytest.param("", 0, id="no words"),
    ],
)
def test_what_stands_in_no_provision_is_a_claim(short: str, claims: int) -> None:
    assert len(unfounded_claims(PlainAnswer((BASIS,), short), LIBRARY)) == claims


def test_nothing_is_said_of_a_document_that_is_not_here() -> None:
    answer = PlainAnswer((BASIS,), "Báo trước 3 ngày.", marks=((BASIS, "ab"),))

    assert unfounded_claims(answer, {}) == ()
    assert changed_grounds(answer, {}) == ()


def test_a_provision_that_says_something_else_is_told() -> None:
    answer = PlainAnswer((BASIS,), "Hai ngày.", marks=((BASIS, mark_of_words(BASIS, TEXT)),))
    punctuated = document({(2, 1): "trưởng thôn báo trước, ít nhất 02 ngày"})
    longer = document({(2, 1): "Trưởng thôn báo trước ít nhất 05 ngày."})
    shorter = document({(2,): "Họp thôn"})

    assert changed_grounds(answer, LIBRARY) == ()
    assert changed_grounds(answer, {punctuated.id: punctuated}) == ()
    assert changed_grounds(answer, {longer.id: longer}) == (BASIS,)
    assert changed_grounds(answer, {shorter.id: shorter}) == (BASIS,)


def test_what_stands_inside_a_provision_counts_with_it() -> None:
    whole = at("lang-son", 2)
    answer = PlainAnswer((whole,), "Hai ngày.", marks=((whole, mark_of_words(whole, TEXT)),))

    assert changed_grounds(answer, {TEXT.id: reworded(TEXT, BASIS)}) == (whole,)


def test_a_provision_without_a_mark_changes_nothing() -> None:
    assert changed_grounds(PlainAnswer((BASIS,)), {TEXT.id: reworded(TEXT, BASIS)}) == ()


def test_an_answer_that_is_read_again_rests_on_what_stands_there_now() -> None:
    whole, day = at("lang-son", 2), date(2026, 11, 30)
    marks = tuple((one, mark_of_words(one, TEXT)) for one in (whole, BASIS))
    answer = PlainAnswer((whole, BASIS), "Hai ngày.", marks=marks)
    library = {TEXT.id: without(reworded(TEXT, whole), BASIS)}
    again = read_again(answer, library, day)

    assert again
    assert (again.basis, again.short, again.as_of) == ((whole,), "Hai ngày.", day)
    assert changed_grounds(again, library) == ()


def test_an_answer_that_has_nothing_left_to_rest_on_is_none() -> None:
    gone = PlainAnswer((at("lang-son", 9),), "Có.")

    assert read_again(gone, LIBRARY, date(2026, 11, 30)) is None


def test_an_answer_on_a_document_that_is_not_here_rests_as_before() -> None:
    answer = PlainAnswer((BASIS,), "Hai ngày.", marks=((BASIS, "ab"),))
    day = date(2026, 11, 30)

    assert read_again(answer, {}, day) == replace(answer, as_of=day)


def check_all(library: tuple[Resolution, ...], fewest: int) -> None:
    documents = {one.id: one for one in library}
    topics = read_thesaurus(TOPICS, library).topics
    answers = [one for topic in topics for one in topic.answers if one.short]
    read = [one for one in answers if one.document in documents]

    assert len(read) >= fewest
    assert [(one.short, unfounded_claims(one, documents)) for one in read] == [
        (one.short, ()) for one in read
    ]
    assert [one.basis for one in read if changed_grounds(one, documents)] == []


def test_every_plain_answer_on_the_resolutions_stands_in_them() -> None:
    check_all(read_library(SOURCES), 400)


@pytest.mark.skipif(not LAW.is_dir(), reason="the texts of the law are no part of the project")
def test_every_plain_answer_on_the_law_stands_in_it() -> None:
    check_all((*read_library(SOURCES), *read_library(LAW)), 750)
