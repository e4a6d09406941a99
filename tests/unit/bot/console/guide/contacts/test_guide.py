"""The guide for the staff names what stands on the pages."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from bot.answer.staff.contacts import Contacts
from tests.support.console.console import ADMIN, House, Visitor
from tests.support.running.stores import PLACE

GUIDE = Path(__file__).parents[6] / "docs" / "vi" / "lien-he.md"
_WORDS = re.compile(r"\*\*([^*]+)\*\*")


def test_what_the_guide_names_stands_on_the_pages(house: House, admin: Visitor) -> None:
    table = house.office.store.contact_table
    number = table.save(PLACE, Contacts("Một cửa"), ADMIN, house.clock())
    told = [admin.get(f"/lien-he{one}").text for one in ("", "/moi", f"/{number}")]

    read = " ".join(unescape(re.sub(r"<[^>]+>", " ", " ".join(told))).split())
    named = [" ".join(one.split()) for one in _WORDS.findall(GUIDE.read_text(encoding="utf-8"))]
    assert len(named) > 10
    assert [one for one in named if one not in read] == []
