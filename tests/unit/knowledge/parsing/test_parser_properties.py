"""Sources damaged at random: the parser never fails and never loses a letter."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.law.findings import FindingKind, Severity
from knowledge.law.resolution import Address, Part
from knowledge.parsing.lint import find_faults
from knowledge.parsing.parser import ParsedSource, parse_lines
from tests.support.documents.documents import BUNDLED, CLEAN, lines_of, parsed, source_of
from tests.support.documents.letters import (
    letters,
    letters_of_body,
    letters_of_end,
    letters_of_source,
)

Damage = Callable[[str, st.DataObject], str]

BOUNDED = settings(max_examples=int(os.environ.get("DANBIET_EXAMPLES", "25")))
"""Damaged copies a kind of damage; a long run sets more: 1200 of each are ten thousand."""
MARKS = (
    *("*", "**", "#", "## ", "|", "_", "- ", "}", "…", "`", "> ", "~~", "---", ".", "./.", ":"),
    *("\u00a0", "\u200b", "\u00ad", "\x0c", "\t", "干", "Ae", "7", "1. ", "a) ", "đ)", "Điều 2. "),
)
LABELS = ("Điều 1. ", "Điều 7: ", "Điều 99. ", "1. ", "8. ", "300. ", "a) ", "y) ", "đ) ", "- ")
REWRITTEN = {
    "article": (
        *("Ðiều {n}. ", "ðiều {n}. ", "ĐIỀU {n}. ", "Điều {n} - ", "Điều {n} – ", "Điều {n} "),
        *(
            "Điều {n}\n",
            "Điều {n}:\n",
            "Điều {n}[1]. ",
            "Điều {n}.[12] ",
            "Điều {n} . ",
            "Điều{n}. ",
        ),
        *("Điều thứ {n}. ", "Điều {n}) ", "Điều {n}/ ", "Điêù {n}. ", "Điểu {n}. ", "Điu {n}. "),
        *("**Điều {n}.** ", "__Điều {n}.__ ", "Điều {n}\\. ", "- Điều {n}. ", "“Điều {n}. "),
        *("> Điều {n}. ", "\u200bĐiều\u00a0{n}. ", "Điều {wide}． ", "Điều {n}_ ", "Điều {n}, "),
    ),
    "clause": (
        *(
            "{n}) ",
            "({n}) ",
            "{n}/ ",
            "{n}- ",
            "{n} - ",
            "{n}– ",
            "{n}: ",
            "{n}, ",
            "{n}; ",
            "{n} . ",
        ),
        *("Khoản {n}. ", "Khoản {n}: ", "khoản {n}) ", "Khoản {n}\n", "Khoản {n} - ", "Khoản {n} "),
        *("{wide}． ", "{wide}）", "（{wide}） ", "{n}.[3] ", "{n}[3]. ", "**{n})** ", "{n}\\) "),
        *("{n}] ", "{n}° ", "{n}* ", "{n}_ ", "{n}~ ", "{n} ", "0{n}. ", "{n})\n", "\t{n}.\u00a0"),
        *("- {n}. ", "“{n}. ", "'{n}. ", "#{n}. "),
    ),
    "point": (
        *("{n}. ", "{n}/ ", "({n}) ", "Điểm {n}) ", "Điểm {n}. ", "điểm {n}: ", "Ðiểm {n}) "),
        *(
            "{n} ) ",
            "{n} / ",
            "{n}- ",
            "{n} - ",
            "{n}– ",
            "{n}: ",
            "{n}, ",
            "{upper}) ",
            "{upper}. ",
        ),
        *(
            "{n} ",
            "{n}] ",
            "{n}}} ",
            "{n}\\) ",
            "**{n})** ",
            "{n}）",
            "（{n}）",
            "{n})\n",
            "{n}[2]) ",
        ),
        *("{n}* ", "{n}.) ", "- {n}) ", "“{n}) ", "{n}\u200b) ", "#{n}) "),
    ),
    "bullet": (
        *("· ", "• ", "▪ ", "* ", "*", "➢ ", "-", "–", "− ", "\uf0b7 ", "● ", "✓ ", "— ", "\\- "),
        *("o ", "--", "⁃ "),
    ),
}
"""Other forms of labels, of which {n} is the sign."""
_SIGN = re.compile(
    r"(?:(?P<article>Điều\s+(\d+)\s*\.)|(?P<clause>(\d+)\.)|(?P<point>([a-zđ])\))|(?P<bullet>-))\s+"
    r"(?=[A-ZĐÀ-Ỹ])"
)
"""A label as the sources have it, before a word with a capital."""
_NOTE = re.compile(r"\[\d+\]")
_LABEL = re.compile(r"(?:Điều\s+\d+\s*[.:]|\d+\.|[a-zđ]\)|-)\s")
FRAGMENTS = (
    *("Điều", "Điều 0.", "Điều 1.", "Điều 2. ", "Điều 30:", "1.", "2. ", "0.", "99.", "a)", "d) "),
    *("d)", "đ) ", "y)", "- ", "+ ", "–", "\n", "\n", "\n\n", " ", "**", "## ", "|", "(", ",", ":"),
    *("Nơi nhận:", "Nghị quyết này đã được", "Hội đồng nhân dân", "CHỦ TỊCH", "./.", "Ban", "của"),
    *("Chương I", "CHƯƠNG II", "Mục 1. ", "Phần thứ nhất", "CHUNG", "như sau:", "“1. ", "”."),
    *("Điều 5a. ", "1a. ", "ø) ", "€) ", " | ", "1.1. ", "đ1) ", "2) ", "(1) ", "b/ ", "f) ", "➢ "),
    *("Điều 2\n", "Ðiều 2 - ", "[1]", "II. ", "②", "* "),
    *("thông qua ngày", "31/02/2024", "có hiệu lực từ ngày", "Căn cứ ", "Số: ", "NGHỊ QUYẾT", "."),
)


def drop_lines(text: str, data: st.DataObject) -> str:
    dropped = data.draw(_places(text.splitlines()))
    return "\n".join(line for place, line in enumerate(text.splitlines()) if place not in dropped)


def repeat_lines(text: str, data: st.DataObject) -> str:
    lines = text.splitlines()
    repeated = data.draw(_places(lines))
    return "\n".join(
        copy for place, line in enumerate(lines) for copy in [line] * (1 + (place in repeated))
    )


def swap_lines(text: str, data: st.DataObject) -> str:
    lines = text.splitlines()
    for place in data.draw(_places(lines[1:])):
        lines[place], lines[place + 1] = lines[place + 1], lines[place]
    return "\n".join(lines)


def wrap(text: str, data: st.DataObject) -> str:
    words = text.split(" ")
    wrapped = data.draw(_places(words, 80))
    ends = ("\n" if place in wrapped else " " for place in range(len(words)))
    return "".join(word + end for word, end in zip(words, ends, strict=True))


def join_lines(text: str, data: st.DataObject) -> str:
    lines = text.splitlines()
    joined = data.draw(_places(lines))
    ends = (" " if place in joined else "\n" for place in range(len(lines)))
    return "".join(line + end for line, end in zip(lines, ends, strict=True))


def insert_marks(text: str, data: st.DataObject) -> str:
    words = text.split(" ")
    for place in data.draw(_places(words, 40)):
        words[place] = data.draw(st.sampled_from(MARKS)) + words[place]
    return " ".join(words)


def begin_lines_with_marks(text: str, data: st.DataObject) -> str:
    lines = text.splitlines()
    for place in data.draw(_places(lines, 20)):
        lines[place] = data.draw(st.sampled_from(MARKS)) + lines[place]
    return "\n".join(lines)


def double_marks(text: str, data: st.DataObject) -> str:
    marks = [match.start() for match in re.finditer(r"[.;:,)*“”]", text)]
    doubled = {marks[place] for place in data.draw(_places(marks[1:], 40))}
    return "".join(letter * (1 + (place in doubled)) for place, letter in enumerate(text))


def renumber(text: str, data: st.DataObject) -> str:
    lines = text.splitlines()
    labelled = [place for place, line in enumerate(lines) if _LABEL.match(line)]
    for place in data.draw(_places(labelled)):
        label = data.draw(st.sampled_from(LABELS))
        lines[labelled[place]] = _LABEL.sub(label, lines[labelled[place]], count=1)
    return "\n".join(lines)


def rewrite_labels(text: str, data: st.DataObject) -> str:
    """Rewrite labels in other forms of the same letters."""
    lines = text.splitlines()
    labelled = [place for place, line in enumerate(lines) if _SIGN.match(line)]
    for place in data.draw(_places(labelled)):
        match = _SIGN.match(lines[labelled[place]])
        if match:
            form = _rewritten(match, data)
            same = _only_letters(form) == _only_letters(match.group())
            label = form if same else match.group()
            lines[labelled[place]] = label + match.string[match.end() :]
    return "\n".join(lines)


def head_chapters(text: str, data: st.DataObject) -> str:
    lines = text.splitlines()
    for place in sorted(data.draw(_places(lines)), reverse=True):
        lines.insert(place, data.draw(st.sampled_from(("Chương I", "MỤC 2. CHUNG", "“Điều 1. A"))))
    return "\n".join(lines)


@pytest.mark.parametrize(
    "damage",
    [
        double_marks,
        renumber,
        rewrite_labels,
        head_chapters,
        drop_lines,
        repeat_lines,
        swap_lines,
        wrap,
        join_lines,
        insert_marks,
        begin_lines_with_marks,
    ],
)
@BOUNDED
@given(resolution_id=st.sampled_from(BUNDLED), data=st.data())
def test_no_letter_of_a_damaged_source_is_lost(
    damage: Damage, resolution_id: str, data: st.DataObject
) -> None:
    text = damage(source_of(resolution_id).read_text(encoding="utf-8"), data)
    _assert_nothing_is_lost(text)


@settings(BOUNDED, max_examples=100)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))
def test_no_letter_of_a_heap_of_fragments_is_lost(text: str) -> None:
    _assert_nothing_is_lost(text)


@settings(BOUNDED, max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=80))
def test_any_characters_may_stand_in_a_source(noise: str) -> None:
    _assert_nothing_is_lost(CLEAN.replace("nhà văn hóa", noise))


@BOUNDED
@given(resolution_id=st.sampled_from(BUNDLED), data=st.data())
def test_a_label_in_another_form_is_read_or_is_a_serious_fault(
    resolution_id: str, data: st.DataObject
) -> None:
    lines, places, tree = _original(resolution_id)
    place = data.draw(st.sampled_from(places))
    match = _SIGN.match(lines[place])
    assert match
    rewritten = _rewritten(match, data) + lines[place][match.end() :]
    reading = parsed("\n".join((*lines[:place], rewritten, *lines[place + 1 :])))
    faults = {one.line for one in reading.findings if one.severity is Severity.ERROR}
    assert faults & {place + 1, place + 2} or _tree(reading) == tree, rewritten


@cache
def _original(resolution_id: str) -> tuple[list[str], list[int], list[tuple[Address, str]]]:
    """Return the lines of a source, the places of those that begin a unit, and the tree."""
    text = source_of(resolution_id).read_text(encoding="utf-8")
    lines, reading = text.splitlines(), parsed(text)
    units = [one for one in reading.resolution.provisions if one.address.part is Part.ARTICLE]
    starts = sorted({unit.first_line - 1 for unit in units})
    return lines, [place for place in starts if _SIGN.match(lines[place])], _tree(reading)


def _rewritten(match: re.Match[str], data: st.DataObject) -> str:
    """Return the label of `match` in another form."""
    kind = next(kind for kind in REWRITTEN if match[kind])
    sign = next((sign for sign in match.group(2, 4, 6) if sign), "-")
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in sign)
    form = data.draw(st.sampled_from(REWRITTEN[kind]))
    return form.format(n=sign, wide=wide, upper=sign.upper())


def _tree(reading: ParsedSource) -> list[tuple[Address, str]]:
    """Return the units and their letters; the mark of a note is none."""
    return [
        (unit.address, letters(_NOTE.sub("", unit.words))) for unit in reading.resolution.provisions
    ]


def _assert_nothing_is_lost(text: str) -> None:
    """Compare the body in order and the rest, where sections may alternate, by count."""
    lines = lines_of(text)
    reading = parse_lines(lines, "test")
    twins = {
        finding.line for finding in reading.findings if finding.fault is FindingKind.POINT_TWIN
    }
    expected = _only_letters(letters_of_source(lines, twins))
    body = _only_letters(letters_of_body(reading.resolution))
    end = _only_letters(letters_of_end(reading.resolution))
    assert expected[: len(body)] == body
    assert Counter(expected[len(body) :]) == Counter(end)
    _assert_addresses_are_unique(reading)
    _assert_findings_stand_in_the_source(lines, reading)


def _assert_addresses_are_unique(reading: ParsedSource) -> None:
    addresses = Counter(unit.address for unit in reading.resolution.provisions)
    assert [address for address, count in addresses.items() if count > 1] == []


def _assert_findings_stand_in_the_source(lines: Sequence[str], reading: ParsedSource) -> None:
    assert all(1 <= found.line <= len(lines) for found in find_faults(lines, reading))


def _places(items: Sequence[object], most: int = 12) -> st.SearchStrategy[set[int]]:
    return st.sets(st.integers(0, len(items) - 1), max_size=most)


def _only_letters(text: str) -> str:
    """Return `text` without digits: a number in a label may have lost its leading noughts."""
    return "".join(filter(str.isalpha, letters(text)))
