"""What each command says where it is typed wrongly: one sentence in Vietnamese, no traceback."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import typer.main

from bot.commands.cli import app
from bot.commands.usage import Group
from tests.support.language.prose import assert_vietnamese
from tests.support.running.danbiet import refusal, run


def _walk(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield every command below `command` with the words that call it."""
    yield path, command
    if isinstance(command, Group):
        for name, below in command.commands.items():
            yield from _walk(below, (*path, name))


TREE = list(_walk(typer.main.get_command(app)))
LEAVES = [(path, command) for path, command in TREE if not isinstance(command, Group)]


def _has(command: Any, kind: str) -> bool:
    """Return True if `command` has parameters of the `kind` that need a value."""
    return any(
        parameter.param_type_name == kind and not getattr(parameter, "is_flag", False)
        for parameter in command.params
    )


def _called(*words: str) -> Any:
    return pytest.param(words, id=" ".join(words))


MISUSES = [
    *(_called(*path, "--khong-co") for path, _ in TREE),
    *(_called(*path, "khong-co") for path, command in TREE if isinstance(command, Group)),
    *(
        _called(*path)
        for path, command in LEAVES
        if any(parameter.required for parameter in command.params)
    ),
    *(
        _called(*path, parameter.opts[0])
        for path, command in TREE
        for parameter in command.params
        if parameter.param_type_name == "option" and not getattr(parameter, "is_flag", False)
    ),
    *(_called(*path, *["thừa"] * 9) for path, _ in LEAVES if path != ("lint",)),
    _called("users", "add", "lan", "--role", "vua"),
]


@pytest.mark.parametrize("words", MISUSES)
def test_a_wrong_use_is_refused_in_one_vietnamese_sentence(words: tuple[str, ...]) -> None:
    said = refusal(run(*words), status=2)

    assert_vietnamese(said)
    assert "--help" in said


@pytest.mark.parametrize(
    "words",
    [
        _called("ask"),
        _called("ask", "Ai ký?", "--on", "hôm qua"),
        _called("ask", ""),
        _called("remove", "khong-co"),
        _called("show", "khong-co"),
        _called("lint", "khong-co.txt"),
        _called("check", "khong-co"),
        _called("evaluate", "khong-co.jsonl"),
        _called("topics", "check", "khong-co"),
        _called("add", "khong-co.pdf"),
        _called("add", "/bin/ls"),
        _called("topics", "--resolution", "khong-co"),
    ],
)
def test_a_bad_value_is_refused_in_one_vietnamese_sentence(words: tuple[str, ...]) -> None:
    assert_vietnamese(refusal(run(*words)))


@pytest.mark.parametrize("path", [pytest.param(path, id=" ".join(path)) for path, _ in TREE])
def test_the_help_of_every_command_is_vietnamese(path: tuple[str, ...]) -> None:
    result = run(*path, "--help")

    assert (result.returncode, result.stderr) == (0, "")
    assert_vietnamese(result.stdout)


@pytest.mark.parametrize("group", ["", "users", "zalo"])
def test_a_group_without_a_command_shows_its_help(group: str) -> None:
    result = run(*group.split())

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == run(*group.split(), "--help").stdout
