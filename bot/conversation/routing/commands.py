"""Steps that are asked for with a command, or with the words of one."""

from __future__ import annotations

from bot.conversation.actions import ActionName
from bot.conversation.routing.phrases import says_any
from bot.conversation.values import ChoiceAction
from knowledge.language.text import fold
from knowledge.matters.topic import Right

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
