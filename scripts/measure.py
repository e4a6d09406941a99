"""Prints how easily one finds one's way in the code: sizes, folders, names, prose, calls.

`python scripts/measure.py [FOLDER…]` looks at the packages, or at the folders named. With
`--message` it also answers one question in the chat and counts the files that take part; that
needs an index in the data folder.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "index", "knowledge", "prompts", "training")
MOST_ENTRIES = 12
FRAGMENT = 4
"""The most lines of a function that may well stand where it is used, if that is one place."""
PLACEHOLDERS = frozenset({"one", "found", "told", "asked", "its"})
"""Names that say nothing of the thing that they name."""
_DEFINED_AND_USED = 2
"""A function that is used once is named twice in its module."""
_RELATIVE = re.compile(r"(?:What|Where|Which|Who|Whom|Whose|When|Whether|Why|How|One|That)\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z`])")

_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file of the code, parsed."""

    path: Path

    @property
    def name(self) -> str:
        """Return the path as it is told."""
        return str(self.path.relative_to(ROOT) if self.path.is_relative_to(ROOT) else self.path)

    @cached_property
    def text(self) -> str:
        """Return the source."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Return every node of the syntax tree."""
        return tuple(ast.walk(ast.parse(self.text)))

    @property
    def functions(self) -> Iterator[Function]:
        """Yield functions and methods."""
        return (n for n in self.nodes if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))

    @property
    def classes(self) -> Iterator[str]:
        """Yield the names of public classes."""
        return (
            n.name for n in self.nodes if isinstance(n, ast.ClassDef) and not n.name.startswith("_")
        )

    @property
    def docstrings(self) -> Iterator[str]:
        """Yield docstrings, also those below a constant."""
        for body in (node.body for node in self.nodes if isinstance(node, _DOCUMENTED)):
            for statement in body:
                if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                    yield str(statement.value.value)

    @property
    def variables(self) -> Iterator[str]:
        """Yield each place at which a variable or parameter gets its name."""
        for node in self.nodes:
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id
            elif isinstance(node, ast.arg):
                yield node.arg


def lines_of(function: Function) -> int:
    """Return how many lines a function has from its name to its end, its docstring left out."""
    first = function.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def modules_in(folders: Iterable[Path]) -> tuple[Module, ...]:
    """Return the modules of `folders`, tests and generated files left out."""
    return tuple(Module(file) for folder in folders for file in sorted(folder.rglob("*.py")))


def spread(sizes: Sequence[int]) -> str:
    """Return median, ninth decile and maximum of `sizes`."""
    ordered = sorted(sizes) or [0]
    return " / ".join(
        str(ordered[min(len(ordered) - 1, int(len(ordered) * part))]) for part in (0.5, 0.9, 1)
    )


def share(part: int, whole: int) -> str:
    """Return a share in percent, with what it is made of."""
    return f"{part / max(1, whole):.1%} ({part} of {whole})"


def full_folders(modules: Iterable[Module]) -> list[str]:
    """Return the folders of code that hold more entries than a reader takes in at once."""
    entries = {
        folder: sum(map(_holds_source, folder.iterdir()))
        for folder in {module.path.parent for module in modules}
    }
    return sorted(
        f"{folder.relative_to(ROOT)} {count}"
        for folder, count in entries.items()
        if count > MOST_ENTRIES
    )


def _holds_source(entry: Path) -> bool:
    """Return False for a folder of which compiled files alone are left."""
    if entry.is_file():
        return True
    return any(file.is_file() and file.parent.name != "__pycache__" for file in entry.rglob("*"))


def doubles(modules: Iterable[Module]) -> tuple[dict[str, list[str]], int]:
    """Return public class names that stand for several classes, and how many names there are."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for module in modules:
        for name in module.classes:
            places[name].append(module.name)
    return {name: where for name, where in places.items() if len(where) > 1}, len(places)


def relative_sentences(modules: Iterable[Module]) -> tuple[list[str], int]:
    """Return docstring sentences that open with a relative clause, and how many there are."""
    sentences = [
        (module, " ".join(sentence.split()))
        for module in modules
        for docstring in module.docstrings
        for sentence in _SENTENCE.split(docstring.strip())
    ]
    opening = [
        f"{module.name}: {sentence}" for module, sentence in sentences if _RELATIVE.match(sentence)
    ]
    return opening, len(sentences)


def fragments(modules: Sequence[Module]) -> tuple[list[str], int]:
    """Return private functions of a few lines that are used once, and how many functions are."""
    once = [
        f"{module.name}:{function.lineno} {function.name}"
        for module in modules
        for function in module.functions
        if function.name.startswith("_")
        and not function.name.startswith("__")
        and lines_of(function) <= FRAGMENT
        and len(re.findall(rf"\b{function.name}\b", module.text)) == _DEFINED_AND_USED
    ]
    return once, sum(1 for module in modules for _ in module.functions)


def files_of_a_message(question: str) -> list[str]:
    """Return the files of the project whose code runs while a chat answers `question`."""
    from bot.commands.terminal import application, open_edition
    from bot.conversation.chats.transient import TransientChat

    edition = open_edition(application())
    chat = TransientChat(lambda: edition, lambda: datetime.now(UTC), has_staff=False)
    chat.says(question)  # what is loaded once is not of this message
    files: set[str] = set()

    def note(frame: FrameType, event: str, _value: object) -> None:
        if event == "call":
            files.add(frame.f_code.co_filename)

    sys.setprofile(note)
    chat.says(question)
    sys.setprofile(None)
    return sorted(file for file in files if file.startswith(str(ROOT)) and ".venv" not in file)


def report(modules: Sequence[Module]) -> Iterator[tuple[str, str, list[str]]]:
    """Yield each figure: what is measured, the value, and the places that count."""
    functions = [function for module in modules for function in module.functions]
    yield "lines of a module, p50 / p90 / max", spread([m.text.count("\n") for m in modules]), []
    yield "lines of a function, p50 / p90 / max", spread([lines_of(f) for f in functions]), []
    full = full_folders(modules)
    yield f"folders with more than {MOST_ENTRIES} entries", str(len(full)), full
    twice, names = doubles(modules)
    yield (
        "names that stand for several public classes",
        share(len(twice), names),
        [f"{name}: {', '.join(where)}" for name, where in twice.items()],
    )
    opening, sentences = relative_sentences(modules)
    yield "docstring sentences that open with a clause", share(len(opening), sentences), opening
    variables = [name for module in modules for name in module.variables]
    placeholders = Counter(name for name in variables if name in PLACEHOLDERS)
    yield (
        "variables that say nothing",
        share(placeholders.total(), len(variables)),
        [f"{name} {count}" for name, count in placeholders.most_common()],
    )
    once, all_functions = fragments(modules)
    yield f"functions of up to {FRAGMENT} lines used once", share(len(once), all_functions), once


def main(arguments: Sequence[str]) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[ROOT / p for p in PACKAGES])
    parser.add_argument("--message", metavar="QUESTION", help="count the files one answer passes")
    parser.add_argument("--places", action="store_true", help="name the places behind a figure")
    options = parser.parse_args(arguments)
    modules = modules_in(folder.resolve() for folder in options.folders)
    figures = list(report(modules))
    if options.message:
        files = files_of_a_message(options.message)
        figures.append(("files that one message passes", str(len(files)), files))
    for name, value, places in figures:
        print(f"{name:48} {value}")
        if options.places:
            print(*(f"    {place}" for place in places), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
