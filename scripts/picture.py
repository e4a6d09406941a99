"""Writes docs/answer.svg, the picture of a real answer that the README shows."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME

from bot.answer.values import Question
from bot.commands.terminal import application, open_answerer

PICTURE = Path(__file__).parents[1] / "docs" / "answer.svg"
_ASKED = "Biểu quyết trực tuyến áp dụng cho những nội dung nào?"
_HOME = "phường Dĩ An, thành phố Hồ Chí Minh"
_ASKED_ON = date(2026, 11, 22)
_WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_WIDTH = 92


def main() -> None:
    """Ask the question and write how the terminal shows it, with the fonts of the reader."""
    answerer = open_answerer(application())
    (home,) = answerer.gazetteer.parse(_HOME)
    answer = answerer.answer(Question(_ASKED, _ASKED_ON, home))
    console = Console(record=True, width=_WIDTH, file=io.StringIO(), highlight=False)
    console.print(f'[bold]$ danbiet ask "{_ASKED}" \\\n    --place "{_HOME}"[/bold]\n')
    console.print(answer.text, markup=False)
    picture = console.export_svg(title="Dân Biết", theme=SVG_EXPORT_THEME)
    PICTURE.write_text(_WEB_FONT.sub("", picture), encoding="utf-8")


if __name__ == "__main__":
    main()
