"""The code itself says nothing to people: every sentence for them is in the templates."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.language.text import has_diacritics
from prompts.render import TEMPLATES

ROOT = TEMPLATES.parents[1]
SENTENCE = re.compile(r"\b(?:[Bb]ạn|[Tt]ôi|nhé|vui lòng|xin lỗi)\b|\w \w.*\w[.?!…]$")
"""What speaks to a person: it addresses somebody, or it is a sentence with its full stop."""


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=str(path.relative_to(ROOT)))
        for package in ("bot", "index", "knowledge", "prompts")
        for path in sorted((ROOT / package).rglob("*.py"))
    ],
)
def test_no_sentence_for_people_stands_in_the_code(path: Path) -> None:
    spoken = [text for text in _literals(path) if has_diacritics(text) and SENTENCE.search(text)]

    assert spoken == []


def _literals(path: Path) -> Iterator[str]:
    """Yield every string in the file at `path` that is no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.value
