"""Commands and choices as people type them: by number, or in words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.conversation.actions import ActionName, label_of
from bot.conversation.values import Choice, ChoiceAction
from knowledge.language.patterns import folded
from knowledge.language.text import fold, normalise, syllables
from knowledge.language.tones import place_tones
from knowledge.matters.topic import Right

_UNSEEN = str.maketrans("", "", "\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
"""Signs that change the look of an emoji, not its meaning."""


def says(typed: str, phrase: str) -> bool:
    """Return True if `typed` is `phrase`, case, diacritics and signs put aside.

    A single syllable with diacritics has to have the right ones: "bạn" is not "bàn". Of what holds
    no letter and no digit the first sign counts: "👍👍" is "👍 Có ích".
    """
    words = syllables(typed)
    if not words:
        return _sign(typed) != "" and _sign(typed) == _sign(phrase)
    if words != syllables(phrase):
        return False
    plain = fold(typed) == place_tones(normalise(typed)).lower()
    return len(words) > 1 or plain or _letters(typed) == _letters(phrase)


def says_any(typed: str, phrases: tuple[str, ...]) -> bool:
    """Return True if `typed` is one of `phrases`."""
    return any(says(typed, phrase) for phrase in phrases)


def _sign(text: str) -> str:
    """Return the first sign of `text` if no letter or digit stands before it."""
    first = text.translate(_UNSEEN).strip()[:1]
    return "" if first.isalnum() else first


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, place_tones(normalise(text)).lower()))


SIGN = "/"

_COMMANDS = {
    "start": ActionName.START,
    "batdau": ActionName.START,
    "diaphuong": ActionName.ASK_PLACE,
    "quyen": ActionName.RIGHTS,
    "nghiquyet": ActionName.DOCUMENTS,
    "trogiup": ActionName.HELP,
    "help": ActionName.HELP,
    "xoa": ActionName.DELETION,
}
_WORDS: dict[ActionName, tuple[str, ...]] = {
    ActionName.START: ("bắt đầu", "start"),
    ActionName.HELP: ("trợ giúp", "help", "giúp", "giup toi", "giúp với", "hướng dẫn", "menu"),
    ActionName.ASK_PLACE: (
        "địa phương",
        "đổi địa phương",
        "chọn địa phương",
        "thay đổi địa phương",
        "đổi nơi ở",
        "chọn nơi ở",
        "đổi chỗ ở",
        "nơi ở",
    ),
    ActionName.RIGHTS: ("quyền", "bốn quyền", "4 quyền", "các quyền", "xem quyền", "quyen cua toi"),
    ActionName.DOCUMENTS: (
        "nghị quyết",
        "các nghị quyết",
        "xem nghị quyết",
        "danh sách nghị quyết",
        "nghị quyết áp dụng",
    ),
    ActionName.DELETION: (
        "xóa",
        "xóa dữ liệu",
        "xóa hết dữ liệu",
        "xoa du lieu cua toi",
        "xóa thông tin",
        "xoa thong tin cua toi",
    ),
}
_RIGHTS = {
    Right.KNOW: ("biết", "dân được biết", "quyền biết", "quyền được biết"),
    Right.DISCUSS: ("bàn", "dân bàn", "quyền bàn"),
    Right.DECIDE: ("quyết định", "dân quyết định", "quyền quyết định"),
    Right.SUPERVISE: ("giám sát", "dân giám sát", "quyền giám sát"),
}


def read_command(text: str) -> tuple[ActionName | None, str]:
    """Return the step that the command `text` asks for, None for an unknown one, and the rest."""
    command, _, rest = text.removeprefix(SIGN).partition(" ")
    return _COMMANDS.get(fold(command)), rest.strip()


def find_command(text: str) -> ChoiceAction | None:
    """Return the step that `text` asks for in the words of a command, None if it is none."""
    for name, phrases in _WORDS.items():
        if says_any(text, phrases):
            return ChoiceAction(name)
    for right, phrases in _RIGHTS.items():
        if says_any(text, phrases):
            return ChoiceAction(ActionName.RIGHT, (right.value, "0"))
    return None


_NUMBER = re.compile(r"(?:(?:chon )?(?:so )?)?(\d{1,2})")
_MEANT = {
    ActionName.GOOD: ("đúng", "đúng rồi", "hữu ích", "tốt", "👍", "❤"),
    ActionName.BAD: ("sai", "sai rồi", "không đúng", "không có ích", "👎"),
    ActionName.CITED: ("nguyên văn", "xem toàn văn", "toàn văn"),
    ActionName.RELATED: ("liên quan", "xem điều liên quan", "xem thêm"),
    ActionName.STAFF: ("gặp cán bộ", "chuyển cán bộ", "gửi cán bộ"),
    ActionName.WRITE_STAFF: (
        "hỏi cán bộ",
        "nhắn cán bộ",
        "nhắn thêm",
        "trả lời cán bộ",
        "gặp cán bộ",
    ),
    ActionName.STAFF_GOOD: ("👍", "❤"),
    ActionName.STAFF_BAD: ("👎",),
    ActionName.ASK_BOT: ("quay lại", "trở lại", "quay lại Dân Biết", "hỏi bot", "hỏi chatbot"),
    ActionName.FORGET: ("xóa", "xóa đi", "đồng ý", "có"),
    ActionName.KEEP: ("thôi không xóa", "không", "không xóa", "hủy"),
    ActionName.RESEND: ("gửi lại đi", "gui lai giup toi"),
}
"""The words that people type for a choice beside its label."""
_TURNING = {"more": ("tiếp", "tiếp theo", "xem thêm"), "back": ("trở lại", "lùi lại")}


def find_number(text: str) -> int | None:
    """Return the number that `text` chooses, None if it is no mere number."""
    match = _NUMBER.fullmatch(folded(text))
    return int(match.group(1)) if match else None


def find_choice(text: str, choices: Iterable[Choice]) -> ChoiceAction | None:
    """Return what the choice asks for whose words `text` is, None if it is no choice's."""
    offered = tuple(choices)
    labelled = (choice for choice in offered if says(text, choice.label))
    meant = (choice for choice in offered if says_any(text, _phrases(choice)))
    choice = next(labelled, None) or next(meant, None)
    return choice.action if choice else None


def _phrases(choice: Choice) -> tuple[str, ...]:
    """Return what people type for `choice`."""
    for name, phrases in _TURNING.items():
        if choice.label == label_of(name):
            return phrases
    return _MEANT.get(ActionName(choice.action.name), ())
