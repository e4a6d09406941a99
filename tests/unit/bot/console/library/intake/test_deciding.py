"""What an admin does with a draft."""

from __future__ import annotations

import pytest

from bot.store.values import Role
from knowledge.library.intake.history import IntakeStep
from knowledge.parsing.corrections import Correction, parse_corrections
from tests.support.console.console import ADMIN
from tests.support.documents.documents import (
    CLEAN,
    LANG_SON,
    LITTER,
    NINH_BINH,
    of_commune,
    source_of,
)
from tests.support.documents.intake import GAP, LIST, NUMBERLESS, Desk, fields_of

REASON = "Theo Công báo."


def _corrections(desk: Desk) -> dict[str, Correction]:
    (draft,) = desk.house.office.drafts.all()
    path = desk.house.office.drafts.source(draft.key).with_name("source.corrections.toml")
    told = parse_corrections(path.read_bytes(), path)
    return {name: Correction(why, told.values.get(name)) for name, why in told.reasons.items()}


def test_a_missing_number_is_filled_in_with_its_reason(desk: Desk) -> None:
    path = desk.bring(NUMBERLESS)
    answer = desk.save(path, {"gt-number": "12/2025/NQ-HĐND", "ld-number": REASON})
    assert answer.headers["location"] == path
    assert _corrections(desk) == {"number": Correction(REASON, "12/2025/NQ-HĐND")}
    page = desk.page(path)
    assert "đã sửa" in page
    assert "Còn 1 lỗi" not in page
    (draft,) = desk.house.office.drafts.all()
    event = draft.events[-1]
    assert (event.who, event.step, event.about) == (ADMIN, IntakeStep.CORRECTED, "number")
    assert desk.done[-1] == (ADMIN, "document_corrected", "an-giang-2025")


def test_the_likely_province_of_a_commune_is_there_to_be_confirmed(desk: Desk) -> None:
    basis = "Căn cứ Nghị quyết số 3/2025/NQ-HĐND của HĐND tỉnh Lâm Đồng;"
    path = desk.bring(of_commune("xã Tân Thành", basis=basis))
    page = desk.page(path)
    assert "Không rõ xã Tân Thành thuộc tỉnh, thành phố nào; có thể là tỉnh Lâm Đồng." in page
    assert desk.fields(path)["gt-province"] == "tỉnh Lâm Đồng"
    assert "lỗi nghiêm trọng" in desk.check(path).text

    assert "Bạn ghi lý do nhé" in desk.save(path, {}).text
    desk.save(path, {"ld-province": REASON})
    assert _corrections(desk) == {"province": Correction(REASON, "tỉnh Lâm Đồng")}
    assert desk.check(path).status_code == 303


def test_a_commune_that_several_provinces_have_is_put_into_none(desk: Desk) -> None:
    path = desk.bring(of_commune("xã Tân Thành"))
    assert desk.fields(path)["gt-province"] == ""
    assert "Có thể là tỉnh Lâm Đồng, tỉnh Lạng Sơn, tỉnh Quảng Trị" in desk.page(path)


def test_an_issuer_that_a_person_names_tells_where_the_document_applies(desk: Desk) -> None:
    nameless = CLEAN.replace("HỘI ĐỒNG NHÂN DÂN TỈNH AN GIANG\n", "")
    path = desk.bring(nameless.replace("Hội đồng nhân dân tỉnh An Giang khóa", "Hội đồng khóa"))
    assert "Không đọc được cơ quan ban hành và địa bàn áp dụng." in desk.page(path)
    issuer = "Hội đồng nhân dân tỉnh An Giang"
    desk.save(path, {"gt-issuer": issuer, "ld-issuer": REASON})
    assert desk.fields(path)["gt-province"] == "tỉnh An Giang"
    desk.save(path, {"gt-issuer": "Hội đồng nhân dân xã Tân Thành"})
    assert "Không rõ xã Tân Thành thuộc tỉnh, thành phố nào" in desk.page(path)


def test_a_document_of_another_field_is_told_and_may_be_checked(desk: Desk) -> None:
    path = desk.bring(LITTER)
    assert "Văn bản này có vẻ không nói về dân chủ ở cơ sở." in desk.page(path)
    assert desk.check(path).status_code == 303


def test_a_missing_number_is_confirmed_by_a_reason_alone(desk: Desk) -> None:
    path = desk.bring(NUMBERLESS)
    desk.save(path, {"ld-number": "Bản gốc để trống."})
    assert _corrections(desk) == {"number": Correction("Bản gốc để trống.")}
    assert "đã xác nhận" in desk.page(path)


def test_what_the_copy_gets_wrong_can_be_said_to_be_missing(desk: Desk) -> None:
    path = desk.bring(CLEAN)
    desk.save(path, {"gt-signer": "", "ld-signer": "Bản gốc không có tên."})
    assert desk.fields(path)["gt-signer"] == ""


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2025-08-01", "2025-08-01"), ("1/8/2025", "2025-08-01"), ("01.08.2025", "2025-08-01")],
)
def test_days_are_taken_as_people_write_them(desk: Desk, typed: str, day: str) -> None:
    path = desk.bring(CLEAN)
    desk.save(path, {"gt-in_force_since": typed, "ld-in_force_since": REASON})
    assert desk.fields(path)["gt-in_force_since"] == day


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param({"gt-number": "13/2025/NQ-HĐND"}, "Bạn ghi lý do nhé", id="no reason"),
        pytest.param({"gt-number": ""}, "Bạn ghi lý do nhé", id="emptied without a reason"),
        pytest.param(
            {"gt-issued_on": "31/2/2025", "ld-issued_on": REASON}, "dạng ngày/tháng/năm", id="day"
        ),
        pytest.param(
            {"gt-issued_on": "0025-02-01", "ld-issued_on": REASON}, "dạng ngày/tháng/năm", id="year"
        ),
        pytest.param(
            {"gt-province": "tỉnh Bình Dươn", "ld-province": REASON},
            "Không có tỉnh, thành phố này",
            id="province",
        ),
        pytest.param(
            {"gt-in_force_until": "2025-01-01", "ld-in_force_until": REASON},
            "không thể trước ngày có hiệu lực",
            id="ends before it begins",
        ),
        pytest.param({"gt-title": "a" * 1001, "ld-title": REASON}, "1000 ký tự", id="long value"),
        pytest.param({"ld-title": "a" * 1001}, "1000 ký tự", id="long reason"),
        pytest.param({"nguon": "a" * 1001}, "1000 ký tự", id="long address"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost(
    desk: Desk, change: dict[str, str], told: str
) -> None:
    path = desk.bring(CLEAN)
    typed = {"gt-signer": "Lê Văn Bình", "ld-signer": REASON, **change}
    answer = desk.save(path, typed)
    assert answer.status_code == 422
    assert told in answer.text
    fields = fields_of(answer.text)
    assert {name: fields[name] for name in typed} == typed
    assert desk.done[-1][1] == "document_brought"


def test_a_province_is_known_however_it_is_spelled(desk: Desk) -> None:
    path = desk.bring(CLEAN)
    desk.save(path, {"gt-province": "Tỉnh  Bình Dương", "ld-province": REASON})
    assert desk.fields(path)["gt-province"] == "tỉnh Bình Dương"


def test_saving_what_is_there_changes_nothing(desk: Desk) -> None:
    path = desk.bring(CLEAN)
    before = desk.done
    assert desk.save(path, {}).headers["location"] == path
    assert desk.done == before


def test_a_serious_fault_is_answered_with_the_form(desk: Desk) -> None:
    path = desk.bring(GAP)
    (name,) = (name for name in desk.fields(path) if name.startswith("tl-"))
    desk.save(path, {name: "Đúng như bản gốc."})
    assert desk.fields(path)[name] == "Đúng như bản gốc."
    assert "Đã giải đáp" in desk.page(path)
    desk.save(path, {name: ""})
    assert "Còn 1 lỗi nghiêm trọng" in desk.page(path)
    (draft,) = desk.house.office.drafts.all()
    assert [one.about for one in draft.events[1:]] == ["answered", "answered"]


def test_the_address_where_it_was_found_is_kept(desk: Desk) -> None:
    path = desk.bring(CLEAN, nguon="https://example.vn/1")
    desk.save(path, {"nguon": "https://example.vn/2"})
    assert desk.fields(path)["nguon"] == "https://example.vn/2"
    desk.save(path, {"nguon": ""})
    assert desk.fields(path)["nguon"] == ""


def test_two_who_correct_at_once_lose_nothing(desk: Desk) -> None:
    path = desk.bring(NUMBERLESS)
    opened = desk.fields(path)
    desk.house.open_to("Hoa", Role.ADMIN)
    other = desk.house.visitor("Hoa")
    other.post(f"{path}/thong-tin", **{**opened, "gt-number": "1/NQ", "ld-number": "Hoa nghe."})
    typed = {**opened, "gt-number": "2/NQ", "ld-number": REASON}
    answer = desk.admin.post(f"{path}/thong-tin", **typed)
    assert answer.status_code == 422
    assert "Vừa có người khác sửa bản nháp này" in answer.text
    assert "Đang lưu: 1/NQ – Hoa nghe." in answer.text
    fields = fields_of(answer.text)
    assert (fields["gt-number"], fields["ld-number"]) == ("2/NQ", REASON)
    assert desk.admin.post(f"{path}/thong-tin", **fields).status_code == 303
    assert desk.fields(path)["gt-number"] == "2/NQ"


def test_corrections_of_the_version_before_hold_on(desk: Desk) -> None:
    path = desk.revise("ca-mau-2024")
    before = desk.fields(path)
    stated = {name: why for name, why in before.items() if name.startswith("ld-") and why}
    assert stated
    desk.save(path, {"nguon": "https://example.vn/1"})
    assert {name: desk.fields(path)[name] for name in stated} == stated


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        pytest.param({"ma": "Lạng Sơn"}, "Mã chỉ gồm chữ thường", id="no id"),
        pytest.param({"ban_moi_cua": NINH_BINH}, "đã có mã khác", id="other"),
    ],
)
def test_an_id_that_cannot_be_is_told_and_not_kept(
    desk: Desk, sent: dict[str, str], told: str
) -> None:
    source = source_of(LANG_SON).read_text(encoding="utf-8")
    path = desk.bring(source + "\n")
    answer = desk.admin.post(f"{path}/ma", **sent)
    assert answer.status_code == 422
    assert told in answer.text
    assert "selected" in answer.text or 'value="Lạng Sơn"' in answer.text
    assert desk.house.office.drafts.all()[0].given_id == ""


def test_a_draft_becomes_the_version_of_a_chosen_document(desk: Desk) -> None:
    path = desk.bring(NUMBERLESS)
    desk.admin.post(f"{path}/ma", ban_moi_cua=LANG_SON, ma="khong-tinh")
    assert f'bản mới của <a href="/nghi-quyet/{LANG_SON}">' in desk.page(path)
    assert desk.done[-1] == (ADMIN, "document_named", LANG_SON)
    desk.admin.post(f"{path}/ma", ban_moi_cua=LANG_SON)
    assert len(desk.house.office.drafts.all()[0].events) == 2
    desk.admin.post(f"{path}/ma", ma="an-giang-moi")
    assert "<strong>an-giang-moi</strong> – văn bản mới" in desk.page(path)


def test_a_document_is_checked_and_may_then_be_tried(desk: Desk) -> None:
    path = desk.bring(CLEAN)
    assert f"{path}/thu" not in desk.page(path)
    assert desk.check(path).headers["location"] == path
    page = desk.page(path)
    assert f'href="{path}/thu">Thử và đưa vào sử dụng' in page
    assert f"{ADMIN} xác nhận lúc" in page
    (draft,) = desk.house.office.drafts.all()
    assert [one.step for one in draft.events] == [IntakeStep.BROUGHT, IntakeStep.CHECKED]
    assert desk.done[-1] == (ADMIN, "document_checked", "an-giang-12-2025")


def test_what_changes_after_the_check_has_to_be_checked_again(desk: Desk) -> None:
    path = desk.bring(CLEAN)
    desk.check(path)
    desk.save(path, {"gt-signer": "Lê Văn Bình", "ld-signer": REASON})
    assert f"{path}/thu" not in desk.page(path)


def test_a_document_with_an_open_question_is_not_checked(desk: Desk) -> None:
    path = desk.bring(GAP)
    (draft,) = desk.house.office.drafts.all()
    office = desk.house.office
    shelves, library = office.materials.shelves, office.materials.documents()
    seen = office.drafts.examine(draft.key, shelves, library).fingerprint
    answer = desk.admin.post(f"{path}/kiem-tra", dau=seen)
    assert answer.status_code == 422
    assert "Còn lỗi nghiêm trọng" in answer.text


def test_only_what_was_seen_is_checked(desk: Desk) -> None:
    path = desk.bring(CLEAN)
    answer = desk.admin.post(f"{path}/kiem-tra", dau="0" * 64)
    assert answer.status_code == 422
    assert "đã thay đổi từ lúc bạn mở trang" in answer.text
    assert f"{path}/thu" not in answer.text


def test_what_changes_nothing_is_not_checked(desk: Desk) -> None:
    path = desk.revise(LANG_SON)
    office, (draft,) = desk.house.office, desk.house.office.drafts.all()
    shelves, library = office.materials.shelves, office.materials.documents()
    candidate = office.drafts.examine(draft.key, shelves, library)
    assert candidate.changes_nothing
    answer = desk.admin.post(f"{path}/kiem-tra", dau=candidate.fingerprint)
    assert answer.status_code == 422


def test_facts_of_a_document_of_the_library_are_corrected_by_the_same_way(desk: Desk) -> None:
    path = desk.revise(LANG_SON)
    desk.save(path, {"gt-in_force_until": "2027-01-01", "ld-in_force_until": "Có bản thay."})
    page = desk.page(path)
    assert "Bản trước: không ghi." in page
    assert "Lời văn không có gì khác." in page
    assert desk.check(path).status_code == 303


def test_a_draft_is_removed_by_who_is_sure(desk: Desk) -> None:
    path = desk.bring(CLEAN)
    answer = desk.admin.post(f"{path}/xoa")
    assert answer.status_code == 422
    assert "đánh dấu vào ô xác nhận" in answer.text
    assert desk.admin.post(f"{path}/xoa", chac_chan="1").headers["location"] == LIST
    assert desk.admin.get(path).status_code == 404
    assert desk.done[-1] == (ADMIN, "draft_removed", "nq.txt")


def test_what_cannot_be_kept_is_told_and_nothing_typed_is_lost(desk: Desk) -> None:
    path = desk.bring(CLEAN)
    shown = desk.fields(path)
    lock = desk.folder / "drafts" / "lock"
    lock.unlink(missing_ok=True)
    lock.mkdir()
    typed = {**shown, "gt-signer": "Lê Văn Bình", "ld-signer": REASON}
    for way, fields in [("thong-tin", typed), ("ma", {"ma": "moi"}), ("xoa", {"chac_chan": "1"})]:
        answer = desk.admin.post(f"{path}/{way}", **fields)
        assert answer.status_code == 422
        assert "Máy chủ không ghi được tệp" in answer.text
    assert desk.check(path).status_code == 422
    assert "Lê Văn Bình" in desk.admin.post(f"{path}/thong-tin", **typed).text


def test_forms_of_a_draft_that_was_not_read_are_not_taken(desk: Desk) -> None:
    path = desk.send(CLEAN).headers["location"]
    for way in ("thong-tin", "ma", "kiem-tra"):
        assert desk.admin.post(f"{path}/{way}").status_code == 404


def test_a_document_is_not_replaced_by_typing_its_id(desk: Desk) -> None:
    path = desk.bring()
    answer = desk.admin.post(f"{path}/ma", ma=LANG_SON)
    assert answer.status_code == 422
    assert "Mã này là của một văn bản khác." in answer.text
    assert desk.admin.post(f"{path}/ma", ban_moi_cua=LANG_SON).status_code == 303
