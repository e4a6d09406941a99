"""An answer to residents, as the form says it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Annotated

from pydantic import BaseModel, Field

from bot.console.cases.faults import CaseFault, Faults
from knowledge.gazetteer.places import Place
from prompts.render import render

_LONGEST = 3000
"""Characters of an answer: two posts on the platform that lets the least through."""
_LONGEST_SIGNATURE = 100
_NO_NUL = r"^[^\x00]*$"


class ReplyDraft(BaseModel):
    """The fields, by their names: the answer, who answers, and the turns of those who get it."""

    loi: Annotated[str, Field(max_length=20_000, pattern=_NO_NUL)] = ""
    ky_ten: Annotated[str, Field(max_length=500, pattern=_NO_NUL)] = ""
    cho: Annotated[list[Annotated[str, Field(max_length=64)]], Field(max_length=100)] = []

    @classmethod
    def new(cls, place: Place | None, turns: Sequence[str]) -> ReplyDraft:
        """Return an empty answer of the office of `place` to all `turns`."""
        return cls.model_construct(ky_ten=render("staff/signature", place=place), cho=list(turns))

    @property
    def text(self) -> str:
        """Return the answer as it is sent."""
        return _tidy(self.loi)

    @property
    def signature(self) -> str:
        """Return who answers."""
        return " ".join(_tidy(self.ky_ten).split())

    def faults(self) -> Faults:
        """Return the faults that keep the answer from being sent."""
        faults: Faults = {}
        if not 0 < len(self.text) <= _LONGEST:
            faults["loi"] = CaseFault.TEXT
        if not 0 < len(self.signature) <= _LONGEST_SIGNATURE:
            faults["ky_ten"] = CaseFault.SIGNATURE
        return faults


def _tidy(typed: str) -> str:
    return unicodedata.normalize("NFC", typed).replace("\r\n", "\n").strip()
