"""The question that an officer tries, as the form and links say it."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from pydantic import AfterValidator, BaseModel, Field

from bot.console.quality.trial.phones import PLATFORMS

PATH = "/thu-cau-hoi"
LONGEST_CHAT = 7
"""Messages of one chat: what the conversation looks back on, and one more."""
_LONGEST_LINK = 2000
"""Characters that programs on the way let pass."""

_Said = Annotated[str, Field(max_length=5000)]
"""Somewhat more than may be asked: the bot itself says what is too long."""
_Name = Annotated[str, Field(max_length=200)]


def _known(platform: str) -> str:
    if platform not in PLATFORMS:
        raise ValueError
    return platform


_Platform = Annotated[str, AfterValidator(_known)]


class TrialQuestion(BaseModel):
    """The fields, by their names: a question where somebody lives, on a day.

    `noi` is the place as typed, `chon` the label that was chosen where several bear that name.
    `truoc` are the messages before, oldest first, unless the chat begins anew with this one
    (`moi`). A button that is pressed (`bam`, its number) is sent instead of the question.
    """

    hoi: _Said = ""
    noi: _Name = ""
    chon: _Name = ""
    ngay: _Name = ""
    kenh: _Platform = next(iter(PLATFORMS))
    truoc: Annotated[list[_Said], Field(max_length=LONGEST_CHAT - 1)] = []
    moi: Annotated[str, Field(max_length=1)] = ""
    bam: Annotated[str, Field(max_length=2)] = ""

    @property
    def messages(self) -> tuple[str, ...]:
        """Return what is written to the bot, oldest first."""
        said = self.bam or self.hoi
        earlier = () if self.moi else tuple(self.truoc)
        return (*earlier, said) if said.strip() else earlier

    @property
    def link(self) -> str:
        """Return the link that asks the same, "" if it would be too long."""
        if not self.messages:
            return ""
        *earlier, last = self.messages
        facts = {"hoi": last, "noi": self.noi, "chon": self.chon, "ngay": self.ngay}
        query = urlencode({name: value for name, value in facts.items() if value})
        query += "".join(f"&{urlencode({'truoc': message})}" for message in earlier)
        link = f"{PATH}?{query}&kenh={self.kenh}"
        return link if len(link) <= _LONGEST_LINK else ""


def trial_link(question: str, place: str = "") -> str:
    """Return the link that tries `question` from `place`, "" where no link can hold it."""
    return TrialQuestion.model_construct(hoi=question, noi=place).link
