"""Every expression of a package, and texts built to make each of them take long.

Run as a program (`python -m tests.support.language.patterns PACKAGE SIZE`) it tries each expression
on the worst of its texts, SIZE characters long, and names it first: the last name is of what came
to no end.
"""

from __future__ import annotations

import pkgutil
import re
import sys
import time
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import partial
from importlib import import_module
from itertools import product
from typing import Any

kinds: Any = import_module("re._constants")
syntax: Any = import_module("re._parser")
_LONGEST_PIECE = 40
_MOST_PIECES = 12
_REPEATS = frozenset({kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT})
_TRIED = 4_000
"""Characters of the texts of which the worst is then tried at full length."""
_LARGEST = 0x1EF9
"""The last letter of Vietnamese."""
_CATEGORIES = {
    kinds.CATEGORY_DIGIT: "1",
    kinds.CATEGORY_SPACE: " ",
    kinds.CATEGORY_WORD: "a",
    kinds.CATEGORY_NOT_DIGIT: "a",
    kinds.CATEGORY_NOT_SPACE: "a",
    kinds.CATEGORY_NOT_WORD: ".",
}


def expressions(package: str) -> dict[re.Pattern[Any], str]:
    """Return every compiled expression that a module of `package` holds, with its name."""
    found: dict[re.Pattern[Any], str] = {}
    root = import_module(package)
    for info in pkgutil.walk_packages(root.__path__, f"{package}."):
        module = import_module(info.name)
        for name, value in vars(module).items():
            for expression in _held(value, info.name):
                found.setdefault(expression, f"{info.name}.{name}")
    return found


def _held(value: object, module: str) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, type) and issubclass(value, Enum) and value.__module__ == module:
        yield from _held([member.value for member in value], module)
    elif isinstance(value, dict):
        yield from _held([*value, *value.values()], module)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _held(one, module)


def attacks(expression: re.Pattern[Any], size: int) -> Iterator[str]:
    """Yield texts of `size` characters made of what `expression` can match, over and over."""
    return (_grown(plan, size) for plan in _plans(expression))


def _plans(expression: re.Pattern[Any]) -> Iterator[tuple[str, str]]:
    """Yield what an attack begins with, and what it then repeats.

    The first plan is its shortest beginning and then a piece without end, others are a piece or two
    in turn: the matches are begun again and again and never found.
    """
    source = expression.pattern
    text = source.decode("latin-1") if isinstance(source, bytes) else source
    flags = expression.flags & ~re.UNICODE if isinstance(source, bytes) else expression.flags
    tree = syntax.parse(text, flags)
    pieces = list(dict.fromkeys(["a", " ", "1", "\n", *_pieces(tree)]))[:_MOST_PIECES]
    whole = _example(tree)
    units = [*pieces, whole, *(whole[:end] for end in (len(whole) // 2, len(whole) - 1))]
    units += [one + other for one, other in product(pieces[-6:], pieces[:4]) if one != other]
    for unit in dict.fromkeys(filter(None, units)):
        yield "", unit
        yield whole[:-1], unit


def _grown(plan: tuple[str, str], size: int) -> str:
    """Return the text of `size` characters that a plan makes."""
    beginning, unit = plan
    return f"{beginning}{unit * (size // len(unit) + 1)}"[:size]


def _pieces(tree: Iterable[Any]) -> Iterator[str]:
    """Yield an example of each part of `tree`, the inner ones too."""
    run = ""
    for operation, argument in tree:
        example = _example([(operation, argument)])
        if operation is kinds.LITERAL:
            run += example
            continue
        yield run[:_LONGEST_PIECE]
        run = ""
        yield example[:_LONGEST_PIECE]
        for inner in _inner(operation, argument):
            yield from _pieces(inner)
    yield run[:_LONGEST_PIECE]


def _inner(operation: Any, argument: Any) -> list[Any]:
    if operation in _REPEATS:
        return [argument[2]]
    if operation is kinds.SUBPATTERN:
        return [argument[-1]]
    if operation is kinds.BRANCH:
        return list(argument[1])
    return [argument[1]] if operation in {kinds.ASSERT, kinds.ASSERT_NOT} else []


def _example(tree: Iterable[Any]) -> str:
    """Return a short text that `tree` matches, as far as its looks around allow."""
    return "".join(_example_of(operation, argument) for operation, argument in tree)


def _example_of(operation: Any, argument: Any) -> str:
    if operation is kinds.LITERAL:
        return chr(argument)
    if operation in {kinds.ANY, kinds.NOT_LITERAL}:
        return "a"
    if operation is kinds.IN:
        return _member(argument)
    if operation in {kinds.ASSERT, kinds.ASSERT_NOT}:
        return ""
    inner = _inner(operation, argument)[:1]
    times = max(1, argument[0]) if operation in _REPEATS else 1
    return "".join(map(_example, inner)) * times


def _member(choices: Iterable[Any]) -> str:
    """Return a character of a class."""
    (operation, argument), *others = choices
    if operation is kinds.NEGATE:
        letters = map(chr, (*range(97, 123), *range(33, _LARGEST)))
        return next(one for one in letters if not any(_holds(other, one) for other in others))
    if operation is kinds.RANGE:
        return chr(argument[0])
    return chr(argument) if operation is kinds.LITERAL else _CATEGORIES[argument]


def _holds(choice: tuple[Any, Any], letter: str) -> bool:
    operation, argument = choice
    if operation is kinds.LITERAL:
        return bool(ord(letter) == argument)
    if operation is kinds.RANGE:
        return bool(argument[0] <= ord(letter) <= argument[1])
    return re.match(_ESCAPES[argument], letter) is not None


_ESCAPES = {
    kinds.CATEGORY_DIGIT: r"\d",
    kinds.CATEGORY_SPACE: r"\s",
    kinds.CATEGORY_WORD: r"\w",
    kinds.CATEGORY_NOT_DIGIT: r"\D",
    kinds.CATEGORY_NOT_SPACE: r"\S",
    kinds.CATEGORY_NOT_WORD: r"\W",
}


def main(package: str, size: str) -> None:
    """Look for every expression of `package` all through the worst of its texts."""
    for expression, name in expressions(package).items():
        print(name, flush=True)  # noqa: T201 - what a test reads
        worst = max(_plans(expression), key=partial(_seconds, expression, size=_TRIED))
        _seconds(expression, worst, int(size))


def _seconds(expression: re.Pattern[Any], plan: tuple[str, str], size: int) -> float:
    """Return the time in which `expression` is looked for all through the text of a plan."""
    text = _grown(plan, size)
    is_of_bytes = isinstance(expression.pattern, bytes)
    attacked = text.encode("latin-1", "replace") if is_of_bytes else text
    began = time.process_time()
    for _ in expression.finditer(attacked):
        pass
    return time.process_time() - began


if __name__ == "__main__":
    main(*sys.argv[1:])
