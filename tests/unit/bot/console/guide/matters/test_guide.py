"""The guide for the staff names what stands on the pages."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from tests.support.answers.answers import library
from tests.support.answers.matters import MONEY, MONEY_ID, Desk
from tests.support.console.console import Visitor
from tests.support.conversations.conversations import reworded
from tests.support.documents.documents import LANG_SON

GUIDE = Path(__file__).parents[6] / "docs" / "vi" / "viec-ba-con-hoi.md"
_WORDS = re.compile(r"\*\*([^*]+)\*\*")


def test_what_the_guide_names_stands_on_the_pages(desk: Desk, officer: Visitor) -> None:
    page = f"/viec/{MONEY_ID}"
    desk.change(reworded(library()[LANG_SON], MONEY))
    forms = ("moi", "thong-tin-moi", "da-duyet/moi")
    pages = ("/viec", page, f"{page}/loi/1", *(f"/viec/{form}" for form in forms))
    told = [officer.get(one).text for one in pages]
    form = officer.get(f"{page}/cau-hoi").text
    seen = form.split('name="ban" value="')[1].split('"')[0]
    officer.post(f"{page}/cau-hoi", f"{page}/cau-hoi", ban=seen, mau="một?\nhai?\nba?")
    told += [form, officer.get(page).text]

    read = " ".join(unescape(re.sub(r"<[^>]+>", " ", " ".join(told))).split())
    named = [" ".join(one.split()) for one in _WORDS.findall(GUIDE.read_text(encoding="utf-8"))]
    assert len(named) > 10
    assert [one for one in named if one not in read] == []
