"""Conversations that go the same way on every platform."""

from __future__ import annotations

from tests.support.conversations.residents import Resident

CITED = "Nghị quyết số 08/2024/NQ-HĐND ngày 23/7/2024 của HĐND tỉnh Lạng Sơn"


def ask_from_lang_son(one: Resident) -> None:
    """Greet, tell the place, ask without diacritics."""
    one.says("bắt đầu")
    (greeting,) = one.reads()
    assert all(word in greeting.whole for word in ("Biết", "Bàn", "Quyết định", "Giám sát"))
    one.says("tôi ở tỉnh lạng sơn")
    (place,) = one.reads()
    assert "08/2024/NQ-HĐND" in place.text
    one.says("nguoi dan giam sat cong trinh cua xa the nao")
    (answer,) = one.reads()
    assert answer.text.startswith("Tôi hiểu là: người dân giám sát công trình của xã thế nào")
    assert f"— điểm b khoản 7 Điều 4 {CITED}" in answer.text


def try_every_choice(one: Resident) -> None:
    """Choose everything that is offered below the answer."""
    one.presses("Xem nguyên văn")
    (whole,) = one.reads()
    assert whole.text.startswith("Điều 4. Các biện pháp bảo đảm thực hiện dân chủ ở cơ sở")
    one.presses("Điều liên quan")
    (related,) = one.reads()
    assert 1 <= related.text.count("\n— ") <= 3
    one.presses("👍 Có ích")
    assert any("Cảm ơn" in one.reads()[0].text for _ in range(2)), "choices may come by themselves"
    one.presses("👎 Chưa đúng")
    one.reads()
    one.presses("Không đúng điều tôi hỏi")
    assert "góp ý" in one.reads()[0].text
    one.presses("👎 Chưa đúng")
    one.reads()
    one.says("chưa nói rõ ai đứng ra giám sát")
    assert "góp ý" in one.reads()[0].text
    one.presses("Hỏi cán bộ")
    assert "chưa có cán bộ nào" in one.reads()[0].text


def go_on(one: Resident) -> None:
    """Ask a follow-up, compare two places, look at a right."""
    one.says("còn ở Bình Dương thì sao?")
    assert "Bình Dương" in one.reads()[0].text
    one.says("so sánh Bình Dương và Lạng Sơn về biểu quyết trực tuyến")
    (both,) = one.reads()
    assert "1. Bình Dương" in both.text
    assert "2. Lạng Sơn" in both.text
    one.says("bốn quyền")
    one.reads()
    one.presses("Giám sát")
    one.reads()
    one.presses("Người dân có quyền kiểm tra, giám sát")
    assert "\n— " in one.reads()[0].text


def have_all_deleted(one: Resident) -> None:
    """Have everything deleted."""
    one.says("xóa dữ liệu")
    one.reads()
    one.presses("Xóa hết")
    assert "đã xóa hết" in one.reads()[0].text
