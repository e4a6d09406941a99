"""The pages of whom residents turn to."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from bot.answer.staff.contacts import Contacts, EmergencyLine
from bot.console.guide.contacts.draft import ContactFault
from bot.store.office.contacts import PlaceContacts
from bot.store.store import Store
from bot.store.values import Role
from knowledge.gazetteer.places import Place
from prompts.render import page
from tests.support.console.console import ADMIN, STAFF, House, Visitor, house_over
from tests.support.documents.documents import CLEAN

PATH, NEW = "/lien-he", "/lien-he/moi"
HOME = Place("tỉnh Lạng Sơn", "xã Thiện Tân", "tỉnh Lạng Sơn")
FIELDS = {
    "noi": "xa thien tan, lang son",
    "co_quan": " Một cửa  xã ",
    "dia_chi": "thôn Đầu",
    "gio": "sáng",
    "tiep_dan": "thứ năm",
    "dien_thoai": "0205 3812 346",
    "khan_cap": "0205 3812 345 – trực ban xã\r\n\r\n113",
    "viec": "luu",
}
LINES = (EmergencyLine("0205 3812 345", "trực ban xã"), EmergencyLine("113"))
OWN = Contacts("Một cửa xã", "thôn Đầu", "sáng", "thứ năm", "0205 3812 346", LINES)


def kept(house: House) -> tuple[PlaceContacts, ...]:
    return house.office.store.contact_table.every()


def keep(house: House, contacts: Contacts = OWN, place: Place = HOME) -> str:
    """Keep `contacts`; return the path of their form."""
    table = house.office.store.contact_table
    return f"{PATH}/{table.save(place, contacts, ADMIN, house.clock())}"


def journal(house: House) -> list[tuple[str, str, str]]:
    entries = house.office.audit.entries(5)
    return [(entry.who, entry.action, entry.about) for entry in entries]


def seen(visitor: Visitor, path: str) -> str:
    answer = visitor.get(path)
    assert answer.status_code == 200
    return html.unescape(answer.text)


def test_an_admin_adds_a_place_and_all_of_the_staff_read_it(
    house: House, admin: Visitor, officer: Visitor
) -> None:
    assert "Chưa nơi nào có liên hệ." in seen(officer, PATH)
    answer = admin.post(NEW, form=NEW, **FIELDS)
    assert (answer.status_code, answer.headers["location"]) == (303, PATH)
    assert [(one.place, one.contacts, one.account) for one in kept(house)] == [(HOME, OWN, ADMIN)]
    assert "Đã lưu liên hệ." in seen(admin, PATH)
    told = seen(officer, PATH)
    assert "Bạn liên hệ: Một cửa xã\nĐịa chỉ: thôn Đầu\nGiờ làm việc: sáng" in told
    assert "Bạn gọi ngay: 0205 3812 345 (trực ban xã), 113 (công an)." in told
    assert journal(house) == [(ADMIN, "contacts_added", HOME.name)]


def test_only_admins_are_offered_changes(house: House, admin: Visitor, officer: Visitor) -> None:
    form = keep(house)
    for link in (NEW, form):
        assert f'href="{link}"' in admin.get(PATH).text
        assert f'href="{link}"' not in officer.get(PATH).text
        assert officer.get(link).status_code == 403


def test_an_admin_changes_contacts(house: House, admin: Visitor) -> None:
    form = keep(house)
    told = seen(admin, form)
    assert 'value="Một cửa xã"' in told
    assert "0205 3812 345 – trực ban xã\n113</textarea>" in told
    answer = admin.post(form, form=form, co_quan="Nhà văn hóa", viec="luu")
    assert answer.headers["location"] == PATH
    assert [(one.place, one.contacts) for one in kept(house)] == [(HOME, Contacts("Nhà văn hóa"))]
    assert journal(house) == [(ADMIN, "contacts_changed", HOME.name)]


def test_an_admin_deletes_contacts(house: House, admin: Visitor) -> None:
    form = keep(house)
    assert admin.post(f"{form}/xoa", form=form).headers["location"] == PATH
    assert kept(house) == ()
    assert journal(house) == [(ADMIN, "contacts_removed", HOME.name)]
    for path in (form, f"{form}/xoa"):
        assert admin.post(path).status_code == 404


def test_a_form_without_the_admins_own_token_changes_nothing(house: House, admin: Visitor) -> None:
    form = keep(house)
    for path in (NEW, form, f"{form}/xoa"):
        refused = admin.client.post(path, data={**FIELDS, "noi": "Cà Mau", "csrf": "0" * 64})
        assert refused.status_code == 403
    assert [(one.place, one.contacts) for one in kept(house)] == [(HOME, OWN)]


def test_an_officer_who_sends_the_form_changes_nothing(house: House, officer: Visitor) -> None:
    form = keep(house)
    for path in (NEW, form, f"{form}/xoa"):
        assert officer.post(path, **{**FIELDS, "noi": "Cà Mau"}).status_code == 403
    assert [(one.place, one.contacts) for one in kept(house)] == [(HOME, OWN)]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({"noi": ""}, "Không có nơi này", id="no place"),
        pytest.param({"noi": "xã Đâu Đó"}, "Không có nơi này", id="unknown place"),
        pytest.param({"noi": "xã Đâu Đó, tỉnh Lạng Sơn"}, "Không có nơi này", id="unknown commune"),
        pytest.param(
            {"noi": "huyện Hữu Lũng, Lạng Sơn"}, "Cấp huyện không còn", id="former district"
        ),
        pytest.param({"co_quan": ""}, "Bạn ghi tên cơ quan", id="telephone of nobody"),
        pytest.param({"co_quan": "a" * 201}, "Dài quá", id="long office"),
        pytest.param({"dia_chi": "a" * 201}, "Dài quá", id="long address"),
        pytest.param({"dien_thoai": "gọi Lan"}, "chưa đúng dạng", id="words"),
        pytest.param({"dien_thoai": "3812 346"}, "chưa đúng dạng", id="no area code"),
        pytest.param({"dien_thoai": "0205 3812 346,"}, "chưa đúng dạng", id="open list"),
        pytest.param({"khan_cap": "công an"}, "Có dòng chưa đúng dạng", id="no number"),
        pytest.param({"khan_cap": "12 – ai đó"}, "Có dòng chưa đúng dạng", id="short number"),
        pytest.param({"khan_cap": f"113 – {'a' * 80}"}, "chưa đúng dạng", id="long line"),
        pytest.param(
            {"khan_cap": "\n".join(f"113 {one}" for one in "abcdefg")},
            "nhiều nhất 6 dòng",
            id="many lines",
        ),
    ],
)
def test_what_cannot_be_told_is_refused_and_stays_in_the_form(
    house: House, admin: Visitor, fields: dict[str, str], said: str
) -> None:
    answer = admin.post(NEW, form=NEW, **{**FIELDS, **fields})
    assert answer.status_code == 422
    assert said in html.unescape(answer.text)
    assert f'value="{FIELDS["gio"]}"' in answer.text
    assert kept(house) == ()


def test_what_no_database_takes_is_refused(house: House, admin: Visitor) -> None:
    assert admin.get(f"{NEW}?noi=%00").status_code == 422
    assert admin.post(NEW, form=NEW, **{**FIELDS, "co_quan": "a\0b"}).status_code == 422
    assert kept(house) == ()


def test_an_empty_form_is_refused(house: House, admin: Visitor) -> None:
    form = keep(house)
    answer = admin.post(form, form=form, viec="luu")
    assert answer.status_code == 422
    assert "ít nhất tên cơ quan" in answer.text
    assert [one.contacts for one in kept(house)] == [OWN]


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        pytest.param("113", [EmergencyLine("113")], id="number alone"),
        pytest.param("113: công an xã", [EmergencyLine("113", "công an xã")], id="colon"),
        pytest.param("114 (cứu hỏa)", [EmergencyLine("114", "cứu hỏa")], id="brackets"),
        pytest.param("115 cấp cứu", [EmergencyLine("115", "cấp cứu")], id="space"),
        pytest.param(
            "(0205) 3812-345 - trực ban 24/24",
            [EmergencyLine("(0205) 3812-345", "trực ban 24/24")],
            id="dashes",
        ),
    ],
)
def test_numbers_for_danger_are_read_as_people_write_them(
    house: House, admin: Visitor, typed: str, lines: list[EmergencyLine]
) -> None:
    admin.post(NEW, form=NEW, noi="Lạng Sơn", khan_cap=typed, viec="luu")
    assert [list(one.contacts.emergency) for one in kept(house)] == [lines]


@pytest.mark.parametrize(
    "typed",
    ["+84 205 3812 346", "0912.345.678", "1022", "1900 1234", "0205 3812 346; 0912 345 678"],
)
def test_telephones_are_taken_as_offices_write_them(
    house: House, admin: Visitor, typed: str
) -> None:
    admin.post(NEW, form=NEW, **{**FIELDS, "dien_thoai": typed})
    assert [one.contacts.telephone for one in kept(house)] == [typed]


def test_of_places_so_called_one_is_chosen(house: House, admin: Visitor) -> None:
    fields = {**FIELDS, "noi": "xã Tân Thành"}
    answer = admin.post(NEW, form=NEW, **fields)
    assert answer.status_code == 422
    assert "Có nhiều nơi mang tên này" in answer.text
    chosen = "xã Tân Thành, tỉnh Lạng Sơn"
    assert f'name="chon" value="{chosen}"' in answer.text
    assert admin.post(NEW, form=NEW, chon=chosen, **fields).status_code == 303
    assert [one.place.name for one in kept(house)] == [chosen]


def test_the_name_of_before_stands_for_the_unit_of_today(house: House, admin: Visitor) -> None:
    admin.post(NEW, form=NEW, **{**FIELDS, "noi": "tỉnh Hà Nam"})
    assert [one.place for one in kept(house)] == [Place("tỉnh Ninh Bình")]


def test_a_place_that_has_contacts_leads_to_them(house: House, admin: Visitor) -> None:
    form = keep(house)
    answer = admin.post(NEW, form=NEW, **{**FIELDS, "co_quan": "Khác"})
    assert answer.status_code == 422
    assert f'href="{form}"' in answer.text
    assert [one.contacts for one in kept(house)] == [OWN]


@pytest.mark.parametrize("office", ["Nhà văn hóa", "<script>alert(1)</script>"])
def test_a_preview_shows_what_residents_will_read_and_keeps_nothing(
    house: House, admin: Visitor, office: str
) -> None:
    answer = admin.post(NEW, form=NEW, **{**FIELDS, "co_quan": office, "viec": "xem"})
    assert answer.status_code == 200
    assert f"Bạn liên hệ: {html.escape(office)}\nĐịa chỉ: thôn Đầu" in answer.text
    assert f"Bà con ở {HOME.name} đọc thấy" in answer.text
    assert "<script>" not in answer.text
    assert kept(house) == ()


def test_a_preview_tells_what_comes_from_the_province(house: House, admin: Visitor) -> None:
    keep(house, Contacts("Trung tâm của tỉnh", emergency=LINES), Place(HOME.province))
    fields = {"noi": HOME.name, "co_quan": "Một cửa", "viec": "xem"}
    answer = admin.post(NEW, form=NEW, **fields)
    assert "Bạn liên hệ: Một cửa<" in answer.text
    assert "0205 3812 345 (trực ban xã)" in answer.text


def test_what_is_kept_is_never_markup(house: House, admin: Visitor) -> None:
    hostile = "<b>&</b>"
    form = keep(house, Contacts(hostile, emergency=(EmergencyLine("113", hostile),)))
    for path in (PATH, form):
        assert hostile not in admin.get(path).text


def test_places_that_have_resolutions_are_named_until_they_have_contacts(
    store: Store, tmp_path: Path
) -> None:
    house = house_over(store, tmp_path, one=CLEAN)
    house.open_to(ADMIN, Role.ADMIN)
    officer, admin = house.visitor(STAFF), house.visitor(ADMIN)
    province = next(iter(house.office.edition().answerer.library.values())).territory.province
    assert province
    lacking = "Nơi có nghị quyết mà chưa có liên hệ"
    assert lacking in seen(officer, PATH)
    link = seen(admin, PATH).split(f'">{province}</a>')[0].rsplit('href="', 1)[1]
    assert f'name="noi" type="text" value="{province}"' in seen(admin, link)
    keep(house, Contacts(emergency=LINES), Place(province))
    assert lacking in seen(officer, PATH)
    keep(house, OWN, Place(province))
    assert lacking not in seen(officer, PATH)


def test_the_first_page_tells_of_it_until_a_place_has_contacts(
    house: House, admin: Visitor, officer: Visitor
) -> None:
    told = "Chưa nơi nào có liên hệ"
    for visitor in (admin, officer):
        first = visitor.get("/").headers["location"]
        page_of_arrival = visitor.get(first).text
        assert told in page_of_arrival
        assert page_of_arrival.count('href="/lien-he"') == 2
    keep(house)
    assert told not in officer.get(officer.get("/").headers["location"]).text


def test_every_fault_has_its_words() -> None:
    for fault in ContactFault:
        assert page("console/fault", fault=fault).endswith(".")
