"""The code itself says nothing to people: every sentence for them is in the templates."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from knowledge.language.text import has_diacritics
from prompts.render import TEMPLATES

ROOT = TEMPLATES.parents[1]
SENTENCE = re.compile(r"\b(?:[Bb]ạn|[Tt]ôi|nhé|vui lòng|xin lỗi)\b|\w \w.*\w[.?!…]$")
"""What speaks to a person: it addresses somebody, or it is a sentence with its full stop."""


def test_no_sentence_for_people_stands_in_the_code() -> None:
    texts = {
        str(path.relative_to(ROOT)): [*_literals(path)]
        for package in ("bot", "index", "knowledge", "prompts")
        for path in sorted((ROOT / package).rglob("*.py"))
    }
    spoken = {name: [*filter(_is_spoken, literals)] for name, literals in texts.items()}

    assert len(texts) > 500
    assert {name: sentences for name, sentences in spoken.items() if sentences} == {}


def _is_spoken(text: str) -> bool:
    return has_diacritics(text) and SENTENCE.search(text) is not None


def _literals(path: Path) -> Iterator[str]:
    """Yield every string in the file at `path` that is no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.value
