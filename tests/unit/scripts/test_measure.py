"""How easily one finds one's way in the code, held to what was reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.measure import (
    PACKAGES,
    ROOT,
    Module,
    doubles,
    fragments,
    full_folders,
    lines_of,
    modules_in,
    relative_sentences,
)


@pytest.fixture(scope="module")
def code() -> tuple[Module, ...]:
    return modules_in(ROOT / package for package in PACKAGES)


def written(folder: Path, text: str) -> Module:
    path = folder / "module.py"
    path.write_text(text, encoding="utf-8")
    return Module(path)


def test_no_folder_of_code_holds_more_than_a_reader_takes_in(code: tuple[Module, ...]) -> None:
    assert full_folders(code) == []


def test_hardly_a_public_name_stands_for_several_classes(code: tuple[Module, ...]) -> None:
    twice, names = doubles(code)
    assert len(twice) / names < 0.05, twice


def test_hardly_a_docstring_sentence_opens_with_a_clause(code: tuple[Module, ...]) -> None:
    opening, sentences = relative_sentences(code)
    assert len(opening) / sentences < 0.01, opening


def test_short_functions_used_once_stand_where_they_are_used(code: tuple[Module, ...]) -> None:
    once, functions = fragments(code)
    assert len(once) / functions < 0.035, once


@pytest.mark.parametrize(
    ("docstring", "opens"),
    [
        pytest.param("Return the day.", False, id="imperative"),
        pytest.param("What is known of the day.", True, id="clause"),
        pytest.param("The day. Where none is told, today.", True, id="second sentence"),
        pytest.param("Onelight is a name.", False, id="a word that begins alike"),
    ],
)
def test_a_clause_at_the_head_of_a_sentence_is_seen(
    docstring: str, opens: bool, tmp_path: Path
) -> None:
    opening, _ = relative_sentences([written(tmp_path, f'"""{docstring}"""')])
    assert bool(opening) is opens


@pytest.mark.parametrize(
    ("source", "names"),
    [
        pytest.param("def _a():\n    return 1\n\n\nx = _a()\n", ["_a"], id="used once"),
        pytest.param("def _a():\n    return 1\n\n\nx = _a() + _a()\n", [], id="used twice"),
        pytest.param("def a():\n    return 1\n\n\nx = a()\n", [], id="public"),
        pytest.param("def _a():\n" + "    x = 1\n" * 4 + "\n\ny = _a()\n", [], id="long"),
    ],
)
def test_a_short_function_used_once_is_seen(source: str, names: list[str], tmp_path: Path) -> None:
    once, _ = fragments([written(tmp_path, source)])
    assert [place.split()[-1] for place in once] == names


def test_a_docstring_is_no_line_of_a_function(tmp_path: Path) -> None:
    module = written(tmp_path, 'def a():\n    """Return.\n\n    Much.\n    """\n    return 1\n')
    assert [lines_of(function) for function in module.functions] == [2]
