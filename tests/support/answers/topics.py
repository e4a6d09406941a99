"""Topics for tests, and files of topics."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from knowledge.language.text import syllables
from knowledge.law.resolution import Address
from knowledge.matters.lists.outside import OUTSIDE
from knowledge.matters.topic import PlainAnswer, Right, Topic

QUESTIONS = "questions.jsonl"
"""A file of topics."""
_MATTER = '[[matter]]\nkind = "field"\nname = "y tế"\nask = ""\nphrases = ["khám bệnh ở đâu"]\n'


def topic(name: str, *questions: str, provisions: Sequence[Address] = ()) -> Topic:
    """Return a topic on the right to know."""
    answers = tuple(PlainAnswer((one,)) for one in provisions)
    return Topic(name, (Right.KNOW,), answers, questions or (f"{name} là gì?",))


def line(
    heading: str, *provisions: Mapping[str, Any], questions: Sequence[str] = (), **more: Any
) -> dict[str, Any]:
    """Return the line of a topic on the right to know, with an answer from each provision."""
    return {
        "id": "-".join(syllables(heading)),
        "heading": heading,
        "rights": ["biet"],
        "questions": list(questions) or [f"{heading} là gì?"],
        "answers": [{"basis": [one]} for one in provisions],
        **more,
    }


def write_lines(path: Path, *lines: Mapping[str, Any] | str) -> Path:
    """Write `lines`, as JSON those that are not text, into the file at `path`; return it."""
    texts = [
        line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines
    ]
    path.write_text("\n".join(texts), encoding="utf-8")
    return path


def write_topics(folder: Path, *lines: Mapping[str, Any] | str) -> Path:
    """Make a folder of topics, those in `lines`, and one matter outside; return it."""
    folder.mkdir(exist_ok=True)
    write_lines(folder / QUESTIONS, *lines)
    (folder / OUTSIDE).write_text(_MATTER, encoding="utf-8")
    return folder
