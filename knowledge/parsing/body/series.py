"""The label of a line that is written in another form than the usual one.

The place decides: the sign that comes next in its series is a label, whatever its form; a form in
which a series was begun goes on; a list inside a unit, "(1)" after "(1)", is words of that unit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from knowledge.language.text import fold
from knowledge.law.labels.label_forms import LabelCandidate, behind_junk, candidates
from knowledge.law.labels.labels import Label, LabelLevel, is_put_in, label_of, next_signs
from knowledge.law.labels.lines import terminated
from knowledge.law.resolution import Address
from knowledge.law.signs import POINT_ALPHABET, leading_number

_CONNECTIVE = re.compile(
    r"(?:\b(?:và|hoặc|của)|(?<!\bkèm )\btheo|(?<!\btồn )(?<!\bhiện )\btại"
    r"|\b(?:tại|theo|của|và|hoặc|các|những) (?:khoản|điểm|điều))$",
    re.IGNORECASE,
)
"""The end of words that go on with a number: "theo quy định tại", "khoản 1 và"."""
_REFERENCE = re.compile(r"(?:khoản|điểm|điều|của|và|hoặc)\b")
"""The words behind a sign that make it a reference: "b) khoản 2"."""
_FURTHEST_GAP = 20
"""Signs that may be missing in a series: a number further on is another number."""
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_FIRST = re.compile(r"[1aAI](?=\W*$)")
"""The sign in a form, such as "(1)" or "Điểm a."."""
_USUAL = {LabelLevel.ARTICLE: "Điều 1.", LabelLevel.CLAUSE: "1.", LabelLevel.POINT: "a)"}
_SLIP = re.compile(r"\W{0,4}(?P<word>\w(?:\s?\w){1,4}?)\s*(?P<sign>\d{1,3})\s*[.:)–-]")
"""A short `word` and a `sign` that is closed, as "Điểu 5." has them."""
_ALL_BUT_ARTICLE = re.compile(r".?ieu|d.?eu|di.?u|die.?|d.ieu|di.eu|die.u|dieu.|.dieu")
"""The word "dieu" with one letter left out, put in or mistaken."""


class LabelVerdict(Enum):
    """The verdict on the beginning of a line."""

    TEXT = auto()
    """No label."""
    UNIT = auto()
    """The label of a unit."""
    INNER = auto()
    """A sign of a list inside the unit."""
    UNREAD = auto()
    """It looks like a label and cannot be read as a label with certainty."""


@dataclass(frozen=True, slots=True)
class SeriesSituation:
    """The place of a line: behind the unit at `current`, whose words so far `unit` tells.

    They are asked for only where a list may go on in them. `before` is the line before and
    `after_end` tells that a sentence ends with it; `following` is the line behind, "" where none
    follows.
    """

    current: Address
    unit: Callable[[], Sequence[str]]
    before: str
    after_end: bool
    following: str = ""

    @property
    def announced(self) -> bool:
        """Return True if the words before lead in a list."""
        return self.before.endswith(":")

    @property
    def in_sentence(self) -> bool:
        """Return True if the words before cannot end where they do."""
        return not self.after_end and bool(_CONNECTIVE.search(self.before))


@dataclass(frozen=True, slots=True)
class LabelJudgement:
    """The verdict on a line; `label` is that of a unit, `form` the way in which it is written."""

    verdict: LabelVerdict
    label: Label | None = None
    form: str = ""


_NOTHING = LabelJudgement(LabelVerdict.TEXT)


class Series:
    """Keeps the form in which each series of labels is written, and judges by it."""

    def __init__(self) -> None:
        self._forms: dict[LabelLevel, str] = {}

    def open(self, label: Label, form: str) -> bool:
        """Note the `form` of a unit's label, "" for the usual one; return True if it is odd.

        It is odd where the series was begun in another form. The signs of sub-clauses and of units
        that an amendment put in have no form in common with those around them.
        """
        if label.level is LabelLevel.BULLET:
            return False
        outer = list(LabelLevel)[: list(LabelLevel).index(label.level) + 1]
        self._forms = {level: self._forms[level] for level in outer if level in self._forms}
        if is_put_in(label) or "." in label.sign:
            return False
        written = form or _USUAL[label.level]
        begun = self._forms.setdefault(label.level, written)
        return bool(form) and begun != written

    def judge(self, text: str, situation: SeriesSituation) -> LabelJudgement:
        """Return what the line `text` begins with, which has no label in a usual form."""
        possible = sorted(
            candidates(text), key=lambda candidate: not _is_next(candidate.label, situation.current)
        )
        judged = [self._judged(candidate, situation) for candidate in possible]
        for verdict in (LabelVerdict.UNIT, LabelVerdict.INNER, LabelVerdict.UNREAD):
            for candidate, judgement in zip(possible, judged, strict=True):
                if judgement is verdict:
                    return LabelJudgement(verdict, candidate.label, candidate.form)
        slipped = not possible and _is_slip(text, situation)
        return (
            LabelJudgement(LabelVerdict.UNREAD) if slipped or hides(text, situation) else _NOTHING
        )

    def _judged(self, candidate: LabelCandidate, situation: SeriesSituation) -> LabelVerdict:
        level = candidate.label.level
        if situation.in_sentence:
            return LabelVerdict.TEXT
        if level is LabelLevel.BULLET:
            return _bullet(candidate, situation)
        if level is LabelLevel.ARTICLE:
            return self._article(candidate, situation)
        return self._inner_unit(candidate, situation)

    def _article(self, candidate: LabelCandidate, situation: SeriesSituation) -> LabelVerdict:
        label, after_end = candidate.label, situation.after_end
        if not _is_next(label, situation.current):
            series = self._forms.get(LabelLevel.ARTICLE) == candidate.form
            sure = after_end and not candidate.refers and (candidate.sure or series)
            return LabelVerdict.UNIT if sure else LabelVerdict.TEXT
        # an article without a heading whose next line begins small is the end of a sentence
        if not after_end and (
            candidate.refers or (not label.rest and situation.following[:1].islower())
        ):
            return LabelVerdict.TEXT
        begins = after_end or (candidate.sure and label.rest[:1].isupper())
        return LabelVerdict.UNIT if begins and not candidate.refers else LabelVerdict.UNREAD

    def _inner_unit(self, candidate: LabelCandidate, situation: SeriesSituation) -> LabelVerdict:
        label, sure = candidate.label, candidate.sure
        if situation.current.article is None:
            return LabelVerdict.TEXT
        if _goes_on_inside(candidate, situation):
            return LabelVerdict.INNER
        if sure and candidate.known and self._forms.get(label.level) == candidate.form:
            return LabelVerdict.UNIT
        if _is_next(label, situation.current) and candidate.known:
            return _next_in_series(candidate, situation)
        return _out_of_series(candidate, situation) if sure else LabelVerdict.TEXT


def _out_of_series(candidate: LabelCandidate, situation: SeriesSituation) -> LabelVerdict:
    """Judge a sign that is not the next one: it begins a list inside the unit, or is a fault."""
    if not situation.after_end:
        return LabelVerdict.TEXT
    if candidate.label.sign in {"1", "a", "i"} and situation.announced:
        return LabelVerdict.INNER
    return LabelVerdict.UNREAD if _is_near(candidate, situation.current) else LabelVerdict.TEXT


def _bullet(candidate: LabelCandidate, situation: SeriesSituation) -> LabelVerdict:
    """A mark that stands at its word begins an item only behind the end of another."""
    rest, begun = candidate.label.rest, situation.current.bullet is not None
    if situation.current.article is None:
        return LabelVerdict.TEXT
    if not candidate.known:
        unread = (
            LabelVerdict.UNREAD if situation.announced and rest[0].isalpha() else LabelVerdict.TEXT
        )
        return LabelVerdict.UNIT if situation.after_end and begun else unread
    begins = situation.after_end or (candidate.sure and rest[0].isupper())
    return LabelVerdict.UNIT if begins else LabelVerdict.TEXT


def _next_in_series(candidate: LabelCandidate, situation: SeriesSituation) -> LabelVerdict:
    rest = candidate.label.rest
    if not situation.after_end and (candidate.refers or _REFERENCE.match(rest)):
        return LabelVerdict.TEXT
    if not candidate.sure or candidate.refers:
        return LabelVerdict.UNREAD
    begins = situation.after_end or not rest or not rest[0].islower()
    return LabelVerdict.UNIT if begins else LabelVerdict.UNREAD


def _is_next(label: Label, current: Address) -> bool:
    """Return True if `label` has a sign that comes next; a list in points has no clauses.

    A second "d" is the "đ" that comes next.
    """
    if label.level is LabelLevel.BULLET:
        return False
    if label.level is LabelLevel.CLAUSE and current.clause is None and current.point is not None:
        return False
    following = next_signs(label.level, current)
    return label.sign in following or (label.sign == "d" and "đ" in following)


def _is_near(candidate: LabelCandidate, current: Address) -> bool:
    """Return True if the sign may be one that the series of units comes to, or came from."""
    if candidate.label.level is LabelLevel.POINT:
        return True
    return leading_number(candidate.label.sign) <= leading_number(current.clause) + _FURTHEST_GAP


def _goes_on_inside(candidate: LabelCandidate, situation: SeriesSituation) -> bool:
    """Return True if the sign before that of `candidate` stands in the unit in the same form.

    It begins a line or, being closed, an item inside one; one in brackets may stand anywhere.
    """
    written = [re.escape(words) for words in _written_before(candidate)]
    if not written:
        return False
    items = r"(?:^|[:;,.]\s)" if candidate.sure else "^"
    start = r"(?<![\w(])" if candidate.sure and "(" in candidate.form else items
    pattern = re.compile(rf"{start}(?:{'|'.join(written)})(?!\w)")
    return any(pattern.search(line) for line in situation.unit())


def _written_before(candidate: LabelCandidate) -> list[str]:
    """Return how the sign before that of `candidate` is written in its form: "(1)" for "(2)"."""
    form, kind = candidate.form, _FIRST.search(candidate.form)
    if kind is None:
        return []
    signs = _signs_before(candidate.label, kind.group())
    return [f"{form[: kind.start()]}{sign}{form[kind.end() :]}" for sign in signs]


def _signs_before(label: Label, kind: str) -> list[str]:
    if len(label.sign) > 1 and not label.sign.isdecimal():
        return []
    if label.level is LabelLevel.CLAUSE:
        number = int(label.sign) - 1
        if kind == "I":
            return [_ROMAN[number].upper()] if 0 < number < len(_ROMAN) else []
        return [str(number)] if number > 0 else []
    place = POINT_ALPHABET.find(label.sign)
    letters = [POINT_ALPHABET[place - 1]] if place > 0 else []
    letters += [_ROMAN[_ROMAN.index(label.sign) - 1]] if label.sign in {"v", "x"} else []
    return [letter.upper() if kind == "A" else letter for letter in letters]


def hides(text: str, situation: SeriesSituation) -> bool:
    """Return True if the next sign of a series stands in `text` behind a mark: "- 2. …"."""
    words = behind_junk(text)
    if not words or situation.in_sentence:
        return False
    usual, is_item = label_of(words), text[0] in "-–—•+"
    hidden = (
        [usual]
        if usual
        else [
            candidate.label
            for candidate in candidates(words)
            if (candidate.sure or (situation.after_end and not is_item)) and not candidate.refers
        ]
    )
    return any(
        _is_next(label, situation.current)
        and (situation.after_end or label.rest[:1].isupper())
        and (situation.current.article or label.level is LabelLevel.ARTICLE)
        for label in hidden
    )


def hides_article(text: str, before: str) -> bool:
    """Return True if the first article stands in `text` of the head, unread, behind `before`."""
    ends = terminated(before) or before == before.upper()
    situation = SeriesSituation(Address(""), tuple, before, ends)
    return hides(text, situation) or _is_slip(text, situation)


def _is_slip(text: str, situation: SeriesSituation) -> bool:
    """Return True if a word that is all but "Điều" stands before the next number."""
    match = _SLIP.match(fold(text[:40]))
    if not match or not situation.after_end:
        return False
    alike = _ALL_BUT_ARTICLE.fullmatch(match["word"].replace(" ", ""))
    return bool(alike) and match["sign"] in next_signs(LabelLevel.ARTICLE, situation.current)
