"""The form on which a person states facts and answers faults of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from starlette.datastructures import FormData

from bot.console.library.intake.faults import Faults, IntakeFault
from knowledge.gazetteer.mergers import PROVINCES
from knowledge.gazetteer.spelling import solid
from knowledge.language.text import normalise
from knowledge.law.findings import SEVERITIES, Finding, Severity
from knowledge.library.intake.prospect import Prospect
from knowledge.parsing.corrections import (
    DAYS,
    FACTS,
    Correction,
    facts_of,
    parse_corrections,
    with_statements,
)
from knowledge.parsing.lint import FACT_OF

VALUE, REASON, ANSWER = "gt-", "ld-", "tl-"
"""The first letters of fields' names: the value of a fact, its reason, the answer to a fault."""
_LONGEST = 1000
_YEARS = range(1945, 2200)
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_PROVINCES = {solid(name): name for name in PROVINCES}
"""The names of provinces of today and of before, however they are spelled."""


@dataclass(frozen=True, slots=True)
class FactSheet:
    """The fields: values and reasons by fact, answers by the code of a fault.

    `before` tells the corrections that stood beside the draft when the page was shown.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    found_at: str = ""
    before: str = ""

    @classmethod
    def of(cls, candidate: Prospect, before: str) -> FactSheet:
        """Return the form filled with what is kept."""
        stated = parse_corrections(candidate.corrections, candidate.file)
        facts = facts_of(candidate.document)
        return cls(
            values={
                name: as_typed(facts[name]) or proposed(candidate, name)
                for name in shown_facts(candidate)
            },
            reasons={name: stated.reasons.get(name, "") for name in shown_facts(candidate)},
            answers={code(finding): finding.answered for finding in to_answer(candidate)},
            found_at=stated.found_at,
            before=before,
        )

    @classmethod
    def sent(cls, form: FormData) -> FactSheet:
        """Return the form as somebody has sent it."""
        typed = {name: text for name, text in form.items() if isinstance(text, str)}
        return cls(
            values=_those(typed, VALUE),
            reasons=_those(typed, REASON),
            answers=_those(typed, ANSWER),
            found_at=typed.get("nguon", ""),
            before=typed.get("truoc", ""),
        )

    def corrections(self, candidate: Prospect) -> tuple[bytes, Faults]:
        """Return the corrections file of `candidate` with this form's facts, and its faults."""
        statements, faults = self._statements(candidate)
        questions = {code(finding): finding for finding in to_answer(candidate)}
        answers = {key: normalise(self.answers[key]) for key in questions if key in self.answers}
        found_at = normalise(self.found_at)
        faults |= {
            f"{ANSWER}{key}": IntakeFault.LONG for key, said in answers.items() if _is_long(said)
        }
        if _is_long(found_at):
            faults["nguon"] = IntakeFault.LONG
        given = [(questions[key], said) for key, said in answers.items()]
        return with_statements(candidate.corrections, statements, given, found_at), faults

    def _statements(self, candidate: Prospect) -> tuple[dict[str, Correction | None], Faults]:
        copied = _unstated(candidate)
        statements: dict[str, Correction | None] = {}
        faults: Faults = {}
        for name in shown_facts(candidate):
            if name not in self.values:
                continue
            copy, reason = copied[name], normalise(self.reasons.get(name, ""))
            try:
                value = _value(name, self.values[name], copy)
            except _Wrong as wrong:
                faults[f"{VALUE}{name}"] = wrong.fault
                continue
            if _is_long(reason):
                faults[f"{REASON}{name}"] = IntakeFault.LONG
            elif value != copy and not reason:
                faults[f"{REASON}{name}"] = IntakeFault.REASON
            statements[name] = Correction(reason, value) if reason else None
        return statements, faults | _out_of_order(statements, copied)


class _Wrong(Exception):
    def __init__(self, fault: IntakeFault) -> None:
        self.fault = fault


def shown_facts(candidate: Prospect) -> tuple[str, ...]:
    """Return the facts that can be stated; a document of the whole country has no place."""
    where = {"commune", "province"} if candidate.document.territory.nationwide else set()
    return tuple(name for name in FACTS if name not in where)


def proposed(candidate: Prospect, name: str) -> str:
    """Return the likeliest value of a fact that the copy lacks, "" for none."""
    guesses = proposed_provinces(candidate) if name == "province" else ()
    return guesses[0] if len(guesses) == 1 else ""


def proposed_provinces(candidate: Prospect) -> tuple[str, ...]:
    """Return the provinces in which the commune of a document may lie, the likeliest first."""
    guessed = candidate.placeless.detail if candidate.placeless else ""
    return tuple(name for name in guessed.split(", ") if name)


def to_answer(candidate: Prospect) -> tuple[Finding, ...]:
    """Return the serious faults that a reason answers, each once; others a fact answers."""
    serious = {
        code(finding): finding
        for finding in reversed(candidate.findings)
        if SEVERITIES[finding.fault] is Severity.ERROR and finding.fault not in FACT_OF
    }
    return tuple(reversed(serious.values()))


def code(finding: Finding) -> str:
    """Return the code of a fault in the names of fields."""
    return sha256(f"{finding.fault.value}\n{finding.excerpt}".encode()).hexdigest()[:16]


def as_typed(value: str | date | None) -> str:
    """Return a fact as a field of the form holds it."""
    return value.isoformat() if isinstance(value, date) else value or ""


def changed(before: Prospect, after: bytes) -> Iterator[str]:
    """Yield the names of facts that `after` corrects otherwise than `before`."""
    old = parse_corrections(before.corrections, before.file)
    new = parse_corrections(after, before.file)
    for name in FACTS:
        if (old.values.get(name), old.reasons.get(name)) != (
            new.values.get(name),
            new.reasons.get(name),
        ):
            yield name
    if old.answers != new.answers:
        yield "answered"
    if old.found_at != new.found_at:
        yield "found_at"


def _unstated(candidate: Prospect) -> dict[str, str | date | None]:
    """Return the facts without the stated ones, but with all that follows from these."""
    stated = parse_corrections(candidate.corrections, candidate.file).reasons
    known, copied = facts_of(candidate.document), facts_of(candidate.copy)
    return {name: (copied if name in stated else known)[name] for name in known}


def _value(name: str, typed: str, copy: str | date | None) -> str | date | None:
    text = normalise(typed)
    if not text:
        return None
    if name in DAYS:
        return _day(text)
    if text == normalise(as_typed(copy)):
        return copy
    if _is_long(text):
        raise _Wrong(IntakeFault.LONG)
    if name != "province":
        return text
    if solid(text) not in _PROVINCES:
        raise _Wrong(IntakeFault.PROVINCE)
    return _PROVINCES[solid(text)]


def _day(text: str) -> date:
    match = _DAY.fullmatch(text)
    numbers = [int(part) for part in match.groups() if part] if match else []
    try:
        year, month, day = numbers if match and match[1] else reversed(numbers)
        typed = date(year, month, day)
    except ValueError:
        raise _Wrong(IntakeFault.DAY) from None
    if typed.year not in _YEARS:
        raise _Wrong(IntakeFault.DAY)
    return typed


def _out_of_order(
    statements: Mapping[str, Correction | None], copied: Mapping[str, str | date | None]
) -> Faults:
    """Return the fault of a document that ends before it begins."""

    def day(name: str) -> str | date | None:
        stated = statements.get(name)
        return stated.value if stated else copied[name]

    since, until = day("in_force_since"), day("in_force_until")
    wrong = isinstance(since, date) and isinstance(until, date) and until < since
    return {f"{VALUE}in_force_until": IntakeFault.ENDS} if wrong else {}


def _those(typed: Mapping[str, str], beginning: str) -> dict[str, str]:
    return {
        name.removeprefix(beginning): text
        for name, text in typed.items()
        if name.startswith(beginning)
    }


def _is_long(text: str) -> bool:
    return len(text) > _LONGEST
