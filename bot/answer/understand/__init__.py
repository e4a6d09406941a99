"""Reading a question: one module for each thing that can be recognised in it."""

from __future__ import annotations

from collections.abc import Collection

from bot.answer.acts import ON_THE_ANSWER, Act, Heard, hear
from bot.answer.understand.asked.comparison import Comparison, find_comparison
from bot.answer.understand.asked.facts import find_fact
from bot.answer.understand.asked.focus import find_focus
from bot.answer.understand.asked.measures import find_measure
from bot.answer.understand.civic import is_civic
from bot.answer.understand.curses import without_curses
from bot.answer.understand.day import find_day
from bot.answer.understand.parts.parts import find_parts
from bot.answer.understand.rewriting import rewrite
from bot.answer.understand.slots import slots_of
from bot.answer.values import Fact, Reading
from knowledge.gazetteer.places import Gazetteer, PlaceMention
from knowledge.language.terms.english import in_vietnamese
from knowledge.language.text import normalise
from knowledge.language.tones import place_tones
from knowledge.language.typing.speller import Speller
from knowledge.law.references.citation import (
    Reference,
    cites_other_kind,
    document_numbers,
    find_references,
)
from prompts.render import render

__all__ = ["understand"]

_SURELY = 0.8
"""The probability from which on a message is about the last answer though it names a fact."""


def understand(
    question: str, gazetteer: Gazetteer, known_places: Collection[str], speller: Speller
) -> Reading:
    """Return how `question` is read.

    Places are found in what was typed, and are left as typed: a model of ordinary language would
    make other words of their names. `known_places` are names of places that count without their
    kind before them ("Kim Thanh").
    """
    asked = normalise(question)
    meant = in_vietnamese(asked)
    civil = without_curses(meant)
    text, mentions = rewrite(civil, gazetteer.mentioned(civil, known_places), speller)
    searched = place_tones(_without(text, mentions))
    whole = meant == asked == civil
    lines = question.strip() if whole else without_curses(meant if meant != asked else question)
    if "\n" not in lines:
        focus = find_focus(searched)
        parts = find_parts(text)
    else:
        asking = normalise(find_focus(lines))
        focus = _written_out(asking, gazetteer, known_places, speller)
        parts = find_parts(lines)
    comparison = None if parts else find_comparison(slots_of(text, mentions))
    references, numbers, fact = find_references(text), document_numbers(text), find_fact(focus)
    heard = max(hear(meant), hear(text), key=lambda one: one.sure)
    day = find_day(focus, searched)
    names = day is not None or _names(heard, references, numbers, fact, mentions)
    return Reading(
        asked=asked,
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
        act=heard.act if heard.act and not names else None,
        in_danger=hear(asked).danger or hear(meant).danger,
        parts=_questions(comparison) if comparison else parts,
        compared=comparison.places if comparison else (),
        day=day,
        english=meant != asked,
    )


def _names(
    heard: Heard,
    references: tuple[Reference, ...],
    numbers: tuple[str, ...],
    fact: Fact | None,
    mentions: tuple[PlaceMention, ...],
) -> bool:
    """Return True if a message names what it asks for, whatever it sounds like.

    Who asks surely which document an answer rests on, or what force it has, asks for no fact.
    """
    of_answer = heard.act in ON_THE_ANSWER
    asks_fact = fact is not None and not (of_answer and heard.sure >= _SURELY)
    of_no_place = of_answer or heard.act is Act.NO_PLACE
    return bool(references or numbers or asks_fact or (mentions and of_no_place))


def _written_out(
    part: str, gazetteer: Gazetteer, known_places: Collection[str], speller: Speller
) -> str:
    """Return `part` of a message as it is searched."""
    return place_tones(_without(*rewrite(part, gazetteer.mentioned(part, known_places), speller)))


def _questions(comparison: Comparison) -> tuple[str, ...]:
    """Return what is asked of each place."""
    return tuple(
        render("answer/compared", matter=comparison.matter, place=place)
        for place in comparison.places
    )


def _without(text: str, mentions: tuple[PlaceMention, ...]) -> str:
    """Return `text` without the places it names, or all of it if nothing else is left."""
    kept = text
    for mention in sorted(mentions, key=lambda mention: mention.start, reverse=True):
        kept = f"{kept[: mention.start]} {kept[mention.end :]}"
    return normalise(kept) or text
