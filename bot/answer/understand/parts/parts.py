"""Telling the questions of a message apart that asks several things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.answer.understand.parts.clauses import PAUSE, grouped, is_alternative, is_question
from bot.answer.understand.parts.topic import (
    fronted_topic,
    is_complete,
    object_asked,
    only_opens,
    without_lead,
    without_opener,
)
from bot.answer.understand.sentences import (
    asking_form,
    asking_letters,
    asks,
    is_courtesy,
    is_tag,
    requests,
    split_sentences,
)
from bot.answer.understand.slots import is_made_whole
from knowledge.language.patterns import any_of
from knowledge.language.text import normalise

_MOST: Final = 4
_SHORTEST: Final = 4
"""Syllables of a question that can stand alone."""
_LONGEST_STORY: Final = 20
"""Syllables up to which a sentence before the questions can stand before each of them."""
_ITEM: Final = re.compile(r"(?:^|(?<=[\s:;.?]))(?:[1-9][.)]|[-+•*]|[a-dđ]\))\s+(?=\D)")
_NUMBERED: Final = re.compile(r"(?:^|(?<=[\s:;.?]))([1-9])[.)]\s*(?=\D)")
_BREAK: Final = re.compile(
    r"[\n,;.?!:](?=.)|\s[-–]\s|^[-+•*]|\b[1-9a-dđ]\)\s|\b(?:và|va|rồi|roi|còn|con|với|voi|vả"
    r"|ngoài|ngoai|tiện|tien|đồng|dong)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Without any of these a message asks one thing."""
_JOINT: Final = re.compile(
    r"[\s,.;]+(?=(?<!không )(?<!khong )(?<!ko )(?:còn|con)\s.{1,80}?\s(?:thì|thi)\s)"
    r"|[\s,.;]+(?:với lại|voi lai|vả lại|va lai|ngoài ra|ngoai ra|tiện thể|tien the|đồng thời"
    r"|dong thoi)[\s,]+",
    re.IGNORECASE,
)
_SOMEBODY: Final = re.compile(r"\b(?:nó|họ|ổng|bả|chúng)\b(?! tên)", re.IGNORECASE)
_POINTS_BACK: Final = any_of(
    "(?:khoan|viec|tien|muc|quy dinh|dieu|cai|cach|ban|quy|chuyen|so|nguoi) (?:nay|do|ay)",
    "(?:nhu|lam|thu) (?:vay|the(?! nao))|luc do|khi do",
)
"""Words that mean something told before."""
_AND_WHAT_OF: Final = re.compile(
    r"\W*(?:the |va )?con (?P<other>.+?) thi (?:sao|(?:nhu )?the nao|ra sao)(?: (?:a|vay|nhi))?\W*$"
)
_JUDGES: Final = any_of("(?:khong|ko|chua|sai)(?: \\w+){0,3}$")
"""Ends of a question that asks whether the words before it are right."""
_HANGS: Final = any_of(
    r"^(?:co (?:duoc|phai|can|bi|nen)|duoc|bi|phai|neu|the|vay|roi|nhu|ma|thi|con neu)",
    "(?:viec|cai|dieu|nguoi|chuyen|ban|quy dinh|so|khoan) (?:do|ay|nay)",
)
"""Words of a question that leaves its topic unsaid."""


@dataclass(frozen=True, slots=True)
class _Question:
    """A question as typed; `paused` tells whether only a pause parts it from the one before."""

    text: str
    paused: bool = False


def find_parts(message: str) -> tuple[str, ...]:
    """Return the questions that `message`, with its line breaks, asks; none unless several.

    The topic that later questions leave unsaid is written before them. If it is not sure that each
    can stand alone, the message is one question: a story with a question at its end, a question
    with its reasons, an enumeration.
    """
    lines = "\n".join(filter(None, map(normalise, message.splitlines())))
    if not _BREAK.search(lines) or is_made_whole(lines):
        return ()
    parts = _listed(lines) or _told(lines)
    return tuple(parts[:_MOST]) if len(parts) > 1 else ()


def _listed(lines: str) -> Sequence[str]:
    """Return the items of a list, with what its head says they are about."""
    head, *items = _items(lines)
    if not all(asks(item) or item.endswith("?") for item in items):
        return ()
    topic = _story(split_sentences(head))
    if not topic and all(map(_stands_alone, items)):
        return items
    return _completed([_Question(item) for item in items], topic, headed=True)


def _items(lines: str) -> Sequence[str]:
    """Return what stands before the items of a list, and the items."""
    numbers = _NUMBERED.findall(lines)
    if numbers[:2] == ["1", "2"]:
        head, *rest = _NUMBERED.split(lines)
        items = rest[1::2]
    else:
        head, *items = _ITEM.split(lines)
    return [head, *(item.strip(" ,;\n") for item in items if item.strip())]


def _told(lines: str) -> Sequence[str]:
    """Return the questions of running text, with what the first says they are about."""
    sentences = [sentence for sentence in split_sentences(lines) if not is_courtesy(sentence)]
    asking = [place for place, sentence in enumerate(sentences) if is_question(sentence)]
    if not asking:
        return ()
    questions = [question for place in asking for question in _questions(sentences[place])]
    *before, last = ("", *sentences[: asking[0]])
    judged = _story(before) if _JUDGES.search(asking_form(last)) and is_tag(last) else ""
    if judged:
        return _completed([_Question(last), *questions], judged, headed=True)
    return _completed(questions, _story([*before, last]), headed=requests(last))


def _story(sentences: Sequence[str]) -> str:
    """Return the last of `sentences`, or the end of it, short enough to stand before questions."""
    story = [without_opener(sentence).strip(" .:,") for sentence in sentences if _tells(sentence)]
    ends = (story[-1], PAUSE.split(story[-1])[-1]) if story else ()
    return next((end for end in ends if len(end.split()) <= _LONGEST_STORY), "")


def _tells(sentence: str) -> bool:
    says = bool(sentence) and not is_courtesy(sentence) and not only_opens(sentence)
    return says and not sentence.endswith("?")


def _questions(sentence: str) -> Iterator[_Question]:
    """Yield the questions of `sentence`, which asks one at least."""
    halves = _JOINT.split(sentence)
    if len(halves) > 1 and all(map(_stands_alone, halves)):
        yield from map(_Question, halves)
        return
    for place, group in enumerate(grouped(sentence)):
        yield _Question(group, paused=place > 0)


def _completed(questions: Sequence[_Question], story: str, *, headed: bool) -> Sequence[str]:
    """Return the questions with their topic where they leave it unsaid; none if one is unsure.

    The `story` is what was told before them; `headed` tells whether it names what they are about.
    """
    if len(questions) <= 1 or any(_is_unsure(question.text) for question in questions):
        return ()
    first = without_opener(questions[0].text).strip(" ,;")
    points_back = _POINTS_BACK.search(asking_form(first)) is not None
    if not story and (points_back or len(first.split()) < _SHORTEST):
        return ()
    fronted = fronted_topic(first)
    is_short = not is_complete(first, "", alone=False)
    leans = bool(story) and (points_back or (headed and is_short))
    topic = "" if leans else fronted
    topic = topic or (story and f"{story},") or object_asked(first)
    written = [
        _likewise(question, first, fronted) or _written(question, topic)
        for question in questions[1:]
    ]
    if story and topic != fronted:
        first = f"{topic} {_lowered(first)}" if leans else _written(_Question(first), topic)
    return [first, *written] if all(written) else ()


def _lowered(question: str) -> str:
    return f"{question[:1].lower()}{question[1:]}"


def _written(question: _Question, topic: str) -> str:
    """Return a question that can be searched alone, "" where it would need a topic."""
    text = without_lead(question.text).strip(" ,;")
    points_back = _POINTS_BACK.search(asking_form(text)) is not None
    if not points_back and is_complete(text, topic, alone=not question.paused):
        return text
    return f"{topic} {_lowered(text)}" if topic else ""


def _likewise(question: _Question, first: str, topic: str) -> str:
    """Return the `first` question of what "còn … thì sao" names instead of its `topic`."""
    other = _AND_WHAT_OF.match(asking_letters(question.text))
    if not (other and topic):
        return ""
    start = first.index(topic) + len(topic)
    return f"{question.text[slice(*other.span('other'))]}{first[start:]}"


def _is_unsure(text: str) -> bool:
    return bool(_SOMEBODY.search(text) or is_alternative(text))


def _stands_alone(text: str) -> bool:
    said = asking_form(text)
    return (
        len(said.split()) >= _SHORTEST
        and is_question(text)
        and not _HANGS.search(said)
        and not _is_unsure(text)
    )
