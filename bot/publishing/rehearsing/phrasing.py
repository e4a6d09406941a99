"""From a sentence of a provision to the question that it answers, by the form of the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from knowledge.language.text import normalise
from prompts.render import render


class SentenceForm(StrEnum):
    """The form of a question; the words are in `publishing/rehearsal/own_question.j2`."""

    PERCENT = "percent"
    FREQUENCY = "frequency"
    AMOUNT = "amount"
    WHICH = "which"
    MANNER = "manner"
    WHEN = "when"
    CONTENT = "content"
    SOURCE = "source"
    AGENT = "agent"
    DUTY = "duty"
    PERMISSION = "permission"
    OBLIGATION = "obligation"
    POWER = "power"
    PASSIVE = "passive"
    RULE = "rule"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class _Gap:
    """A sentence with the words left out that are asked for."""

    form: SentenceForm
    before: str
    after: str = ""


_DIGIT_WORDS = "hai|ba|bốn|năm|sáu|bảy|tám|chín"
_NUMBER = (
    rf"(?:\d[\d.,]*\d|\d|(?:{_DIGIT_WORDS}) mươi(?: (?:mốt|tư|lăm|{_DIGIT_WORDS}))?"
    rf"|mười(?: (?:lăm|{_DIGIT_WORDS}))?|{_DIGIT_WORDS})"
)
_RANGE = rf"{_NUMBER}(?:\s*(?:đến|-|–)\s*{_NUMBER})?"
_LIMIT = "(?:trên|từ|quá|hơn|ít nhất|tối thiểu|tối đa|không dưới|không quá|không ít hơn)"
_SPAN = "(?:ngày|tuần|tháng|quý|năm)"
_WHO = r"(?P<before>[^;:]{2,160}?)"
_SHORT_WHO = r"(?P<before>[^,;:]{2,80}?)"
_GAPS = tuple(
    (form, re.compile(pattern, re.IGNORECASE))
    for form, pattern in (
        (
            SentenceForm.PERCENT,
            rf"(?P<gap>(?:{_LIMIT} )?{_NUMBER}\s*(?:%|phần trăm\b)(?: trở lên)?)",
        ),
        (
            SentenceForm.FREQUENCY,
            rf"(?P<gap>\b(?:(?:ít nhất|tối thiểu|định kỳ|mỗi|cứ) )*(?:(?:{_NUMBER}|một) )?{_SPAN}"
            rf"(?: ít nhất| tối thiểu)? (?:một|{_NUMBER}) lần\b)",
        ),
        (
            SentenceForm.AMOUNT,
            rf"(?<!ngày )(?<!tháng )(?<!năm )(?<!quý )(?<![\d/.-])(?P<gap>\b{_RANGE})"
            r"(?= (?:giờ|phút|ngày|tuần|tháng|năm|tuổi|(?:nghìn |ngàn |triệu |tỷ )?đồng)\b"
            r"(?! (?:đầu|cuối|\d)))",
        ),
        (
            SentenceForm.AMOUNT,
            rf"(?P<gap>\b(?:{_LIMIT} )?(?:(?<![\d/])\d/\d(?![\d/])|hai phần ba|ba phần tư"
            r"|(?:một|quá|hơn một) nửa))",
        ),
        (SentenceForm.AMOUNT, rf"\b{_LIMIT} (?P<gap>{_RANGE})(?= [^\W\d_])"),
    )
)
"""Amounts anywhere in a sentence: the `gap` is what is asked for."""
_LEADS = tuple(
    (form, re.compile(rf"(?P<before>.+?),?\s*{pattern}\s*:?", re.IGNORECASE))
    for form, pattern in (
        (SentenceForm.MANNER, r"(?:cụ thể )?như sau"),
        (SentenceForm.WHICH, r"(?:sau đây|sau|dưới đây)"),
        (SentenceForm.CONTENT, r"(?:bao )?gồm(?: có)?"),
        (SentenceForm.WHEN, r"(?:trong )?(?:các )?(?:trường hợp|khi)"),
        (SentenceForm.HEADING, ""),
    )
)
_SENTENCES = tuple(
    (form, re.compile(pattern, re.IGNORECASE))
    for form, pattern in (
        (
            SentenceForm.PERMISSION,
            rf"(?:{_WHO} )?(?:không được|(?:bị )?nghiêm cấm(?: việc)?) (?P<after>.+)",
        ),
        (SentenceForm.DUTY, rf"{_WHO} (?:có|chịu) trách nhiệm (?P<after>.+)"),
        (SentenceForm.POWER, rf"{_WHO} (?:có|được) quyền (?P<after>.+)"),
        (SentenceForm.OBLIGATION, rf"{_WHO} phải (?P<after>.+)"),
        (SentenceForm.SOURCE, rf"{_SHORT_WHO} từ (?:ngân sách|nguồn|quỹ)\b.*"),
        (
            SentenceForm.AGENT,
            rf"{_SHORT_WHO} do [^,;:]+? (?P<after>(?:bảo đảm|quyết định|chi trả|bầu)\b.*)",
        ),
        (SentenceForm.PASSIVE, rf"{_SHORT_WHO}(?<!người)(?<!việc) (?P<after>được .+)"),
    )
)
"""Forms of whole sentences, the more telling first."""
_SENTENCE_END = re.compile(r"[.;](?=\s|$)|\n")
_CITATION = re.compile(
    r",?\s*(?:theo |căn cứ )?(?:đúng )?(?:quy định )?(?:tại|của|trong|theo)"
    r" (?:các )?(?:quy định (?:tại|của) )?"
    r"(?:điểm|khoản|Điều|pháp luật|Luật|Bộ luật|Nghị quyết|Nghị định)\b[^,;.:]*"
)
_LEADS_ON = re.compile(r"(?::|như sau|sau đây)$", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_AT_TIMES = re.compile(
    r"(?:định kỳ )?(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần)\b(?! \w+ lần),?\s*", re.IGNORECASE
)
_JOINTS = "và|hoặc|của|cho|để|trong|với|về|theo|từ|tại|nhằm|gắn|trên"
_JOINT = re.compile(rf",| (?:{_JOINTS}) ")
"""The places at which a cut parts no word of several syllables."""
_LEFT_OPEN = re.compile(rf"(?:[\s,]+(?:được|các|những|là|đến|phải|như|không|{_JOINTS}))+$")
"""Words with which a sentence that was cut off would seem to go on."""
_ENOUGH = 4
"""Syllables that must be left of a sentence without the provisions that it cites."""
_LONGEST = 26
"""Syllables on either side of what is asked for: a resident does not ask at more length."""
_FEWEST = 7
"""Syllables below which a sentence does not tell what it is about."""
_LONGEST_SUBJECT = 16
_MOST_OF_IT = 0.7
"""Share of a sentence that a cut within it must leave: the rest may be a mere list of names."""
_LEAD_END = re.compile(
    r",?\s*(?:(?:cụ thể )?như sau|sau đây|sau|dưới đây|(?:bao )?gồm(?: có)?)?\s*:$", re.IGNORECASE
)


def question_about(words: str, above: str = "", *, names_only: bool = False) -> str:
    """Return a question near `words`, which answer it; "" where there are none.

    `above` is what the words stand under: it tells what a short item is about. `names_only` tells
    that the words are a heading, which says nothing by itself.
    """
    sentence = _first_sentence(words)
    if not any(letter.isalpha() for letter in sentence):
        return ""
    is_short = len(sentence.split()) < _FEWEST or sentence[0].islower()
    gap = _gap_in(sentence, names_only=names_only)
    heading = _LEAD_END.sub("", _first_sentence(above))
    return render(
        "publishing/rehearsal/own_question",
        form=gap.form,
        subject=_small(_beginning(heading, _LONGEST_SUBJECT)) if is_short else "",
        before=gap.before.strip(),
        after=gap.after.strip(" ,:"),
    )


def _first_sentence(words: str) -> str:
    """Return the first sentence of `words`, without the provisions that it cites if it can."""
    sentence = normalise(_SENTENCE_END.split(words.strip(), maxsplit=1)[0])
    sentence = _ASIDE.sub("", sentence)
    if opening := _AT_TIMES.match(sentence):
        rest = sentence[opening.end() :]
        sentence = rest[:1].upper() + rest[1:]
    bare = _LEFT_OPEN.sub("", normalise(_CITATION.sub("", sentence)))
    return bare if len(bare.split()) >= _ENOUGH else sentence


def _gap_in(sentence: str, *, names_only: bool) -> _Gap:
    if _LEADS_ON.search(sentence):
        matches = ((form, pattern.fullmatch(sentence)) for form, pattern in _LEADS)
        form, lead = next((form, lead) for form, lead in matches if lead)
        return _Gap(form, _end(lead["before"], _LONGEST))
    for form, pattern in _GAPS:
        if match := pattern.search(sentence):
            before, after = sentence[: match.start("gap")], sentence[match.end("gap") :]
            return _Gap(form, _end(before, _LONGEST), _beginning(after, _LONGEST))
    if names_only:
        return _Gap(SentenceForm.HEADING, _beginning(sentence, _LONGEST))
    return _of_sentence(sentence)


def _of_sentence(sentence: str) -> _Gap:
    for form, pattern in _SENTENCES:
        if match := pattern.fullmatch(sentence):
            parts = match.groupdict("")
            return _Gap(form, parts["before"], _beginning(parts.get("after", ""), _LONGEST))
    return _Gap(SentenceForm.RULE, _small(_beginning(sentence, _LONGEST)))


def _beginning(text: str, most: int) -> str:
    """Return the beginning of `text`, cut between words, in `most` syllables at most."""
    syllables = text.split()
    if len(syllables) <= most:
        return text
    cut = " ".join(syllables[:most])
    joints = [joint.start() for joint in _JOINT.finditer(cut)]
    last = max(joints, default=0)
    return _LEFT_OPEN.sub("", cut[:last] if last > len(cut) * _MOST_OF_IT else cut)


def _end(text: str, most: int) -> str:
    """Return the end of `text`, cut between words, in `most` syllables at most."""
    syllables = text.split()
    if len(syllables) <= most:
        return text
    cut = " ".join(syllables[-most:])
    joint = _JOINT.search(cut)
    is_near = joint is not None and joint.end() < len(cut) * (1 - _MOST_OF_IT)
    return cut[joint.end() :] if joint and is_near else cut


def _small(text: str) -> str:
    """Return `text` as it stands within a sentence."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
