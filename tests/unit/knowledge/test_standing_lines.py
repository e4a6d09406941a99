"""Whether plain answers still stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from knowledge.fingerprint import mark_of_words
from knowledge.library import SOURCES, read_library
from knowledge.resolution import Resolution
from knowledge.standing_lines import read_against, suspended
from knowledge.topic import TOPICS, PlainAnswer, read_topics
from tests.conversations import reworded, without
from tests.documents import at
from tests.provisions import document

FIRST, SECOND, LAW = at("lang-son", 1), at("lang-son", 2, 1), at("luat", 3)
NOW = document({(1,): "Biểu quyết.", (2,): "Họp.", (2, 1): "Giơ tay."})
ANSWER = PlainAnswer(
    basis=(FIRST, SECOND, LAW),
    short="Giơ tay.",
    marks=(*((one, mark_of_words(one, NOW)) for one in (FIRST, SECOND)), (LAW, "ab")),
    as_of=date(2026, 1, 1),
)


@pytest.mark.parametrize(
    ("library", "found"),
    [
        pytest.param({"lang-son": NOW}, (), id="the same words"),
        pytest.param(
            {"lang-son": document({(1,): "BIỂU quyết", (2, 1): "Giơ tay"})}, (), id="signs"
        ),
        pytest.param({"lang-son": reworded(NOW, SECOND)}, (SECOND,), id="other words"),
        pytest.param({"lang-son": without(NOW, FIRST)}, (FIRST,), id="gone"),
        pytest.param({}, (), id="no such document here"),
        pytest.param({"luat": document({(3,): "Luật."}, id="luat")}, (LAW,), id="another document"),
    ],
)
def test_a_line_is_suspended_by_what_changed(
    library: Mapping[str, Resolution], found: tuple[object, ...]
) -> None:
    assert suspended(ANSWER, library) == found


def test_what_stands_inside_a_provision_counts_with_it() -> None:
    whole = PlainAnswer(
        (at("lang-son", 2),), marks=((at("lang-son", 2), mark_of_words(at("lang-son", 2), NOW)),)
    )
    assert suspended(whole, {"lang-son": reworded(NOW, SECOND)})


def test_a_provision_without_a_mark_suspends_nothing() -> None:
    assert suspended(PlainAnswer((FIRST,)), {"lang-son": reworded(NOW, FIRST)}) == ()


def test_what_was_read_again_stands() -> None:
    day = date(2026, 11, 30)
    library = {"lang-son": without(reworded(NOW, FIRST), SECOND)}
    again = read_against(ANSWER, library, day)
    assert again
    assert (again.basis, again.as_of, again.short) == ((FIRST, LAW), day, "Giơ tay.")
    assert dict(again.marks)[LAW] == "ab"
    assert suspended(again, library) == ()


def test_nothing_to_rest_on_is_no_line() -> None:
    alone = PlainAnswer((FIRST,), marks=((FIRST, "ab"),))
    assert read_against(alone, {"lang-son": without(NOW, FIRST)}, date(2026, 1, 1)) is None


def test_every_bundled_line_stands_over_the_bundled_documents() -> None:
    library = {one.id: one for one in read_library(SOURCES)}
    answers = [one for topic in read_topics(TOPICS, ()) for one in topic.answers]
    assert [one.basis for one in answers if suspended(one, library)] == []
    assert all(one.marks for one in answers if one.short and one.document in library)
