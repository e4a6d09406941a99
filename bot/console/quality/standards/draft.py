"""A question as the form says it."""

from __future__ import annotations

import secrets
import unicodedata
from typing import Annotated

from pydantic import BaseModel, Field, Json, TypeAdapter

from bot.answer.values import Status
from bot.console.choosing.gold import Gold
from bot.console.quality.standards.faults import Faults, QuestionSetFault
from bot.evaluation.question_set import Item

LARGEST = 2**63 - 1
"""The highest number that a row can have."""
NO_NUL = r"^[^\x00]*$"
"""Text that every database can hold."""
SEARCH = "tim"

Said = Annotated[str, Field(max_length=20_000, pattern=NO_NUL)]
Name = Annotated[str, Field(max_length=200, pattern=NO_NUL)]
Word = Annotated[str, Field(max_length=64, pattern=NO_NUL)]
_GOLD = TypeAdapter(tuple[Gold, ...])


class QuestionDraft(BaseModel):
    """The fields, by their names: a question for the set `bo`, and what is to be answered.

    `can_cu` are the provisions that were chosen; with `viec` "tim" others are looked for, in the
    words `tim` or, where that is empty, as the bot looks for them.
    """

    bo: Annotated[int, Field(ge=0, le=LARGEST)] = 0
    cau_hoi: Said = ""
    noi: Name = ""
    ket_qua: Status = Status.ANSWERED
    can_cu: Annotated[list[Json[Gold]], Field(max_length=100)] = []
    cach_hoi: Word = ""
    quyen: Word = ""
    tim: Name = ""
    viec: Word = ""

    @classmethod
    def of(cls, item: Item) -> QuestionDraft:
        """Return the form filled with a question that is kept."""
        return cls.model_construct(
            cau_hoi=item.question,
            noi=item.place or "",
            ket_qua=item.expect,
            can_cu=list(golds_of(item)),
            cach_hoi=item.style or "",
            quyen=item.right or "",
        )

    @property
    def chosen(self) -> tuple[Gold, ...]:
        """Return the provisions that were chosen, each once."""
        return tuple(dict.fromkeys(self.can_cu))

    def faults(self) -> Faults:
        """Return what has to be mended before the question can be kept."""
        faults: Faults = {}
        if not self.cau_hoi.strip():
            faults["cau_hoi"] = QuestionSetFault.QUESTION
        if self.ket_qua is Status.ANSWERED and not self.chosen:
            faults["can_cu"] = QuestionSetFault.PROVISIONS
        return faults

    def item(self, kept: Item | None = None) -> Item:
        """Return the question, with the id and the facts of the one `kept`, else with a new id.

        Provisions only count where there is to be an answer.
        """
        answered = self.ket_qua is Status.ANSWERED
        golds = (gold.model_dump(mode="json") for gold in self.chosen) if answered else ()
        return Item(
            id=kept.id if kept else f"cau-{secrets.token_hex(4)}",
            question=_tidy(self.cau_hoi),
            place=_tidy(self.noi) or None,
            style=self.cach_hoi or None,
            right=self.quyen or None,
            expect=self.ket_qua,
            gold=tuple(golds),
            must_say=kept.must_say if kept else (),
        )


def golds_of(item: Item) -> tuple[Gold, ...]:
    """Return the provisions that rightly answer a question."""
    return _GOLD.validate_python(item.gold)


def _tidy(typed: str) -> str:
    return unicodedata.normalize("NFC", typed).strip()
