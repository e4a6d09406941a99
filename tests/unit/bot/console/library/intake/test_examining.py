"""What an admin sees of a draft."""

from __future__ import annotations

import re

import pytest

from knowledge.parsing.corrections import corrections_path
from tests.support.documents.documents import BINH_DUONG, CLEAN, LANG_SON, NINH_BINH, source_of
from tests.support.documents.intake import GAP, LIST, NUMBERLESS, Desk

LOCAL = "Nghị quyết số 08/2024/NQ-HĐND"


def _text(page: str) -> str:
    """Return the words of a page."""
    bare = re.sub(r"<[^>]+>", "", page.split("<main", 1)[1])
    return " ".join(bare.split())


def _part(page: str, heading: str) -> str:
    """Return the words between the heading `heading` and the next one of its rank."""
    return _text("<main" + page.split(f"{heading}", 1)[1].split("<h2", 1)[0])


def test_all_that_is_known_of_a_draft_is_there_in_order(desk: Desk) -> None:
    page = desk.page(desk.bring(NUMBERLESS))
    headings = re.findall(r"<h2[^>]*>([^<]+)</h2>", page)
    assert headings == [
        "Thông tin về văn bản",
        "Mã văn bản và bản trước",
        "Thay đổi đối với các văn bản khác",
        "Lỗi của bản sao (1)",
        "Nội dung đã đọc được",
        "Xác nhận",
        "Bỏ bản nháp",
    ]
    assert page.index("Còn 1 lỗi nghiêm trọng") < page.index("Thông tin về văn bản</h2>")


def test_facts_are_told_as_the_copy_has_them(desk: Desk) -> None:
    page = desk.page(desk.bring(NUMBERLESS))
    told = _part(page, "Thông tin về văn bản</h2>")
    assert "Số văn bản: không ghi bản sao thiếu" in told
    assert "Có hiệu lực từ ngày: 20/7/2025 Bản sao ghi: 20/7/2025." in told
    assert "Tỉnh, thành phố: tỉnh An Giang" in told
    assert 'name="gt-in_force_since" type="date" value="2025-07-20"' in page
    opened = re.findall(r'<details class="fact" open>\s*<summary>([^:]+):', page)
    assert opened == ["Số văn bản"]


def test_a_territory_is_told_with_what_it_belongs_to_today(desk: Desk) -> None:
    page = _text(desk.page(desk.revise(BINH_DUONG)))
    assert "tỉnh Bình Dương (nay thuộc thành phố Hồ Chí Minh)" in page


def test_the_commune_of_before_is_told_with_that_of_today(desk: Desk) -> None:
    path = desk.revise(LANG_SON)
    desk.save(path, {"gt-commune": "thị trấn Đồng Đăng", "ld-commune": "Bản gốc."})
    told = _text(desk.page(path))
    assert "thị trấn Đồng Đăng (nay thuộc xã Đồng Đăng, tỉnh Lạng Sơn)" in told
    of_today = desk.bring(CLEAN)
    desk.save(of_today, {"gt-commune": "xã Bảo Lâm", "ld-commune": "Bản gốc."})
    assert "nay thuộc" not in _text(desk.page(of_today))


def test_a_document_of_the_whole_country_has_no_province(desk: Desk) -> None:
    law = (
        CLEAN.replace("Số: 12/2025/NQ-HĐND", "Luật số: 10/2022/QH15")
        .replace("HỘI ĐỒNG NHÂN DÂN TỈNH AN GIANG", "QUỐC HỘI")
        .replace("NGHỊ QUYẾT\n", "LUẬT\n")
    )
    page = desk.page(desk.bring(law))
    assert "Địa bàn: cả nước" in page
    assert 'name="gt-province"' not in page


def test_the_text_can_be_gone_through_article_by_article(desk: Desk) -> None:
    page = desk.page(desk.bring(CLEAN))
    told = _part(page, "Nội dung đã đọc được</h2>")
    assert told.startswith("4 điều, 4 khoản, 5 điểm.")
    assert "Điều 2. Các biện pháp bảo đảm (2 khoản, 5 điểm)" in told
    assert "đ) Gửi văn bản đến từng hộ gia đình." in told
    assert '<section id="dieu-2-khoan-1-diem-dd"' in page


def test_chapters_stand_above_their_articles(desk: Desk) -> None:
    chaptered = CLEAN.replace("Điều 1. Phạm", "Chương I\n\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm")
    page = desk.page(desk.bring(chaptered))
    assert re.search(r'<h3 class="division depth-\d">Chương I. QUY ĐỊNH CHUNG</h3>', page)


def test_a_serious_fault_is_told_with_its_line_and_asks_for_a_reason(desk: Desk) -> None:
    page = desk.page(desk.bring(GAP))
    assert re.search(r"Dòng \d+ của bản sao: Đánh số nhảy cách: “Điều 5", _text(page))
    assert len(re.findall(r'name="tl-\w+" form="o-thong-tin"', page)) == 1
    assert 'name="dau"' not in page


def test_a_new_document_replaces_nothing(desk: Desk) -> None:
    page = desk.page(desk.bring(CLEAN))
    assert "văn bản mới, chưa có bản nào trong kho" in page
    assert "Không thay, không sửa đổi, bãi bỏ văn bản nào trong kho." in page
    assert "So với bản trước" not in page


def test_a_new_version_is_shown_beside_the_one_before(desk: Desk) -> None:
    source = source_of(LANG_SON).read_text(encoding="utf-8")
    page = desk.page(desk.bring(source.replace("Kinh phí thực hiện", "Nguồn tiền thực hiện", 1)))
    told = _part(page, "So với bản trước</h2>")
    assert f"Mã: <strong>{LANG_SON}</strong> – bản mới của" in page
    assert "1 chỗ khác." in told
    assert re.search(r"<del><span[^>]*>[^<]*</span>\s*Kinh phí", page)
    assert re.search(r"<ins><span[^>]*>[^<]*</span>\s*Nguồn tiền", page)
    assert f'Thay bản đang có của <a href="/nghi-quyet/{LANG_SON}">' in page


@pytest.mark.parametrize(
    ("says", "told"),
    [
        pytest.param(
            "Nghị quyết số 08/2024/NQ-HĐND ngày 23 tháng 7 năm 2024 hết hiệu lực kể từ ngày "
            "Nghị quyết này có hiệu lực.",
            f"{LOCAL} ngày 23/7/2024 của HĐND tỉnh Lạng Sơn hết hiệu lực toàn bộ từ ngày 20/7/2025",
            id="ends",
        ),
        pytest.param(
            "Bãi bỏ khoản 2 Điều 4 Nghị quyết số 08/2024/NQ-HĐND.",
            f"Điều 3: bãi bỏ khoản 2 Điều 4 của {LOCAL}",
            id="repeals a part",
        ),
        pytest.param(
            "Sửa đổi, bổ sung Điều 5 Nghị quyết số 08/2024/NQ-HĐND.",
            f"Điều 3: sửa đổi, bổ sung Điều 5 của {LOCAL}",
            id="amends",
        ),
        pytest.param(
            "Bãi bỏ Nghị quyết số 77/2020/NQ-HĐND.",
            "Làm hết hiệu lực 1 văn bản không có trong kho: số 77/2020/NQ-HĐND.",
            id="not in the library",
        ),
        pytest.param(
            "Bãi bỏ Điều 2 Nghị quyết số 77/2020/NQ-HĐND.",
            "Điều 3: bãi bỏ văn bản số 77/2020/NQ-HĐND (không có trong kho)",
            id="in part, not in the library",
        ),
    ],
)
def test_what_a_document_does_to_others_is_told(desk: Desk, says: str, told: str) -> None:
    of_the_place = CLEAN.replace("An Giang", "Lạng Sơn").replace("AN GIANG", "LẠNG SƠN")
    article = "Điều 3. Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết."
    page = desk.page(desk.bring(of_the_place.replace(article, f"Điều 3. {says}")))
    assert told in _part(page, "Thay đổi đối với các văn bản khác</h2>")


def test_a_text_without_an_article_says_so(desk: Desk) -> None:
    page = desk.page(desk.bring("Thông báo về việc nghỉ lễ.\n"))
    assert "không thấy Điều nào" in page
    assert "Bỏ bản nháp" in page


def test_a_document_that_gets_no_id_by_itself_asks_for_one(desk: Desk) -> None:
    source = source_of(LANG_SON).read_text(encoding="utf-8")
    other = source.replace("08/2024/NQ-HĐND", "08/2024/NQ-UBND")
    path = desk.bring(other)
    page = desk.page(path)
    assert "chưa có mã dùng được" in page
    assert "Mã này là của một văn bản khác" in page
    assert desk.admin.post(f"{path}/thong-tin").status_code == 404
    desk.admin.post(f"{path}/ma", ma="lang-son-khac")
    assert "<strong>lang-son-khac</strong>" in desk.page(path)


def test_a_document_of_another_id_says_so(desk: Desk) -> None:
    source = source_of(LANG_SON).read_text(encoding="utf-8")
    page = desk.page(desk.bring(source + "\n", ban_moi_cua=NINH_BINH))
    assert "đã có mã khác" in page


def test_a_draft_with_damaged_corrections_says_so(desk: Desk) -> None:
    path = desk.bring()
    source = desk.house.office.drafts.source(path.rsplit("/", 1)[-1])
    corrections_path(source).write_text("= damaged", encoding="utf-8")
    assert "Những gì đã lưu của bản nháp này bị hỏng." in desk.page(path)


def test_a_damaged_library_is_told_and_recorded(desk: Desk) -> None:
    path = desk.bring()
    added = desk.house.office.materials.shelves.added
    added.mkdir()
    (added / "own.txt").write_text(CLEAN, encoding="utf-8")
    (added / "own.corrections.toml").write_text("= damaged", encoding="utf-8")
    for page in (path, LIST):
        answer = desk.admin.get(page)
        assert answer.status_code == 500
        assert "Kho văn bản có tệp bị hỏng" in answer.text
    recorded = (desk.house.office.incidents / "incidents.log").read_text(encoding="utf-8")
    assert "BadCorrections" in recorded
