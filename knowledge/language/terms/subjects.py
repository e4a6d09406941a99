"""The nouns that questions on grassroots democracy are about: `subjects.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from knowledge.language.text import syllables

SUBJECTS = Path(__file__).parent / "subjects.toml"
"""The file that comes with the project."""
_Forms = tuple[tuple[str, ...], ...]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    subjects: _Forms = Field(min_length=1)
    beside: _Forms = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Subjects:
    """The names of what is found, by folded form; `own` are those a question is about by itself."""

    names: Mapping[str, str]
    own: frozenset[str]
    pattern: re.Pattern[str]

    def find(self, text: str) -> tuple[str, ...]:
        """Return the names of what `text` speaks of, each once, in order."""
        forms = self.pattern.findall(" ".join(syllables(text)))
        return tuple(dict.fromkeys(self.names[form] for form in forms))


@cache
def read_subjects(path: Path = SUBJECTS) -> Subjects:
    """Return the nouns of the file."""
    file = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    groups = (*file.subjects, *file.beside)
    names = {" ".join(syllables(form)): group[0] for group in groups for form in group}
    # longer forms first, so that none hides behind its own beginning
    forms = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    own = frozenset(forms[0] for forms in file.subjects)
    return Subjects(names, own, re.compile(rf"\b(?:{forms})\b"))
