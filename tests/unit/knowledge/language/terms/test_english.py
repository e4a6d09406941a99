"""Questions in English, read through a list of terms."""

from __future__ import annotations

import pytest

from knowledge.language.terms.english import in_vietnamese, read_english


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("Who convenes the village meeting?", "ai triệu tập họp thôn?", id="who"),
        pytest.param(
            "How often are meetings held?",
            "cuộc họp thôn bao lâu một lần?",
            id="question word last",
        ),
        pytest.param(
            "Must the minutes be posted?", "biên bản phải được niêm yết không?", id="yes or no"
        ),
        pytest.param("which article is that", "điều mấy vậy", id="on the answer"),
        pytest.param("are you human?", "bạn là người hay máy", id="who are you"),
        pytest.param(
            "I do not want to say where I live", "tôi không muốn nói nơi ở", id="no place"
        ),
        pytest.param("my husband beats me", "chồng tôi đánh đập tôi", id="danger"),
    ],
)
def test_is_read_in_vietnamese(text: str, read: str) -> None:
    assert in_vietnamese(text) == read


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("hop thon may thang mot lan", id="without marks"),
        pytest.param("ad oi cho minh hoi ti", id="to the admin"),
        pytest.param("họp online có được không", id="a word of English"),
        pytest.param("ok thanks ban nhe", id="thanks among Vietnamese"),
        pytest.param("best football team this season?", id="nothing of the field"),
        pytest.param("", id="nothing"),
        pytest.param("12345", id="digits"),
    ],
)
def test_anything_else_is_left_as_it_is(text: str) -> None:
    assert read_english().read(text) is None
    assert in_vietnamese(text) == text
