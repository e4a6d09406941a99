"""Bringing documents in."""

from __future__ import annotations

import re

import pytest

from bot.console.library.intake.faults import IntakeFault
from bot.store.values import Role
from knowledge.library.intake.drafts import Drafts, Unread
from knowledge.library.intake.history import IntakeStep
from knowledge.parsing.corrections import FACTS
from knowledge.readers.extract import UnreadableReason
from prompts.render import page
from tests.support.console.console import ADMIN, STAFF, Visitor
from tests.support.documents.documents import CLEAN, LANG_SON, source_of
from tests.support.documents.intake import LIST, Desk
from tests.support.documents.papers import damaged_package, package, pdf_file


def test_a_file_becomes_a_draft_that_serves_nobody(desk: Desk) -> None:
    path = desk.bring(CLEAN, "nghi quyet.txt", nguon=" https://example.vn/1 ")
    (draft,) = desk.house.office.drafts.all()
    assert path == f"{LIST}/{draft.key}"
    assert (draft.file, draft.found_at) == ("nghi quyet.txt", "https://example.vn/1")
    assert [(one.who, one.step, one.about) for one in draft.events] == [
        (ADMIN, IntakeStep.BROUGHT, "nghi quyet.txt")
    ]
    assert desk.done == [(ADMIN, "document_brought", "nghi quyet.txt")]
    assert not desk.house.office.materials.shelves.added.exists()
    assert 'value="https://example.vn/1"' in desk.page(path)


def test_the_list_tells_how_far_each_draft_is(desk: Desk) -> None:
    desk.bring(CLEAN)
    desk.bring(pdf_file([""]), "trống.pdf")
    desk.send(CLEAN + "\n", "đang đọc.txt")
    told = desk.page(LIST)
    assert "Nghị quyết số 12/2025/NQ-HĐND ngày 10/7/2025" in told
    states = re.findall(r'<span class="tag \w+">([^<]+)</span>', told)
    assert sorted(states) == ["Không đọc được", "Nháp", "Đang đọc"]
    assert f"{ADMIN} đưa vào lúc 10:00 ngày 22/11/2026" in told
    assert re.search(r"Thêm văn bản <span class=\"count\">3", told)


def test_the_list_tells_what_is_checked(desk: Desk) -> None:
    desk.check(desk.bring(CLEAN))
    assert ">Đã kiểm tra</span>" in desk.page(LIST)


def test_a_file_that_the_library_has_changes_nothing(desk: Desk) -> None:
    answer = desk.send(source_of(LANG_SON).read_bytes())
    assert answer.status_code == 200
    assert f'href="/nghi-quyet/{LANG_SON}"' in answer.text
    assert desk.house.office.drafts.all() == ()
    assert desk.done == []


def test_a_file_that_is_a_draft_leads_to_it(desk: Desk) -> None:
    path = desk.bring(CLEAN)
    answer = desk.send(CLEAN, "cùng tệp.txt")
    assert answer.headers["location"].startswith(path)
    assert len(desk.house.office.drafts.all()) == 1
    assert "Tệp này đã được đưa vào từ trước" in desk.page(answer.headers["location"])


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"\x7fELF" + b"\0" * 50, "Đây là một chương trình", id="program"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\xff" * 50, "Đây là tệp ảnh", id="picture"),
        pytest.param(b"Rar!" + b"\0" * 50, "Đây là tệp nén", id="archive"),
        pytest.param(package({"a.txt": "a"}), "không có văn bản Word", id="other archive"),
        pytest.param(b"PK\x03\x04 not a zip", "bị hỏng", id="damaged"),
    ],
)
def test_a_file_of_another_kind_is_refused_at_once(desk: Desk, content: bytes, told: str) -> None:
    answer = desk.send(content, "nghi quyet.pdf", nguon="Công báo")
    assert answer.status_code == 422
    assert told in answer.text
    assert 'value="Công báo"' in answer.text
    assert desk.house.office.drafts.all() == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(pdf_file([""]), "Tệp không có chữ", id="no text"),
        pytest.param(b"%PDF-1.4 and nothing", "Tệp PDF bị hỏng", id="damaged pdf"),
        pytest.param(damaged_package("word/document.xml"), "bị hỏng", id="damaged word file"),
        pytest.param("Điều 1.\n".encode() * 700_000, "nhiều nhất 5 MB", id="too long"),
        pytest.param(
            package({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "khai báo XML lạ",
            id="entities",
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_why(desk: Desk, content: bytes, told: str) -> None:
    path = desk.bring(content, "nq")
    page = desk.page(path)
    assert "Không đọc được tệp." in page
    assert told in page
    assert desk.admin.post(f"{path}/thong-tin").status_code == 404
    assert desk.admin.post(f"{path}/kiem-tra").status_code == 404


def test_without_a_file_nothing_is_sent(desk: Desk) -> None:
    answer = desk.admin.post(LIST, nguon="Công báo")
    assert answer.status_code == 422
    assert "Bạn chọn một tệp nhé." in answer.text


def test_an_address_that_is_too_long_is_refused(desk: Desk) -> None:
    answer = desk.send(CLEAN, nguon="x" * 1001)
    assert answer.status_code == 422
    assert "nhiều nhất 1000 ký tự" in answer.text


def test_a_file_may_be_named_as_the_version_of_a_document(desk: Desk) -> None:
    desk.bring(CLEAN, ban_moi_cua=LANG_SON)
    desk.bring(CLEAN + "\n", ban_moi_cua="khong-co")
    assert {one.given_id for one in desk.house.office.drafts.all()} == {LANG_SON, ""}


def test_a_file_name_is_only_a_name(desk: Desk) -> None:
    desk.bring(CLEAN, "../../<b>nq</b>.txt")
    (draft,) = desk.house.office.drafts.all()
    assert "/" not in draft.file.replace("</b>", "")
    assert "<b>" not in desk.page(LIST)


def test_what_cannot_be_kept_is_told(desk: Desk) -> None:
    (desk.folder / "drafts").write_text("in the way")
    answer = desk.send(CLEAN)
    assert answer.status_code == 422
    assert "Máy chủ không ghi được tệp" in answer.text


def test_a_file_of_thirty_megabytes_is_taken(desk: Desk) -> None:
    content = b"%PDF-1.4\n" + bytes(30 * 2**20)
    assert desk.send(content).status_code == 303


def test_a_file_that_is_too_large_is_told_kindly(desk: Desk) -> None:
    answer = desk.send(bytes(101 * 2**20))
    assert answer.status_code == 413
    assert "nhiều nhất 100 MB" in answer.text
    assert desk.house.office.drafts.all() == ()


def test_only_admins_bring_documents(desk: Desk, officer: Visitor, anyone: Visitor) -> None:
    assert desk.send_by(officer, CLEAN).status_code == 403
    assert officer.get(LIST).status_code == 403
    assert desk.send_by(anyone, CLEAN).headers["location"].startswith("/dang-nhap")
    assert desk.house.office.drafts.all() == ()
    assert anyone.get(LIST).headers["location"].startswith("/dang-nhap")
    assert LIST not in officer.get("/nghi-quyet").text
    assert "Sửa thông tin" not in officer.get(f"/nghi-quyet/{LANG_SON}").text


def test_a_document_of_the_library_becomes_a_draft_to_correct(desk: Desk) -> None:
    assert "Sửa thông tin" in desk.page(f"/nghi-quyet/{LANG_SON}")
    path = desk.revise(LANG_SON)
    (draft,) = desk.house.office.drafts.all()
    assert (draft.given_id, draft.brought.step, draft.brought.about) == (
        LANG_SON,
        IntakeStep.BROUGHT,
        LANG_SON,
    )
    assert "Chưa có gì khác với văn bản đang dùng" in desk.page(path)
    again = desk.admin.post(f"{LIST}/sua", ma=LANG_SON)
    assert again.headers["location"].startswith(path)
    assert desk.admin.post(f"{LIST}/sua", ma="khong-co").status_code == 404


def test_a_file_from_no_page_of_the_visitor_is_refused(desk: Desk) -> None:
    answer = desk.admin.client.post(LIST, data={"csrf": "0" * 64}, files={"tep": ("a.txt", b"a")})
    assert answer.status_code == 403
    assert desk.house.office.drafts.all() == ()


def test_drafts_outlive_the_process(desk: Desk) -> None:
    desk.bring(CLEAN)
    assert len(Drafts(desk.folder / "drafts").all()) == 1


def test_an_admin_of_another_name_is_told(desk: Desk) -> None:
    desk.house.open_to("Hoa", Role.ADMIN)
    desk.send_by(desk.house.visitor("Hoa"), CLEAN)
    assert "Hoa đưa vào lúc" in desk.page(LIST)
    assert STAFF not in desk.page(LIST)


def test_every_reason_and_fact_has_its_words() -> None:
    unknown = page("console/library/intake/refusal", refusal=Unread("OF_LATER"))
    for reason in UnreadableReason:
        assert (
            page("console/library/intake/refusal", refusal=Unread(reason.name, 5, "some"))
            != unknown
        )
    for name in (*FACTS, "found_at", "answered", "id"):
        assert page("adding/fact", name=name)
    for fault in IntakeFault:
        assert page("console/fault", fault=fault)


@pytest.mark.parametrize("name", ["/", ".", "  ", "\u200b"])
def test_a_file_without_a_name_is_no_file(desk: Desk, name: str) -> None:
    answer = desk.send(CLEAN, name)
    assert answer.status_code == 422
    assert desk.house.office.drafts.all() == ()


def test_what_holds_no_document_is_told_so_in_the_list(desk: Desk) -> None:
    desk.bring("Ghi chú.\n")
    assert ">Chưa dùng được</span>" in desk.page(LIST)


def test_a_draft_that_was_damaged_by_hand_hinders_no_other(desk: Desk) -> None:
    damaged, fileless = desk.bring(CLEAN), desk.bring(f"{CLEAN}\n")
    drafts, folder = desk.house.office.drafts, desk.folder / "drafts"
    drafts.source(fileless.rsplit("/", 1)[-1]).unlink()
    (folder / damaged.rsplit("/", 1)[-1] / "draft.json").write_text("{", encoding="utf-8")

    for path in (damaged, fileless, f"{fileless}/thu"):
        answer = desk.admin.get(path)
        assert answer.status_code == 404
        assert "Bản nháp này không còn" in answer.text
        assert f'href="{LIST}"' in answer.text
    assert desk.bring(CLEAN) in desk.page(LIST)
