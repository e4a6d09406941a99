"""An approved answer, as the form says it."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field, Json

from bot.answer.staff.approval import Approval
from bot.console.choosing.gold import Gold
from bot.store.keys.masking import mask
from knowledge.language.text import normalise
from knowledge.matters.topic import key

SEARCH = "tim"
_LONGEST = 3000
_LONGEST_QUESTION = 500
_MOST_PHRASINGS = 30
_NO_NUL = r"^[^\x00]*$"
_Said = Annotated[str, Field(max_length=20_000, pattern=_NO_NUL)]
_Name = Annotated[str, Field(max_length=255, pattern=_NO_NUL)]


class ApprovalFault(StrEnum):
    """The fault of a field; `prompts/templates/console/fault.j2` words it."""

    QUESTION = "approval_question"
    PHRASINGS = "approval_phrasings"
    TEXT = "approval_text"
    GROUNDS = "approval_grounds"
    PLACES = "approval_places"
    WITHIN = "approval_within"


Faults = dict[str, ApprovalFault]
"""The faults of a form by the names of its fields."""


class ApprovalDraft(BaseModel):
    """The fields, by their names: a question, the answer `loi`, and what it rests on, `can_cu`.

    `cach_hoi` are other ways to ask the question, one a line. `ap_dung` is the document that has to
    apply besides, "" for none; `noi` and `tim` only help to find provisions.
    """

    cau_hoi: _Said = ""
    cach_hoi: _Said = ""
    loi: _Said = ""
    can_cu: Annotated[list[Json[Gold]], Field(max_length=20)] = []
    ap_dung: _Name = ""
    noi: _Name = ""
    tim: _Name = ""
    viec: Annotated[str, Field(max_length=10)] = ""

    @classmethod
    def of(cls, approval: Approval) -> ApprovalDraft:
        """Return the form filled with an approval."""
        return cls.model_construct(
            cau_hoi=approval.question,
            cach_hoi="\n".join(approval.samples),
            loi=approval.text,
            can_cu=[Gold.of(ground.address) for ground in approval.grounds],
            ap_dung=approval.within,
        )

    @property
    def chosen(self) -> tuple[Gold, ...]:
        """Return the provisions that were chosen, each once."""
        return tuple(dict.fromkeys(self.can_cu))

    @property
    def question(self) -> str:
        """Return the question as it is kept."""
        return " ".join(_tidy(self.cau_hoi).split())

    @property
    def phrasings(self) -> tuple[str, ...]:
        """Return the other ways to ask it as they are kept, each once."""
        lines = (normalise(mask(line)) for line in _tidy(self.cach_hoi).splitlines())
        said = {key(line): line for line in lines if key(line)}
        return tuple(line for words, line in said.items() if words != key(self.question))

    @property
    def text(self) -> str:
        """Return the answer as it is kept."""
        return _tidy(self.loi)

    def faults(self) -> Faults:
        """Return what is wrong with the words."""
        faults: Faults = {}
        if not 0 < len(self.question) <= _LONGEST_QUESTION:
            faults["cau_hoi"] = ApprovalFault.QUESTION
        if not 0 < len(self.text) <= _LONGEST:
            faults["loi"] = ApprovalFault.TEXT
        too_long = any(len(phrasing) > _LONGEST_QUESTION for phrasing in self.phrasings)
        if too_long or len(self.phrasings) > _MOST_PHRASINGS:
            faults["cach_hoi"] = ApprovalFault.PHRASINGS
        return faults


def _tidy(typed: str) -> str:
    return unicodedata.normalize("NFC", typed).replace("\r\n", "\n").strip()
