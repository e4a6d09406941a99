"""The facts in the head, the closing sentence and the signature of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.law.dates import find_date
from knowledge.law.labels.lines import Line
from knowledge.law.labels.paragraphs import Break, Layout, Paragraph, break_between, extended
from knowledge.law.resolution import Effect, Head, Territory
from knowledge.parsing.head.annexes import AnnexHead, read_annex_head
from knowledge.parsing.head.effect import own_words, read_effect
from knowledge.parsing.head.issuers import council, in_columns, other_issuer
from knowledge.parsing.head.titles import in_sentence_case

_CODE = r"(?P<code>\d+\s*(?:/\s*\d{4}\s*)?/\s*[A-ZĐ]+\d*(?:\s?-\s?[A-ZĐ]+[a-z]*\d*(?!\w)){0,4})"
"""A number such as "08/2024/NQ-HĐND", be it set with blanks; words that follow are none of it."""
_NUMBER = re.compile(rf"(?:\b[Ss]ố|\bSỐ)\s*:?\s*{_CODE}")
_NUMBER_LINE = re.compile(rf"(?:Luật )?(?:[Ss]ố|SỐ)\s*:?\s*{_CODE}")
_PLACE_AND_DAY = re.compile(
    r"(?P<place>[A-ZĐÀ-Ỹ][^,|\n]{0,99}),\s{0,9}ngày\s{0,9}(?P<day>\d{1,2})?"
    r"[\s.…_]{0,99}tháng\s{0,9}(?P<month>\d{1,2})\s{0,9}năm\s{0,9}(?P<year>\d{4})"
)
"""`place`, and the day of issue below the motto; the `day` is often left blank."""
_DAY_ALONE = re.compile(
    r"[Nn]gày\s{1,9}\d{1,2}\s{1,9}tháng\s{1,9}\d{1,2}\s{1,9}năm\s{1,9}\d{4}[\s.;]{0,9}$",
    re.MULTILINE,
)
"""The day of issue in a letterhead that names no seat before it."""
_KINDS = "NGHỊ QUYẾT(?: LIÊN TỊCH)?|QUYẾT ĐỊNH|NGHỊ ĐỊNH|BỘ LUẬT|LUẬT|PHÁP LỆNH|THÔNG TƯ"
_KIND = re.compile(rf"^({_KINDS})\b", re.MULTILINE)
_KIND_INSIDE = re.compile(rf"\w\W{{1,3}}(?:{_KINDS})\W{{0,9}}$", re.IGNORECASE)
"""A kind of document inside a line, right before a number: that number is another's."""
_LONGEST_NAME = 60
"""Characters before a number in which its kind of document stands."""
_ONE_LINE = re.compile(
    rf"^(?P<kind>(?i:{_KINDS}))[ \t]+(?P<before>[^\n]{{0,400}}?)[ \t]*"
    r"(?:số\s*:?\s*)?(?P<number>\d+/\d{4}/[A-ZĐ]+\d*(?:-[A-ZĐ][A-ZĐa-z]*)*)\s*"
    r"(?:\((?P<day>\d{1,2}/\d{1,2}/\d{4})[^)]*\))?[\s–-]*(?P<after>.*)",
    re.MULTILINE,
)
"""Kind, title and number in one line, as collections of law head their texts."""
_NUMBER_PLACE = re.compile(r"^(?:Luật )?(?:[Ss]ố|SỐ)\s*:", re.MULTILINE)
"""The place of the number in a letterhead, be it left blank."""
_ISSUER = re.compile(r"^HỘI ĐỒNG NHÂN DÂN\b(?!.*\bĐỘC LẬP\b).*", re.MULTILINE)
"""The council in capitals at the head of a line; a line with the motto is the letterhead."""
_TITLE_END = re.compile(
    r"^(?:HỘI ĐỒNG|[UỦ][ỶYỲ] ?BAN|CHÍNH PHỦ|THỦ TƯỚNG|BỘ TRƯỞNG|QUỐC HỘI|CHỦ TỊCH|Căn cứ"
    r"|Theo đề nghị)",
    re.MULTILINE,
)
"""The lines that end a title: the body that issues, or its legal bases."""
_TERM = r"kh(?:óa|oá)"
_TERM_AND_SESSION = re.compile(
    rf"(?P<term>{_TERM}\s+[\wĐđ]+)\s*[,-]\s*(?P<session>kỳ họp\s+.+?)(?=\s+thông qua|\s+đã\b|$)",
    re.IGNORECASE | re.MULTILINE,
)
""""khóa XV, kỳ họp thứ hai", up to the words that tell the passage."""
_UNIT_TYPES = "tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu"
_COUNCIL = re.compile(
    rf"(?:Hội đồng nhân dân|HĐND)\s+(?P<unit>(?:{_UNIT_TYPES})\s+(?!{_TERM}\b)"
    r"(?P<name>[A-ZĐÀ-Ỹ])\S{0,20}(?:\s+(?:-\s+)?[A-ZĐÀ-Ỹ]\S{0,20}){0,9}?)"
    rf"(?=,?\s+{_TERM}|\s*[,(]|\s+thông qua|\s+quy định|\s+tại|$)",
    re.MULTILINE | re.IGNORECASE,
)
"""A council in a sentence: `unit` with its kind, `name` the first word of its name."""
_BASIS = re.compile(r"(?:Căn cứ|Xét|Theo đề nghị|Thực hiện)\s")
"""The beginning of a legal basis or of another reason for the document."""
_LONGEST_HEAD = 12_000
"""Characters; no head known has a third of them. A longer one was built to take time."""
_SITTING = frozenset({"khóa", "khoá", "kỳ"})


@dataclass(frozen=True, slots=True)
class Metadata:
    """The facts that a document says about itself."""

    head: Head
    territory: Territory
    effect: Effect


def read_metadata(head: Sequence[Paragraph], closing: str) -> Metadata:
    """Return what the paragraphs of the head and the closing sentence tell.

    `closing` are the sentences that say when the document was passed and in force, one a line.
    """
    text = _joined(paragraph.text for paragraph in head)
    closing = closing[:_LONGEST_HEAD]
    if annex := read_annex_head(text):
        return _of_annex(annex, closing)
    named = None if _NUMBER_PLACE.search(text) else _in_one_line(text)
    kind, number = _kind(text, named), _number(head) or (named["number"] if named else None)
    letterhead = in_columns(par.text for par in head if not par.text.startswith("Căn cứ"))
    letterhead = letterhead[:_LONGEST_HEAD]
    issuer = other_issuer(number, kind, letterhead, text) or council(
        _issuing_unit(letterhead, own_words(closing))
    )
    sitting = _TERM_AND_SESSION.search(closing) or _TERM_AND_SESSION.search(text)
    signed = _PLACE_AND_DAY.search(text)
    issued_on = _issued_on(head, signed, named)
    return Metadata(
        head=Head(
            number=number,
            kind=kind,
            title=_title(text, f"{text}\n{closing}", named),
            issuer=issuer.name,
            place=signed["place"].strip() if signed else "",
            issued_on=issued_on,
            issued_month=(int(signed["year"]), int(signed["month"])) if signed else None,
            term=_lower_first(sitting["term"]) if sitting else "",
            session=_lower_first(sitting["session"].rstrip(" .,")) if sitting else "",
            legal_bases=tuple(par.text for par in head if _BASIS.match(par.text)),
        ),
        territory=issuer.territory,
        effect=read_effect(closing, issued_on),
    )


def _of_annex(annex: AnnexHead, closing: str) -> Metadata:
    head = Head(
        number=annex.number,
        kind=annex.kind,
        title=in_sentence_case(annex.title, closing),
        issuer=annex.issuer.name,
        issued_on=annex.issued_on,
    )
    return Metadata(head, annex.issuer.territory, read_effect(closing, annex.issued_on))


def head_paragraphs(lines: Iterable[Line], layout: Layout) -> list[Paragraph]:
    """Return the paragraphs of the head; a legal basis runs on until a blank line or the next."""
    paragraphs: list[Paragraph] = []
    for line in lines:
        in_basis = bool(paragraphs) and _BASIS.match(paragraphs[-1].text)
        begins_anew = _BASIS.match(line.text) or line.text == line.text.upper()
        ends_basis = begins_anew or (line.after_blank and not line.text[0].islower())
        if (in_basis and not ends_basis) or (
            paragraphs and break_between(paragraphs[-1].text, line, layout) is Break.WRAP
        ):
            paragraphs.append(extended(paragraphs.pop(), line))
        else:
            paragraphs.append(Paragraph(line.text, line.number, line.number))
    return paragraphs


def title_continuations(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of the head on which a title goes on that began in a line above."""
    places = range(len(lines))
    kind = next((place for place in places if _KIND.match(lines[place].text)), len(lines))
    issuer = next((place for place in places[kind:] if _ISSUER.match(lines[place].text)), 0)
    return lines[kind + 2 : issuer]


def _number(head: Sequence[Paragraph]) -> str | None:
    """Return the number that stands in the letterhead, above the kind of document.

    Below it, only a line of its own counts: titles and legal bases name the numbers of others.
    """
    above, below = _parted_by_kind(head)
    text = _joined(above)
    match = next((match for match in _NUMBER.finditer(text) if not _of_another(match, text)), None)
    lines = (_NUMBER_LINE.fullmatch(text.strip()) for text in below)
    number = match or next(filter(None, lines), None)
    return "".join(number["code"].split()) if number else None


def _of_another(number: re.Match[str], text: str) -> bool:
    """Return True if a kind of document is named before `number` inside its line."""
    start = max(text.rfind("\n", 0, number.start()) + 1, number.start() - _LONGEST_NAME)
    return _KIND_INSIDE.search(text[start : number.start()]) is not None


def _parted_by_kind(head: Sequence[Paragraph]) -> tuple[list[str], list[str]]:
    """Return what stands above the kind of document, and that with what follows it, no bases."""
    own = [paragraph.text for paragraph in head if not _BASIS.match(paragraph.text)]
    kind = next((place for place, text in enumerate(own) if _KIND.match(text)), len(own))
    return own[:kind], own[kind:]


def _joined(paragraphs: Iterable[str]) -> str:
    return "\n".join(paragraphs)[:_LONGEST_HEAD]


def _kind(text: str, named: re.Match[str] | None) -> str:
    kind = _KIND.search(text)
    return (kind.group(1) if kind else named["kind"] if named else "").capitalize()


def _in_one_line(text: str) -> re.Match[str] | None:
    """Return the line that has kind, title and number of the document, None where none does.

    Behind another kind a number may be that of another document, unless a day in brackets and
    nothing else follows it.
    """
    for match in _ONE_LINE.finditer(text):
        alone = re.search(rf"\b(?:{_KINDS})\b", match["before"], re.IGNORECASE) is None
        if alone or (match["day"] is not None and not match["after"].strip()):
            return match
    return None


def _issued_on(
    head: Sequence[Paragraph], signed: re.Match[str] | None, named: re.Match[str] | None
) -> date | None:
    """Return the day of issue: behind a place, in the line of number and title, or alone.

    A day alone counts only above the kind of document: below it, days are of other documents.
    """
    if signed:
        return find_date(signed.group())
    if named:
        return find_date(named["day"]) if named["day"] else None
    above, below = _parted_by_kind(head)
    day = _DAY_ALONE.search(_joined(above)) if below else None
    return find_date(day.group()) if day else None


def _issuing_unit(own: str, closing: str) -> str:
    """Return the administrative unit of the council as written, such as "tỉnh Lạng Sơn".

    The legal bases ("Căn cứ …") may be of other councils, and are no part of `own`.
    """
    named = (match for text in (closing, own) for match in _COUNCIL.finditer(text))
    return next((match["unit"] for match in named if match["name"].isupper()), "")


def _title(text: str, witnesses: str, named: re.Match[str] | None) -> str:
    """Return what stands between the kind of document and the name of who issued it.

    Without that, it is the title in the line `named` that also has kind and number.
    """
    kind = _KIND.search(text)
    issuer = _TITLE_END.search(text, kind.end()) if kind else None
    title = text[kind.end() : issuer.start()].strip() if kind and issuer else ""
    in_one_line = (named["before"] or named["after"]).strip() if named else ""
    return in_sentence_case(title, witnesses) if title else in_one_line


def _lower_first(text: str) -> str:
    """Return "KHÓA XV" as "khóa XV" and "KỲ HỌP THỨ HAI" as "kỳ họp thứ hai"."""
    words: list[str] = []
    for word in text.split():
        numbered = re.fullmatch(r"[IVXLC]+|\(.*|.*\)", word) is not None
        shouted = word == word.upper() or (word[0].isupper() and word.lower() in _SITTING)
        words.append(word.lower() if shouted and not numbered else word)
    return " ".join(words)
