"""The statements of a person about a copy: a TOML file beside the source, `<id>.corrections.toml`.

Each table is named for a fact that the copy lacks or gets wrong. It holds a `reason` and, where the
fact is known, its `value`; without a value the person confirms that the copy does not say it. Each
`[[answered]]` tells by its `reason` why a fault of the copy may stay: the `fault` with that
`excerpt`. `found_at` is the address at which the document was found. The text of the provisions is
never corrected here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import tomlkit
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from tomlkit.exceptions import TOMLKitError

from knowledge.errors import DanBietError
from knowledge.law.findings import Finding, FindingKind
from knowledge.law.resolution import Resolution
from knowledge.parsing.head.issuers import bound_by

SUFFIX = ".corrections.toml"
_Reason = Annotated[str, Field(min_length=1)]


class BadCorrections(DanBietError):
    """A corrections file that does not say what such a file can say."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


class _Correction(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    reason: _Reason


class _Words(_Correction):
    value: str | None = None


class _Day(_Correction):
    value: date | None = None


class _Answer(_Correction):
    fault: FindingKind
    excerpt: str = ""


class _File(BaseModel):
    """The facts that a person can state."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    found_at: str = ""
    answered: tuple[_Answer, ...] = ()
    number: _Words | None = None
    title: _Words | None = None
    issuer: _Words | None = None
    commune: _Words | None = None
    province: _Words | None = None
    signer: _Words | None = None
    issued_on: _Day | None = None
    passed_on: _Day | None = None
    in_force_since: _Day | None = None
    in_force_until: _Day | None = None


FACTS = tuple(name for name in _File.model_fields if name not in {"found_at", "answered"})
"""The names of the facts that a person can state."""
DAYS = frozenset({"issued_on", "passed_on", "in_force_since", "in_force_until"})
"""Those of them that are dates."""
_HEAD = ("number", "title", "issuer", "issued_on")
_EFFECT = {"passed_on": "passed_on", "in_force_since": "since", "in_force_until": "until"}
_TERRITORY = ("commune", "province")
_UNSAID: dict[str, str] = {"title": "", "issuer": "", "signer": ""}
"""The value of a fact that the copy does not say; None for all others."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's statement of a fact, and why; no `value` means that the copy does not say it."""

    reason: str
    value: str | date | None = None


@dataclass(frozen=True, slots=True)
class Corrections:
    """The content of a corrections file: `values` to set, `reasons` given for each fact.

    `answers` are the reasons for which faults may stay, by fault and excerpt.
    """

    values: dict[str, Any]
    reasons: dict[str, str]
    answers: Mapping[tuple[FindingKind, str], str] = field(default_factory=dict)
    found_at: str = ""

    def answer_to(self, finding: Finding) -> str:
        """Return the reason for which a fault may stay, "" where nobody gave one."""
        return self.answers.get((finding.fault, finding.excerpt), "")

    def apply(self, resolution: Resolution) -> Resolution:
        """Return `resolution` with the stated facts in the place of what the copy says.

        A fact that a person says to be missing is missing, whatever was read.
        """
        unsaid: dict[str, Any] = {name: _UNSAID.get(name) for name in self.reasons}
        facts = unsaid | self.values
        head = {key: facts[key] for key in _HEAD if key in facts}
        effect = {key: facts[name] for name, key in _EFFECT.items() if name in facts}
        where = {key: facts[key] for key in _TERRITORY if key in facts}
        issuer, bound = self.values.get("issuer"), resolution.territory
        if issuer and not resolution.head.issuer:  # the copy tells nobody, so it tells no territory
            bound = bound_by(issuer)
        return replace(
            resolution,
            head=replace(resolution.head, **head),
            effect=replace(resolution.effect, **effect),
            territory=replace(bound, **where),
            signer=facts.get("signer", resolution.signer),
        )


def facts_of(resolution: Resolution) -> dict[str, str | date | None]:
    """Return every fact that a person can state as `resolution` has it, None where it has none."""
    head, effect, where = resolution.head, resolution.effect, resolution.territory
    facts = {
        **{key: getattr(head, key) for key in _HEAD},
        **{name: getattr(effect, key) for name, key in _EFFECT.items()},
        **{key: getattr(where, key) for key in _TERRITORY},
        "signer": resolution.signer,
    }
    return {name: facts[name] or None for name in FACTS}


def corrections_path(source: Path) -> Path:
    """Return where the corrections of the file `source` stand, whether or not they exist."""
    return source.with_name(source.stem + SUFFIX)


def read_corrections(source: Path) -> Corrections:
    """Return the corrections beside `source`; none where there is no such file.

    Raises:
        BadCorrections: the file cannot be read, is no TOML, or states something unknown.
    """
    path = corrections_path(source)
    try:
        return parse_corrections(path.read_bytes(), path)
    except FileNotFoundError:
        return Corrections({}, {})
    except OSError as error:
        raise BadCorrections(path, str(error)) from error


def parse_corrections(content: bytes, path: Path) -> Corrections:
    """Return what the corrections file `content` says; raise BadCorrections, which names `path`."""
    try:
        stated = _File.model_validate(_parsed(content).unwrap())
    except (UnicodeDecodeError, TOMLKitError) as error:
        raise BadCorrections(path, str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadCorrections(path, f"{where}: {first['msg']}") from error
    given = {name: fact for name in FACTS if (fact := getattr(stated, name)) is not None}
    return Corrections(
        values={name: fact.value for name, fact in given.items() if fact.value is not None},
        reasons={name: fact.reason for name, fact in given.items()},
        answers={(answer.fault, answer.excerpt): answer.reason for answer in stated.answered},
        found_at=stated.found_at,
    )


def with_statements(
    content: bytes,
    facts: Mapping[str, Correction | None],
    answers: Iterable[tuple[Finding, str]] = (),
    found_at: str | None = None,
) -> bytes:
    """Return the corrections file `content` with other statements; the rest of it stays as it is.

    A fact for which there is None is not stated any more, nor is an answer with no reason; without
    `found_at` the address stays.
    """
    statements = _parsed(content)
    if found_at is not None:
        statements.pop("found_at", None)
        if found_at:
            statements["found_at"] = found_at
    for name, statement in facts.items():
        statements.pop(name, None)
        if statement is not None:
            statements[name] = _table(value=statement.value, reason=statement.reason)
    _answer(statements, answers)
    return tomlkit.dumps(statements).encode()


def _parsed(content: bytes) -> tomlkit.TOMLDocument:
    """Return the TOML in `content`, without the mark that editors of Windows begin a file with."""
    return tomlkit.parse(content.decode("utf-8-sig"))


def _answer(statements: tomlkit.TOMLDocument, answers: Iterable[tuple[Finding, str]]) -> None:
    known = {
        (answer["fault"], answer.get("excerpt", "")): answer
        for answer in statements.pop("answered", [])
    }
    for finding, reason in answers:
        key = (finding.fault.value, finding.excerpt)
        known.pop(key, None)
        if reason:
            known[key] = _table(fault=key[0], excerpt=key[1], reason=reason)
    if known:
        several = tomlkit.aot()
        for answer in known.values():
            several.append(answer if isinstance(answer, tomlkit.items.Table) else _table(**answer))
        statements["answered"] = several


def _table(**facts: str | date | None) -> tomlkit.items.Table:
    table = tomlkit.table()
    table.update({name: fact for name, fact in facts.items() if fact is not None})
    return table
