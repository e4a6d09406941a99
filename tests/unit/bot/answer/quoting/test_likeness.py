"""Whether two questions ask nearly the same."""

from __future__ import annotations

import pytest

from bot.answer.quoting.likeness import alike, same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Loa phường hỏng thì báo ai?", "loa phuong hong thi bao ai", id="no marks"),
        pytest.param(
            "Hộ gia đình có bắt buộc cử người đi họp tổ dân phố không ạ",
            "hộ gia đình có phải cử người đi họp tổ dân phố không?",
            id="other small words",
        ),
        pytest.param(
            "Ai ký nghị quyết về dân chủ ở cơ sở?",
            "Nghị quyết về dân chủ ở cơ sở do ai ký vậy?",
            id="another order",
        ),
        pytest.param("khoản 2 Điều 4 nói gì", "Điều 4 khoản 2 nói gì ạ", id="same provision"),
    ],
)
def test_the_same_said_otherwise_is_alike(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "xã phải công khai những gì cho dân biết",
            "xã có phải công khai cho dân biết không",
            id="what, and whether",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực từ ngày nào?",
            "Nghị quyết này hết hiệu lực vào ngày nào?",
            id="begin, and end",
        ),
        pytest.param("khoản 2 Điều 4 nói gì", "khoản 4 Điều 2 nói gì", id="numbers in turn"),
        pytest.param("điểm c khoản 2 Điều 4", "điểm d khoản 2 Điều 4", id="another letter"),
        pytest.param(
            "những thông tin nào được công khai cho dân biết",
            "những thông tin nào không được công khai cho dân biết",
            id="denied",
        ),
        pytest.param("loa phường hỏng", "", id="nothing"),
    ],
)
def test_what_differs_in_what_counts_is_not_alike(one: str, other: str) -> None:
    assert not alike(one, other)
    assert not alike(other, one)


def test_only_spelling_may_differ_in_what_is_the_same() -> None:
    assert same("Loa phường hỏng?", "loa  PHUONG hong")
    assert not same("Loa phường hỏng?", "loa phường bị hỏng")
    assert not same("", "?")
