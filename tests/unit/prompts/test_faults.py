"""Every error that the project raises: told to people in Vietnamese, or never told."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import re
import typing
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from importlib import import_module
from itertools import product
from pathlib import Path
from types import UnionType
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError
from sqlalchemy.exc import SQLAlchemyError
from tomlkit.exceptions import TOMLKitError

from index.errors import IndexMissing
from knowledge.errors import DanBietError
from knowledge.law.resolution import Resolution
from knowledge.matters.jsonl import BadLine, LineFault
from knowledge.matters.topic import Topic
from knowledge.readers.extract import Refusal, UnreadableReason
from prompts.faults import template_of
from prompts.render import TEMPLATES, tell
from tests.support.documents.documents import LANG_SON, bundled
from tests.support.language.prose import assert_vietnamese

INTERNAL: Mapping[str, str] = {
    "BadPeriod": "the page of statistics tells its mistake beside the field",
    "BadUpdate": "the log alone tells it, and the channel goes on listening",
    "ChangedMeanwhile": "the page of a draft tells it as a fault of intake",
    "ChannelError": "it is made with Vietnamese words of the channel",
    "DeliveryError": "it is made with Vietnamese words of the channel",
    "MatterChanged": "the page of a matter tells it as a fault of matters",
    "Refused": "it is made with a template of its own, which its tests render",
    "SetTaken": "the page of question sets tells it beside the field",
    "SignInFirst": "the guard of the console leads to the page for signing in",
    "Stopped": "the work ends as somebody wished, and its row tells that it was stopped",
    "StoreError": "only its subclasses are raised",
    "Superseded": "whoever was overtaken in the background ends in silence",
    "UnderWay": "the page shows the progress of what is under way",
    "UnknownDraft": "the page of a draft leads back to the list",
}
"""Errors without a template that reach nobody as they are, each with the reason."""


def _modules() -> Iterator[Any]:
    for name in ("bot", "index", "knowledge", "prompts"):
        package = import_module(name)
        yield package
        for module in pkgutil.walk_packages(package.__path__, f"{name}."):
            if "__main__" not in module.name and "migrations" not in module.name:
                yield import_module(module.name)


def _classes(base: type) -> list[type[Any]]:
    """Return every class of the project that derives from `base`, by name."""
    classes = {
        member
        for module in _modules()
        for member in vars(module).values()
        if inspect.isclass(member)
        and issubclass(member, base)
        and member.__module__ == module.__name__
    }
    return sorted(classes, key=lambda kind: (kind.__module__, kind.__name__))


ERRORS = [kind for kind in _classes(DanBietError) if kind is not DanBietError]
TOLD = [kind for kind in ERRORS if kind.__name__ not in INTERNAL]
SAMPLES: Mapping[Any, Sequence[Any]] = {
    str: ("vi-du", ""),
    int: (3,),
    float: (1.5,),
    bool: (True, False),
    object: ("vi-du",),
    type(None): (None,),
    Path: (Path("/kho/tep.txt"),),
    OSError: (OSError(28, "No space left on device"),),
    SQLAlchemyError: (SQLAlchemyError("vi-du"),),
    Topic: (),
    Resolution: (bundled(LANG_SON),),
    DanBietError: (IndexMissing(Path("/kho")),),
}


ARGUMENTS: Mapping[str, Sequence[tuple[Any, ...]]] = {
    "BadPaste": [("no_code",), ("other_login",), ("no_token",)],
    "WebhookNotSet": [(("telegram",),)],
}
"""How errors are made whose arguments are keys of their templates."""


def _values(kind: Any) -> list[Any]:
    """Return values of the type `kind`, as errors are made with."""
    if typing.get_origin(kind) in {typing.Union, UnionType}:
        return [value for each in typing.get_args(kind) for value in _values(each)]
    if inspect.isclass(kind) and issubclass(kind, Enum):
        return list(kind)
    if arguments := typing.get_args(kind):
        return [tuple(_values(arguments[0]))]
    return list(SAMPLES.get(kind, ()))


def _errors(kind: type[DanBietError]) -> Iterator[DanBietError]:
    """Yield an error of `kind` for each way in which it can be made."""
    if kind.__name__ in ARGUMENTS:
        yield from (kind(*arguments) for arguments in ARGUMENTS[kind.__name__])
        return
    hints = typing.get_type_hints(kind.__init__, vars(inspect.getmodule(kind)))
    parameters = [
        parameter
        for parameter in list(inspect.signature(kind).parameters.values())
        if parameter.kind is not parameter.VAR_KEYWORD
    ]
    for values in product(*(_values(hints[parameter.name]) for parameter in parameters)):
        pairs = list(zip(parameters, values, strict=True))
        positional = [value for name, value in pairs if name.kind is not name.KEYWORD_ONLY]
        named = {name.name: value for name, value in pairs if name.kind is name.KEYWORD_ONLY}
        yield kind(*positional, **named)


@pytest.mark.parametrize("kind", TOLD, ids=lambda kind: kind.__name__)
def test_every_error_is_told_in_vietnamese(kind: type[DanBietError]) -> None:
    errors = list(_errors(kind))
    assert errors
    for error in errors:
        told = tell(error)
        assert_vietnamese(told)
        assert "\n" not in told
        assert told.rstrip(")")[-1] in ".?…"
        assert kind.__name__ not in told


def test_only_errors_of_the_project_are_declared_internal() -> None:
    internal = [kind for kind in ERRORS if kind.__name__ in INTERNAL]
    assert {kind.__name__ for kind in internal} == set(INTERNAL)
    assert [kind.__name__ for kind in internal if template_of(kind, TEMPLATES)] == []


class _Line(BaseModel):
    question: str


def _raised(line: str) -> ValidationError:
    with pytest.raises(ValidationError) as raised:
        _Line.model_validate_json(line)
    return raised.value


CAUSES = [
    *(
        pytest.param(OSError(number, "some reason"), id=f"errno {number}")
        for number in (2, 13, 21, 999)
    ),
    pytest.param(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), id="no UTF-8"),
    pytest.param(ModuleNotFoundError("No module named 'psycopg'", name="psycopg"), id="no package"),
    pytest.param(TOMLKitError("Unexpected character"), id="no TOML"),
    *(pytest.param(_raised(line), id=line) for line in ("xin chào", "[]", "{}", '{"question": 1}')),
    *(pytest.param(Refusal(reason), id=reason) for reason in UnreadableReason),
]


@pytest.mark.parametrize("cause", CAUSES)
def test_every_cause_of_an_error_is_told_in_vietnamese(cause: Exception) -> None:
    told = tell(cause)
    assert_vietnamese(told)
    assert told.endswith(".")
    assert "\n" not in told


def _line_faults() -> Iterator[LineFault]:
    """Yield every fault of a line that stands in the code, with facts of the names there."""
    english = TEMPLATES / "faults" / "knowledge" / "matters" / "line_fault.j2"
    facts = dict.fromkeys(re.findall(r"facts\.(\w+)", english.read_text("utf-8")), "vi-du")
    for module in _modules():
        for node in ast.walk(ast.parse(inspect.getsource(module) or "")):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "LineFault":
                assert isinstance(node.args[0], ast.Constant)
                yield LineFault(str(node.args[0].value), "", **facts)


@pytest.mark.parametrize(
    "fault", {fault.key: fault for fault in _line_faults()}.values(), ids=lambda fault: fault.key
)
def test_every_fault_of_a_line_is_told_in_vietnamese(fault: LineFault) -> None:
    bare = tell(BadLine(Path("/kho/tep.jsonl"), "", 2))
    told = tell(BadLine(Path("/kho/tep.jsonl"), fault, 2)).removeprefix(bare)
    assert_vietnamese(told)
    assert "\n" not in told
    assert told.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("there is no draft a", id="plain"),
        pytest.param("/kho/tep.txt: no such file or directory", id="file"),
        pytest.param("Nobody knows, sorry", id="without a word of the list"),
        pytest.param("", id="empty"),
    ],
)
def test_english_is_known_as_such(text: str) -> None:
    with pytest.raises(AssertionError):
        assert_vietnamese(text)


@pytest.mark.parametrize("kind", _classes(Enum), ids=lambda kind: kind.__name__)
def test_no_value_of_an_enumeration_is_a_sentence(kind: type[Enum]) -> None:
    values = [member.value for member in kind if isinstance(member.value, str)]
    assert [value for value in values if len(value.split()) > 2 or "{" in value] == []
