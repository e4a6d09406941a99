"""Every word that a person reads: whole, in Vietnamese, tidy."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jinja2 import UndefinedError

from bot.answer.acts import Act
from bot.answer.composing.compose import compose
from bot.answer.composing.wording import AnswerContents, word
from bot.answer.deciding.decision import Decision, Reason
from bot.answer.quoting.facts import HEADINGS, find_fact_in
from bot.answer.selection.evidence import Evidence
from bot.answer.selection.scope import Reach
from bot.answer.values import Fact, Measure, Status
from knowledge.law.findings import Finding, FindingKind
from knowledge.law.references.citation import Reference
from knowledge.law.resolution import Effect
from knowledge.matters.lists.outside import OutsideKind
from knowledge.validity.scope import scope_for
from prompts.render import TEMPLATES, render
from tests.support.answers.answers import (
    ON,
    evidence,
    hit,
    library,
    matter_hit,
    nowhere,
    reach,
    reading,
    the_place,
)
from tests.support.documents.builders import resolution
from tests.support.documents.documents import BUNDLED, CA_MAU, LANG_SON, at

LEAK = re.compile(
    r"[{}_<>]|\b(?:None|True|False|Fact|Reason|Undefined|[A-Za-z]*[fjwzFJWZ][a-z]*)\b"
)
"""Syntax, names of the code, and words that cannot be Vietnamese, which has no f, j, w, z."""
UNTIDY = re.compile(r"  |[ \t]$|^[ \t]| [.,;:?!]|\n{3}|[.;,:]{2}(?!\.)|\(\)|“”", re.MULTILINE)
FOUND = hit(at(CA_MAU, 2))
MATTER = matter_hit(OutsideKind.LAW).matter
SILENT = matter_hit(OutsideKind.LAW, ask="").matter
EARLY = Reach(None, (scope_for(None, date(2024, 1, 1), list(library().values())),))
HINTED = Reach(
    the_place("thành phố Hồ Chí Minh"),
    (scope_for(the_place("thành phố Hồ Chí Minh"), ON, list(library().values())),),
)


def assert_well_worded(text: str) -> None:
    __tracebackhide__ = True
    assert text.strip()
    assert not LEAK.findall(text)
    assert not UNTIDY.findall(text)


def worded(decision: Decision, given: Evidence) -> str:
    return word(decision, given, AnswerContents(compose(decision, given), 2))


def not_found(reason: Reason, **facts: Any) -> Decision:
    return Decision(Status.NOT_FOUND, reason, **facts)


@pytest.mark.parametrize(
    ("decision", "given"),
    [
        pytest.param(not_found(Reason.OTHER_DOCUMENT), evidence(FOUND), id="provision of a law"),
        pytest.param(
            not_found(Reason.UNKNOWN_DOCUMENT),
            evidence(read=reading(numbers=("55/2023/nq-hdnd",))),
            id="unknown document",
        ),
        pytest.param(
            not_found(Reason.UNKNOWN_DOCUMENT),
            evidence(read=reading(numbers=("55",)), within=nowhere()),
            id="unknown document, nothing else",
        ),
        pytest.param(
            not_found(Reason.OTHER_FIELD, matter=MATTER), evidence(FOUND), id="another field"
        ),
        pytest.param(
            not_found(Reason.OTHER_FIELD, matter=SILENT), evidence(), id="another field, nobody"
        ),
        pytest.param(not_found(Reason.NO_RESOLUTION), evidence(within=nowhere()), id="nowhere"),
        pytest.param(not_found(Reason.NO_RESOLUTION), evidence(within=EARLY), id="not yet"),
        pytest.param(not_found(Reason.NO_RESOLUTION), evidence(within=HINTED), id="a part"),
        pytest.param(
            not_found(Reason.UNKNOWN_PROVISION, reference=Reference(99, 1)),
            evidence(),
            id="unknown article",
        ),
        pytest.param(
            not_found(Reason.UNKNOWN_PROVISION, reference=Reference(1, 99)),
            evidence(),
            id="unknown clause",
        ),
        pytest.param(
            not_found(Reason.UNKNOWN_PROVISION, reference=Reference(None, 2, "a")),
            evidence(),
            id="no article",
        ),
        pytest.param(
            not_found(Reason.LEFT_TO_LAW, matter=MATTER), evidence(FOUND), id="left to the law"
        ),
        pytest.param(
            not_found(Reason.LEFT_TO_LAW, matter=SILENT), evidence(), id="left to the law, nobody"
        ),
        pytest.param(not_found(Reason.NOT_SEEN), evidence(FOUND), id="not seen"),
        pytest.param(not_found(Reason.NOT_SEEN), evidence(), id="not seen, nothing near"),
        pytest.param(not_found(Reason.SILENT), evidence(FOUND), id="silent"),
        pytest.param(
            not_found(Reason.UNCLEAR, topics=("Tiền ở đâu", "Ai thu")), evidence(), id="unclear"
        ),
        pytest.param(not_found(Reason.UNCLEAR), evidence(), id="unclear, nothing to offer"),
        pytest.param(not_found(Reason.NOTHING), evidence(), id="nothing"),
        pytest.param(
            Decision(Status.ANSWERED, Reason.PROVISION, (FOUND.address,)),
            evidence(FOUND),
            id="provision",
        ),
        pytest.param(
            Decision(Status.ANSWERED, Reason.LOOKUP, (at(LANG_SON, 2), at(CA_MAU, 1))),
            evidence(),
            id="lookup",
        ),
    ],
)
def test_every_reason_has_its_words(decision: Decision, given: Evidence) -> None:
    assert_well_worded(worded(decision, given))


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("fact", [fact for fact in Fact if fact not in HEADINGS])
def test_every_fact_has_its_words(name: str, fact: Fact) -> None:
    told = find_fact_in(library()[name], fact)
    decision = (
        Decision(Status.ANSWERED, Reason.FACT, (told.address,), fact)
        if told
        else not_found(Reason.FACT_MISSING, fact=fact)
    )
    text = worded(decision, evidence(within=reach(name)))

    assert_well_worded(text)
    assert (told.quote if told else "không ghi") in text


@pytest.mark.parametrize("measure", list(Measure))
def test_every_amount_has_its_words(measure: Measure) -> None:
    given = evidence(FOUND, read=reading(measure=measure))

    assert_well_worded(worded(not_found(Reason.NO_AMOUNT), given))


@pytest.mark.parametrize("act", list(Act))
def test_every_act_of_talk_has_its_words(act: Act) -> None:
    text = worded(Decision(Status.SMALL_TALK, Reason.SMALL_TALK, talk=act), evidence())
    vietnamese, _, english = text.partition("I answer")

    assert_well_worded(vietnamese.strip())
    assert bool(english) is (act is Act.OTHER_LANGUAGE)


def test_whoever_may_be_in_danger_reads_whom_to_call() -> None:
    text = worded(Decision(Status.SMALL_TALK, Reason.DANGER), evidence())

    assert_well_worded(text)
    assert all(number in text for number in ("113", "115", "111"))


@pytest.mark.parametrize(
    ("reason", "probability", "doubtful"),
    [
        pytest.param(Reason.PROVISION, 0.2, True, id="unlikely"),
        pytest.param(Reason.PROVISION, 0.8, False, id="likely"),
        pytest.param(Reason.LOOKUP, 0.2, False, id="looked up"),
    ],
)
def test_an_answer_says_that_it_is_unsure(
    reason: Reason, probability: float, doubtful: bool
) -> None:
    given = evidence(FOUND)
    given = replace(given, estimate=replace(given.estimate, first_is_right=probability))
    text = worded(Decision(Status.ANSWERED, reason, (FOUND.address,)), given)

    assert ("Tôi chưa chắc" in text) is doubtful
    assert_well_worded(text)


def test_a_template_that_lacks_a_fact_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render("answer/found/answered")


def test_what_is_quoted_is_not_changed_by_the_template() -> None:
    assert "a < b & c > d" in render("refusal/unknown_place", text="a < b & c > d")


@pytest.mark.parametrize(
    ("reason", "facts"),
    [
        pytest.param("empty", {}, id="empty"),
        pytest.param("too_long", {"length": 5000, "limit": 4096}, id="too long"),
        pytest.param("control_characters", {}, id="control characters"),
        pytest.param("markup", {}, id="markup"),
        pytest.param("no_words", {}, id="no words"),
        pytest.param("bad_date", {"text": "30/02/2026"}, id="bad date"),
        pytest.param("unknown_place", {"text": "đâu đó"}, id="unknown place"),
        pytest.param(
            "ambiguous_place",
            {"text": "xã A", "places": [the_place("tỉnh Cà Mau")] * 7},
            id="ambiguous place",
        ),
    ],
)
def test_every_refusal_is_one_line(reason: str, facts: dict[str, Any]) -> None:
    text = render(f"refusal/{reason}", **facts)

    assert_well_worded(text)
    assert len(text.splitlines()) == 1


def test_every_refusal_is_tried() -> None:
    assert len(list((TEMPLATES / "refusal").glob("*.j2"))) == 8


@pytest.mark.parametrize("fault", list(FindingKind))
@pytest.mark.parametrize("detail", ["", "2"], ids=["bare", "detailed"])
def test_every_fault_has_a_message_and_an_action(fault: FindingKind, detail: str) -> None:
    finding = Finding(fault, 1, "Điều 2", detail)
    message, action = (
        render("lint/message", finding=finding),
        render("lint/action", finding=finding),
    )

    assert message.endswith(".")
    assert action.endswith(".")
    assert not re.search(r"[{}_]|None|  ", message + action)


def test_a_fault_that_a_person_has_answered_says_what_they_said() -> None:
    finding = Finding(FindingKind.MISSING_NUMBER, 1, answered="Bản sao để trống.")

    assert render("lint/action", finding=finding).endswith("Bản sao để trống.")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        pytest.param(LANG_SON, "tỉnh Lạng Sơn.", id="as it was"),
        pytest.param(CA_MAU, "tỉnh Cà Mau cũ (địa bàn trước ngày 01/7/2025).", id="merged"),
        pytest.param(
            "binh-duong-2024",
            "tỉnh Bình Dương cũ (nay thuộc thành phố Hồ Chí Minh).",
            id="gone",
        ),
        pytest.param("kim-thanh-21-2026", "phường Kim Thanh, tỉnh Ninh Bình.", id="commune"),
    ],
)
def test_a_place_is_named_as_it_is_and_was(place: str, words: str) -> None:
    text = worded(not_found(Reason.SILENT), evidence(within=reach(place)))

    assert words.removesuffix(".") + " không quy định việc này." in text


def test_only_what_comes_near_nothing_is_said_not_to_be_decided() -> None:
    texts = {
        reason: worded(not_found(reason, matter=MATTER), evidence(FOUND))
        for reason in (Reason.NOT_SEEN, Reason.LEFT_TO_LAW)
    }

    assert all("không quy định" not in text and "chưa thấy" in text for text in texts.values())


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        pytest.param(
            date(2027, 1, 1), None, "chưa có hiệu lực: nghị quyết có hiệu lực", id="not yet"
        ),
        pytest.param(
            date(2024, 1, 1), date(2025, 1, 1), "đã hết hiệu lực: nghị quyết", id="expired"
        ),
    ],
)
def test_expired_and_future_documents_are_told_apart(
    since: date, until: date | None, words: str
) -> None:
    document = resolution(effect=Effect(since=since, until=until))
    within = Reach(None, (scope_for(None, ON, [document]),))

    assert words in worded(not_found(Reason.NO_RESOLUTION), evidence(within=within))
