"""Whom a resident turns to, in words."""

from __future__ import annotations

import pytest

from bot.answer.staff.contacts import UNKNOWN, Contacts, EmergencyLine
from knowledge.gazetteer.places import Place
from prompts.render import page, render

HOME = Place("tỉnh Lạng Sơn", "xã Thiện Tân")
ALL = Contacts("Một cửa xã", "thôn Đầu", "sáng", "thứ năm", "0205 3812 346")
LAST_LINE = "nên tôi chưa chuyển câu này đi được.\n"


def told(contacts: Contacts, place: Place | None) -> str:
    return render("chat/staff/none", contacts=contacts, place=place).partition(LAST_LINE)[2]


@pytest.mark.parametrize(
    ("contacts", "lines"),
    [
        pytest.param(
            ALL,
            [
                "Bạn liên hệ: Một cửa xã",
                "Địa chỉ: thôn Đầu",
                "Giờ làm việc: sáng",
                "Ngày tiếp công dân: thứ năm",
                "Điện thoại: 0205 3812 346",
            ],
            id="all",
        ),
        pytest.param(
            Contacts("Một cửa xã", telephone="1022"),
            ["Bạn liên hệ: Một cửa xã", "Điện thoại: 1022"],
            id="office and telephone",
        ),
        pytest.param(Contacts(reception="thứ năm"), ["Ngày tiếp công dân: thứ năm"], id="one"),
    ],
)
def test_what_is_set_stands_line_by_line(contacts: Contacts, lines: list[str]) -> None:
    assert told(contacts, HOME).split("\n") == lines


@pytest.mark.parametrize(
    ("place", "office"),
    [
        pytest.param(HOME, "xã Thiện Tân", id="commune"),
        pytest.param(Place(HOME.province), "xã, phường nơi mình ở", id="province"),
        pytest.param(None, "xã, phường nơi mình ở", id="nobody knows where"),
    ],
)
def test_where_nothing_is_set_the_committee_is_named(place: Place | None, office: str) -> None:
    assert told(UNKNOWN, place) == f"Bạn hỏi trực tiếp Ủy ban nhân dân {office} nhé."


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        pytest.param(
            UNKNOWN.emergency,
            "Bạn gọi ngay: 113 (công an), 115 (cấp cứu), 111 (bảo vệ trẻ em).",
            id="of the country",
        ),
        pytest.param(
            (EmergencyLine("0205 3812 345", "trực ban xã"), EmergencyLine("113", "công an xã")),
            "Bạn gọi ngay: 0205 3812 345 (trực ban xã), 113 (công an xã).",
            id="in words of their own",
        ),
        pytest.param((EmergencyLine("1022"),), "Bạn gọi ngay: 1022.", id="without words"),
    ],
)
def test_the_numbers_to_call_in_danger_stand_in_one_line(
    lines: tuple[EmergencyLine, ...], words: str
) -> None:
    shown = _preview(Contacts(emergency=lines))
    assert f'<p class="said">{words}</p>' in shown


def test_what_an_admin_typed_is_never_markup() -> None:
    hostile = "<b>&</b>"
    lines = (EmergencyLine("113", hostile),)
    shown = _preview(Contacts(hostile, hostile, hostile, hostile, hostile, lines))
    assert hostile not in shown
    assert shown.count("&lt;b&gt;&amp;&lt;/b&gt;") == 6


def _preview(contacts: Contacts) -> str:
    return page("console/guide/contacts/preview", contacts=contacts, place=HOME)
