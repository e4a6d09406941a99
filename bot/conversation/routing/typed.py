"""Choices that are typed: by number, or in words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.conversation.actions import ActionName, label_of
from bot.conversation.routing.phrases import says, says_any
from bot.conversation.values import Choice, ChoiceAction
from knowledge.language.patterns import folded

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
"""What people type for a choice beside the words of its label."""
_TURNING = {"more": ("tiếp", "tiếp theo", "xem thêm"), "back": ("trở lại", "lùi lại")}


def find_number(text: str) -> int | None:
    """Return the number that `text` chooses, None if it is no mere number."""
    match = _NUMBER.fullmatch(folded(text))
    return int(match.group(1)) if match else None


def find_choice(text: str, choices: Iterable[Choice]) -> ChoiceAction | None:
    """Return what the choice asks for whose words `text` is, None if it is no choice's."""
    offered = tuple(choices)
    labelled = (one for one in offered if says(text, one.label))
    meant = (one for one in offered if says_any(text, _phrases(one)))
    found = next(labelled, None) or next(meant, None)
    return found.action if found else None


def _phrases(choice: Choice) -> tuple[str, ...]:
    """Return what people type for `choice`."""
    for name, phrases in _TURNING.items():
        if choice.label == label_of(name):
            return phrases
    return _MEANT.get(ActionName(choice.action.name), ())
