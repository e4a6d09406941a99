"""Labels in other forms than the usual ones: "Điều 2 -", "2)", "Khoản 2:", "b/", "➢"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.language.text import fold
from knowledge.law.labels.labels import Label, LabelLevel, label_of
from knowledge.law.signs import NUMBER_WORDS, POINT_ALPHABET, POINT_LETTERS, roman

_NOTE = r"(?:\s?\[\d{1,3}\]|[⁰¹²³⁴-⁹]{1,3}|\*{1,3}(?=[.:]))"
"""The number of a note, which consolidated texts set at a label."""
_SIGN_END = r"(?![^\W_⁰¹²³⁴-⁹])"
_CLOSE = r"(?P<close>(?:[^\w\s\[(“”…%&+]|_){1,2})"
_ARTICLE = re.compile(
    rf"(?P<word>[^\W\d_](?:\s?[^\W\d_]){{3}})\s*(?P<order>(?:thứ|số)\s+)?\(?"
    rf"(?P<sign>\d{{1,3}}[a-zđ]\d?|[\dIVXLCl|O]{{1,6}}"
    rf"|{'|'.join(NUMBER_WORDS)}){_SIGN_END}"
    rf"(?P<note>{_NOTE})?(?:\s*{_CLOSE})?(?P<later>{_NOTE})?(?P<blank>\s*)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    rf"(?P<name>(?:khoản|điểm)\s+)?(?P<open>\(\s?)?"
    rf"(?P<sign>\d{{1,3}}(?:[a-zđ]\d?)?(?:\.\d{{1,2}}){{1,3}}"
    rf"|[a-zđ]\.\d{{1,2}}|[^\W_]{{1,6}}|[|€₫]){_SIGN_END}"
    rf"(?P<note>{_NOTE})?(?:\s?{_CLOSE})?(?P<later>{_NOTE})?(?P<blank>\s*)",
    re.IGNORECASE,
)
"""A clause or a point in another form; `note` and `later` are marks of notes at the sign."""
_MARK = re.compile(r"(?P<mark>[^\w\s“”\"‘’'(\[\]…%&/,;:!?]{1,3}|_|o(?=\s))(?P<blank>\s*)")
_CLOSERS = frozenset({".", ")", "/", ":", "-", "]", "}", ".)", ").", ".-", "./", "):", ".:"})
"""The marks that close a sign; anything else behind it is a slip or a fault of recognition."""
_LOOSE_CLOSERS = frozenset({"", ",", ";"})
"""Marks that may also stand behind a number in the middle of a sentence."""
_DASHES = str.maketrans("–—‐‑−", "-----")
_MISREAD_DIGITS = str.maketrans("lI|O", "1110")
"""Letters that the recognition of scans makes of digits."""
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_DOCUMENT = re.compile(
    r"(?:bộ luật|luật|nghị|quyết|thông tư|hiến pháp|pháp lệnh|quy|hương ước|nội quy|điều|khoản|điểm"
    r"|chương|phần|mục|phụ lục)\b",
    re.IGNORECASE,
)
"""The words behind a number that make it a reference: "Điều 5 Luật này"."""
_DRAWN = frozenset({"So", "Sm", "Co", "Pd"})
"""The kinds of characters that bullets are; those of fonts of symbols are of private use."""
_BULLETS = frozenset("·•*‣⁃o")
_NO_BULLETS = frozenset("<>=|~°×÷±≥≤≠≈√^")
"""Signs of mathematics and measures: they open no item."""
_PUT_IN = re.compile(r"\d{1,3}[a-zđ]\d?", re.IGNORECASE)
_POINT_PUT_IN = re.compile(r"[a-zđ]\d{1,2}", re.IGNORECASE)
"""Signs of units that an amendment put between others."""
_JUNK = re.compile(r"[^\w\s\[]{1,3}\s?(?:[^\w\s\[]\s?)?")
"""Marks that may have got before a label: a quotation mark, a bullet, a speck."""


@dataclass(frozen=True, slots=True)
class LabelCandidate:
    """A label that a line may begin with.

    `form` is how its first sign is written ("1)", "(a)", "Khoản 1:"). In a `sure` one the sign is
    closed as labels are; `refers` tells that the words behind it make it a reference.
    """

    label: Label
    form: str
    sure: bool = True
    refers: bool = False
    known: bool = True
    """False for a sign that numbers nothing ("f)"), and a mark that is no usual bullet ("~")."""


def candidates(text: str) -> tuple[LabelCandidate, ...]:
    """Return the labels that `text` may begin with, the likeliest first."""
    article = tuple(_articles(text))
    return article or (*_signed(text), *_bullets(text))


def is_labelled(text: str) -> bool:
    """Return True if `text` seems to begin with a label, in whatever form."""
    return label_of(text) is not None or any(
        candidate.sure and candidate.known for candidate in candidates(text)
    )


def begins_articles(text: str) -> bool:
    """Return True if `text` begins with the label of a first article in another form."""
    first = next(_articles(text), None)
    return first is not None and first.label.sign == "1" and not first.refers


def _articles(text: str) -> Iterator[LabelCandidate]:
    match = _ARTICLE.match(text)
    if not match or fold(match["word"]).replace(" ", "") != "dieu":
        return
    rest, close = text[match.end() :], _closer(match["close"])
    noted = bool(match["note"] or match["later"])
    if (rest and not match["blank"] and not close and not noted) or rest[:1].isdigit():
        return
    if close in _LOOSE_CLOSERS and rest[:1].islower():
        return
    put_in = [(match["sign"].lower(), "1")] if _PUT_IN.fullmatch(match["sign"]) else []
    for number, kind in (*_numbers(match["sign"]), *put_in):
        sure = close in _CLOSERS or not rest
        title = f"{_notes(match)}{rest}".strip()
        label = Label(LabelLevel.ARTICLE, str(number), title)
        refers = close in {*_LOOSE_CLOSERS, "-"} and _is_reference(rest)
        yield LabelCandidate(label, f"Điều {kind}{close}", sure, refers)


def _signed(text: str) -> Iterator[LabelCandidate]:
    match = _SIGNED.match(text)
    if not match or not _is_closed(match, text):
        return
    rest, close = text[match.end() :], _closer(match["close"])
    name, opening = (match["name"] or "").strip().capitalize(), (match["open"] or "").strip()
    for level, sign, kind, known in _signs(match["sign"], bool(match["name"])):
        if name and name != {LabelLevel.CLAUSE: "Khoản", LabelLevel.POINT: "Điểm"}[level]:
            continue
        form = f"{name} {opening}{kind}{close}".strip()
        sure = close in _CLOSERS or (bool(name) and not rest) or "." in sign
        label = Label(level, sign, f"{_notes(match)}{rest}".strip())
        refers = bool(name or close in _LOOSE_CLOSERS) and _is_reference(rest)
        yield LabelCandidate(label, form, sure, refers, known)


def _is_closed(match: re.Match[str], text: str) -> bool:
    """Return True if the sign of `match` may be one by what stands around it and behind."""
    rest, close = text[match.end() :], _closer(match["close"])
    if match["open"] and close[:1] not in {")", "]", "}"}:
        return False
    if close in _LOOSE_CLOSERS:
        spaced = bool(match["blank"] or match["note"])
        return (bool(match["name"]) and not rest) or (spaced and rest[:1].isupper())
    return bool(match["blank"]) or not rest or rest[0].isalpha() or bool(match["later"])


def _signs(written: str, named: bool) -> Iterator[tuple[LabelLevel, str, str, bool]]:
    """Yield what the sign `written` may number, its usual form, its kind, whether it is known."""
    if _PUT_IN.fullmatch(written) or ("." in written and written[0].isdigit()):
        yield LabelLevel.CLAUSE, written.lower(), "1", True
    for number, kind in _numbers(written):
        if kind != "nhất" or named:
            yield LabelLevel.CLAUSE, str(number), kind, True
    yield from ((LabelLevel.POINT, *letter) for letter in _letters(written))


def _letters(written: str) -> Iterator[tuple[str, str, bool]]:
    """Yield the points that `written` may mean, each with the kind of its sign."""
    if _POINT_PUT_IN.fullmatch(written):
        yield written.lower(), "a", True
    if "." in written and written[0].isalpha():
        yield written.lower(), "a", False
    if written == "0":
        yield from ((letter, "0", True) for letter in "đo")
    if len(written) > 1 or written.isdigit():
        return
    letter = {"€": "e", "₫": "đ"}.get(written, written.lower())
    if letter in POINT_LETTERS:
        kind = "A" if written.isupper() else "a"
        yield letter, kind, letter in POINT_ALPHABET
    elif fold(letter) in POINT_LETTERS:
        yield fold(letter), letter, True


def _numbers(written: str) -> Iterator[tuple[int, str]]:
    """Yield the numbers that `written` may mean, each with the kind of its sign."""
    digits = written.translate(_MISREAD_DIGITS)
    if _ROMAN.fullmatch(written):
        yield roman(written), "I"
    elif digits.isdecimal() and len(digits) <= len("999"):
        yield int(digits), "1"
    if written.lower() in NUMBER_WORDS:
        yield NUMBER_WORDS[written.lower()], "nhất"


def _bullets(text: str) -> Iterator[LabelCandidate]:
    match = _MARK.match(text)
    if not match or not text[match.end() :]:
        return
    mark, rest = match["mark"], text[match.end() :]
    label = Label(LabelLevel.BULLET, mark, rest)
    if mark == "o" and not rest[0].isupper():
        return
    drawn = unicodedata.category(mark[0]) in _DRAWN and mark not in _NO_BULLETS
    is_bullet = mark in _BULLETS or (drawn and mark == mark[0] * len(mark))
    if is_bullet and (match["blank"] or rest[0].isalpha()):
        yield LabelCandidate(label, mark, bool(match["blank"]))
    elif match["blank"]:
        yield LabelCandidate(label, mark, known=False)


def behind_junk(text: str) -> str:
    """Return `text` without the marks before its first word, "" where none stand there."""
    match = _JUNK.match(text)
    return text[match.end() :] if match else ""


def _closer(written: str | None) -> str:
    return (written or "").translate(_DASHES)


def _notes(match: re.Match[str]) -> str:
    """Return the numbers of notes at the label, which stay before its words."""
    notes = f"{match['note'] or ''}{match['later'] or ''}".strip()
    return f"{notes} " if notes else ""


def _is_reference(rest: str) -> bool:
    return rest[:1].islower() or _DOCUMENT.match(rest) is not None
