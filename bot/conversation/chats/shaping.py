"""A reply in the posts that a platform can show, long texts cut where a reader would pause."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from bot.channels.base import Abilities, Button, Post
from bot.conversation.values import Reply
from prompts.render import render

_PAUSES = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"(?<=[.;?!…])[”\"')]*\s+"),
    re.compile(r"\s+"),
)
"""The places to cut, best first: between paragraphs, lines, sentences, words."""
_LEAST_FILLED = 3
"""A part holds a third of what it could before a better pause counts less than a fuller part."""
_JOINER = "\u200d"
_SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


def units(text: str) -> int:
    """Return the length of `text` in UTF-16 code units, as platforms count it."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def shorten(text: str, longest: int) -> str:
    """Return `text`, cut to `longest` UTF-16 code units with "…" at the end if it is longer."""
    if units(text) <= longest:
        return text
    return text[: _whole_letters(text, _fitting(text, longest - 1))].rstrip() + "…"


def split(text: str, longest: int) -> Iterator[str]:
    """Yield the parts of `text`, none longer than `longest` UTF-16 code units, none blank.

    Only white space at the cuts is lost. `longest` is 2 at least: one letter of any script.
    """
    left = text.strip()
    while units(left) > longest:
        cut = _cut(left, _fitting(left, longest))
        yield left[:cut].rstrip()
        left = left[cut:].lstrip()
    if left:
        yield left


def _fitting(text: str, longest: int) -> int:
    """Return how many letters from the start have `longest` code units at most."""
    taken = 0
    for position, letter in enumerate(text):
        taken += units(letter)
        if taken > longest:
            return position
    return len(text)


def _cut(text: str, end: int) -> int:
    """Return where to cut `text`, at `end` at the latest."""
    for pause in _PAUSES:
        ends = [match.end() for match in pause.finditer(text, 0, end + 1) if match.start() <= end]
        if ends and ends[-1] * _LEAST_FILLED >= end:
            return min(ends[-1], end)
    return _whole_letters(text, end)


def _whole_letters(text: str, end: int) -> int:
    """Return the last place up to `end` that parts no letter from its marks, `end` if none does."""
    whole = end
    while whole and _belongs_to_previous(text, whole):
        whole -= 1
    return whole or end


def _belongs_to_previous(text: str, position: int) -> bool:
    if position >= len(text):
        return False
    letter, before = text[position], text[position - 1]
    joined = unicodedata.category(letter).startswith("M") or letter in _SKIN_TONES
    return joined or _JOINER in (letter, before)


def shape(reply: Reply, abilities: Abilities) -> tuple[Post, ...]:
    """Return `reply` in posts that keep to the `abilities`, the buttons below the last one.

    More choices than there may be buttons become a numbered list at the end of the text.
    """
    menu = reply.menu
    if menu and len(menu.choices) > abilities.most_buttons:
        text = render("chat/choices", text=reply.text, choices=menu.choices)
        return _posts(text, abilities)
    posts = _posts(reply.text, abilities)
    if not menu or not posts:
        return posts
    return (*posts[:-1], Post(posts[-1].text, _buttons(reply, abilities)))


def _posts(text: str, abilities: Abilities) -> tuple[Post, ...]:
    return tuple(Post(part) for part in split(text, abilities.longest_text))


def _buttons(reply: Reply, abilities: Abilities) -> tuple[tuple[Button, ...], ...]:
    rows = []
    index = 0
    for row in reply.choices:
        labels = [shorten(choice.label, abilities.longest_label) for choice in row]
        rows.append(
            tuple(
                Button(label, f"{reply.id}:{number}") for number, label in enumerate(labels, index)
            )
        )
        index += len(row)
    return tuple(rows)
