"""A speller for tests, learnt from the bundled library and the topics that come with it."""

from __future__ import annotations

from functools import cache

from knowledge.language.syllables.learning import learn
from knowledge.language.syllables.model import LanguageModel
from knowledge.language.typing.abbreviations import read_abbreviations
from knowledge.language.typing.speller import Speller
from tests.support.documents.documents import BUNDLED, bundled

QUESTIONS = (
    "Người dân được biết những gì?",
    "Họp dân do ai chủ trì, kinh phí lấy ở đâu?",
    "Cán bộ xã làm sai thì báo ai?",
    "Dân có được biểu quyết trực tuyến không vậy?",
    "Xã làm đường mà không hỏi dân thì sao?",
    "Cho mình xin số điện thoại của ủy ban nhân dân xã với.",
    "Bao nhiêu người phải đồng ý thì được?",
)


@cache
def model() -> LanguageModel:
    """Return what is learnt from the bundled documents, word lists and a few questions."""
    units = (one for name in BUNDLED for one in bundled(name).provisions)
    return learn(QUESTIONS, (f"{one.heading}\n{one.text}" for one in units))


@cache
def speller() -> Speller:
    """Return a speller with the abbreviations that come with the project."""
    return Speller(model(), read_abbreviations())


def written(text: str, *kept: tuple[int, int]) -> str:
    """Return `text` as the speller writes it out, what lies in `kept` left alone."""
    for change in reversed(speller().changes(text, kept)):
        text = text[: change.start] + change.text + text[change.end :]
    return text
