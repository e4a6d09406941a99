"""The first two steps of an answer: a question is read, then completed from the turns before it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from bot.answer.acts import ON_THE_ANSWER, Act, Heard, hear
from bot.answer.understand.asked.comparison import Comparison, find_comparison
from bot.answer.understand.asked.facts import find_fact
from bot.answer.understand.asked.focus import find_focus
from bot.answer.understand.asked.measures import find_measure
from bot.answer.understand.day import find_day
from bot.answer.understand.parts.parts import find_parts
from bot.answer.understand.rewriting import rewrite, without_curses
from bot.answer.understand.slots import slots_of
from bot.answer.understand.talk.follow_up import complete
from bot.answer.values import Fact, Question, Reading
from knowledge.gazetteer.places import Gazetteer, PlaceMention
from knowledge.language.patterns import any_of, folded
from knowledge.language.terms.english import in_vietnamese
from knowledge.language.text import normalise, syllables
from knowledge.language.tones import place_tones
from knowledge.language.typing.speller import Speller
from knowledge.law.references.citation import (
    Reference,
    cites_other_kind,
    document_numbers,
    find_references,
)
from knowledge.law.resolution import Resolution
from prompts.render import render

_REMEMBERED = 64
"""Readings that are kept: the steps of one message, and the next one, ask for them anew."""
_SURELY = 0.8
"""The probability from which on a message is about the last answer though it names a fact."""
_BRIEF = 7
"""Syllables up to which a message after others may be about them, whatever it says."""
_CIVIC = any_of(
    "thon|ap|xom|khom|lang|khu pho|to dan pho|ba con|nhan dan|hop|mat tran|uy ban|hoi dong",
    "can bo|cong chuc|vien chuc|lanh dao|sep|tap the|co quan|chinh quyen|dai bieu|bi thu",
    "dan chu|nghi quyet|huong uoc|quy uoc|quy che|gop y|y kien|ban bac|cong khai|minh bach",
    "giam sat|thanh tra|kiem tra|bo phieu|lay phieu|bieu quyet|gio tay|khieu nai|to cao",
    "kien nghi|phan anh|tiep dan|doi thoai|mot cua|tuyen truyen|tap huan|khen thuong|thi dua",
)
"""Words in which people speak of the life of their commune, whatever they ask about it."""


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """A question, and how it is read."""

    question: Question
    reading: Reading


class Reader:
    """Reads questions about the documents of one `library`."""

    def __init__(
        self, library: Mapping[str, Resolution], gazetteer: Gazetteer, speller: Speller
    ) -> None:
        self._library = library
        territories = (resolution.territory for resolution in library.values())
        known_places = tuple(unit.name for unit in territories if unit.name)
        read = partial(understand, gazetteer=gazetteer, known_places=known_places, speller=speller)
        self.read = lru_cache(_REMEMBERED)(read)

    def understand(self, question: Question) -> ReadQuestion:
        """Return `question` read by itself."""
        return ReadQuestion(question, self.read(question.text))

    def complete(self, read: ReadQuestion) -> ReadQuestion:
        """Return the question read as it is meant after the turns before it."""
        reading, earlier = read.reading, read.question.earlier
        text = complete(reading, earlier, self.read, self._library) if earlier else None
        if text is None:
            leans = is_brief(reading) and bool(earlier)
            return replace(read, reading=replace(reading, leans=leans))
        whole = self.read(text)
        parts = whole.parts if whole.compared else ()
        completed = replace(whole, asked=reading.asked, follows=True, parts=parts)
        return replace(read, reading=completed)


def is_brief(reading: Reading) -> bool:
    """Return True if `reading` says so little that it may be about the turns before it."""
    return len(syllables(reading.text)) <= _BRIEF


def understand(
    question: str, gazetteer: Gazetteer, known_places: Collection[str], speller: Speller
) -> Reading:
    """Return how `question` is read.

    `known_places` are names of places that count without their kind before them ("Kim Thanh").
    """

    def write_out(words: str) -> tuple[str, tuple[PlaceMention, ...]]:
        # places are found in the typed words: a model of ordinary language would spoil their names
        return rewrite(words, gazetteer.mentioned(words, known_places), speller)

    typed = normalise(question)
    meant = in_vietnamese(typed)
    civil = without_curses(meant)
    text, mentions = write_out(civil)
    searched = place_tones(_without(text, mentions))
    whole = meant == typed == civil
    lines = question.strip() if whole else without_curses(meant if meant != typed else question)
    # lines part questions: only of a message on one line may the words be read that are written out
    in_lines = "\n" in lines
    asking = write_out(normalise(find_focus(lines))) if in_lines else None
    focus = place_tones(_without(*asking)) if asking else find_focus(searched)
    parts = find_parts(lines if in_lines else text)
    comparison = None if parts else find_comparison(slots_of(text, mentions))
    references, numbers, fact = find_references(text), document_numbers(text), find_fact(focus)
    heard = max(hear(meant), hear(text), key=lambda hearing: hearing.sure)
    day = find_day(focus, searched)
    named = day is not None or _names(heard, references, numbers, fact, mentions)
    return Reading(
        asked=typed,
        text=text,
        searched=searched,
        focus=focus,
        mentions=mentions,
        references=references,
        numbers=numbers,
        other_kind=cites_other_kind(text),
        fact=fact,
        measure=find_measure(focus),
        civic=is_civic(searched),
        act=heard.act if heard.act and not named else None,
        in_danger=hear(typed).danger or hear(meant).danger,
        parts=_questions(comparison) if comparison else parts,
        compared=comparison.places if comparison else (),
        day=day,
        english=meant != typed,
    )


def is_civic(text: str) -> bool:
    """Return True if a word of civic life stands in `text`."""
    return _CIVIC.search(folded(text)) is not None


def _names(
    heard: Heard,
    references: tuple[Reference, ...],
    numbers: tuple[str, ...],
    fact: Fact | None,
    mentions: tuple[PlaceMention, ...],
) -> bool:
    """Return True if a message names the provision, document or fact that it asks for.

    A message that surely asks on which document an answer rests, or of its force, asks for no fact.
    """
    of_answer = heard.act in ON_THE_ANSWER
    asks_fact = fact is not None and not (of_answer and heard.sure >= _SURELY)
    of_no_place = of_answer or heard.act is Act.NO_PLACE
    return bool(references or numbers or asks_fact or (mentions and of_no_place))


def _questions(comparison: Comparison) -> tuple[str, ...]:
    """Return the question for each place."""
    return tuple(
        render("answer/question/compared", matter=comparison.matter, place=place)
        for place in comparison.places
    )


def _without(text: str, mentions: tuple[PlaceMention, ...]) -> str:
    """Return `text` without the places it names, or all of it if nothing else is left."""
    kept = text
    for mention in sorted(mentions, key=lambda mention: mention.start, reverse=True):
        kept = f"{kept[: mention.start]} {kept[mention.end :]}"
    return normalise(kept) or text
