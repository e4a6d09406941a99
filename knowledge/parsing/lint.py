"""The faults in the source of a document that show once it is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from knowledge.gazetteer.provinces import plain
from knowledge.language.spelling import load_word_list
from knowledge.language.text import foreign_letters
from knowledge.law.findings import Finding, FindingKind, summarised
from knowledge.law.resolution import RULING, Part, Resolution
from knowledge.parsing.corrections import Corrections, read_corrections
from knowledge.parsing.head.effect import undated_effect
from knowledge.parsing.head.siting import PlainCopy, is_listed
from knowledge.parsing.parser import ParsedSource, parse_source
from knowledge.parsing.subject import concerns_grassroots_democracy

_TOLD_ONCE = frozenset(
    {
        *(
            FindingKind.MARKDOWN,
            FindingKind.TABLE_MARKS,
            FindingKind.WRAPPED_LINES,
            FindingKind.DRAWN_MARKS,
        ),
        FindingKind.WRONG_LETTERS,
    }
)
_DRAWN = re.compile(r"[{}]")
_SEAM = r"[\s*|]+"
"""The marks that may part two syllables in a source: blanks, line ends, marks of a converter."""
_NUMBER_LINE = re.compile(r"^\W*Số\b", re.IGNORECASE)
_BLANK_DAY = re.compile(r"ngày[\s.…_]*tháng", re.IGNORECASE)
_REPEALED = re.compile(
    r"\W{0,3}(?:đã )?(?:(?:được|bị) )?(?:bãi|h(?:ủy|uỷ)) bỏ\W{0,3}", re.IGNORECASE
)
"""The remark of a consolidated text in the place of an article that is no more."""
_FEW = 4
"""Words of a title, enough to find its line."""
_LONGEST_TOLD = 160
FACT_OF = {
    FindingKind.MISSING_NUMBER: "number",
    FindingKind.MISSING_ISSUER: "issuer",
    FindingKind.MISSING_PROVINCE: "province",
    FindingKind.PROVINCE_READ: "province",
    FindingKind.PROVINCE_BY_NAME: "province",
    FindingKind.UNKNOWN_PLACE: "province",
    FindingKind.MISSING_DAY: "issued_on",
    FindingKind.MISSING_EFFECT: "in_force_since",
    FindingKind.UNDATED_EFFECT: "in_force_since",
    FindingKind.MISSING_SIGNER: "signer",
}
"""The fact of the corrections file that answers a fault."""


def lint(path: Path) -> tuple[Finding, ...]:
    """Return the faults of the source at `path` by line; what a person has answered says so.

    Raises:
        UnreadableSource: the file cannot be read as a document.
        BadCorrections: the file of corrections beside it is not well formed.
    """
    return answered_faults(parse_source(path), read_corrections(path))


def answered_faults(reading: ParsedSource, corrections: Corrections) -> tuple[Finding, ...]:
    """Return the faults of `reading`; those that `corrections` answer say so."""
    findings = find_faults(reading.lines, reading)
    if reading.resolution.territory.commune is None:
        # the siting tells of a commune that is read from the copy, not of an issuer that is stated
        bound = corrections.apply(reading.resolution).territory
        if not bound.nationwide and bound.province is None:
            findings.append(Finding(FindingKind.MISSING_PROVINCE, 1, bound.name))
    return tuple(
        replace(
            finding,
            answered=corrections.reasons.get(FACT_OF.get(finding.fault, ""), "")
            or corrections.answer_to(finding),
        )
        for finding in findings
    )


def find_faults(raw: Sequence[str], reading: ParsedSource) -> list[Finding]:
    """Return the faults met while reading and those that `raw` and the result still show."""
    findings = [
        *reading.findings,
        *_strange_characters(raw),
        *_broken_words(raw, reading.resolution),
        *_empty_articles(reading.resolution),
        *_missing_facts(raw, reading.resolution),
        *_place_and_subject(PlainCopy(raw), reading.resolution),
    ]
    return summarised(sorted(findings, key=lambda finding: finding.line), _TOLD_ONCE)


def _strange_characters(raw: Sequence[str]) -> Iterator[Finding]:
    """Yield the lines with letters of other scripts, and those with marks drawn over letters."""
    for number, line in enumerate(raw, start=1):
        if foreign := foreign_letters(line):
            yield Finding(FindingKind.FOREIGN_CHARACTERS, number, foreign)
        if _DRAWN.search(line):
            yield Finding(FindingKind.DRAWN_MARKS, number, line[:60])


def _broken_words(raw: Sequence[str], resolution: Resolution) -> Iterator[Finding]:
    units = [unit for unit in resolution.provisions if unit.address.part in RULING]
    suspected = load_word_list().suspicions("\n".join(unit.words for unit in units))
    for suspicion in dict.fromkeys(suspected):
        pattern = re.compile(rf"\b{_SEAM.join(suspicion.pair.split())}\b", re.IGNORECASE)
        for unit in units:
            source = "\n".join(raw[unit.first_line - 1 : unit.last_line])
            for match in pattern.finditer(source):
                line = unit.first_line + source.count("\n", 0, match.start())
                yield Finding(FindingKind.BROKEN_WORD, line, suspicion.pair, suspicion.meant)


def _empty_articles(resolution: Resolution) -> Iterator[Finding]:
    for unit in resolution.provisions:
        empty = not unit.text and len(resolution.inside(unit.address)) == 1
        if unit.address.is_article and empty and not _REPEALED.fullmatch(unit.heading):
            yield Finding(FindingKind.EMPTY_ARTICLE, unit.first_line, unit.heading)


def _missing_facts(raw: Sequence[str], resolution: Resolution) -> Iterable[Finding]:
    head = resolution.head
    last = max((number for number, line in enumerate(raw, start=1) if line), default=1)
    if not any(unit.address.part in RULING for unit in resolution.provisions):
        yield Finding(FindingKind.NO_ARTICLES, 1)
    if head.number is None:
        yield Finding(FindingKind.MISSING_NUMBER, _line_of(raw, _NUMBER_LINE))
    if not head.issuer:
        yield Finding(FindingKind.MISSING_ISSUER, 1)
    if head.issued_on is None:
        yield Finding(FindingKind.MISSING_DAY, _line_of(raw, _BLANK_DAY))
    if resolution.effect.since is None:
        yield _missing_effect(PlainCopy(raw), resolution, last)
    if resolution.signer_title and not resolution.signer:
        yield Finding(FindingKind.MISSING_SIGNER, last, resolution.signer_title)


def _missing_effect(copy: PlainCopy, resolution: Resolution, last: int) -> Finding:
    """Return that no day of effect is known, with the sentence that tells it in another way."""
    if sentence := undated_effect(resolution.provisions):
        line = copy.line_of(plain(" ".join(sentence.split()[:_FEW])))
        return Finding(FindingKind.UNDATED_EFFECT, line, sentence[:_LONGEST_TOLD])
    return Finding(FindingKind.MISSING_EFFECT, _last_line_of(resolution) or last)


def _place_and_subject(copy: PlainCopy, resolution: Resolution) -> Iterator[Finding]:
    """Yield the faults of a place that no list knows and of a subject that is another one."""
    territory, title = resolution.territory, resolution.head.title
    if not is_listed(resolution):
        named = ", ".join(name for name in (territory.commune, territory.province) if name)
        yield Finding(FindingKind.UNKNOWN_PLACE, copy.line_of(plain(territory.name)), named)
    has_articles = any(unit.address.part in RULING for unit in resolution.provisions)
    if has_articles and not concerns_grassroots_democracy(resolution):
        beginning = " ".join(title.split()[:_FEW])
        yield Finding(FindingKind.OTHER_FIELD, copy.line_of(plain(beginning)))


def _line_of(raw: Sequence[str], pattern: re.Pattern[str]) -> int:
    """Return the number of the first line with `pattern`, 1 where there is none."""
    return next((number for number, line in enumerate(raw, start=1) if pattern.search(line)), 1)


def _last_line_of(resolution: Resolution) -> int:
    closing = [
        unit.last_line for unit in resolution.provisions if unit.address.part is Part.CLOSING
    ]
    return closing[-1] if closing else 0
