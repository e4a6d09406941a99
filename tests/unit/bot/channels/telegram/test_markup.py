from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer.values import Answer
from bot.channels.telegram.markup import dress
from tests.support.answers.answers import ask, hit, the_place
from tests.support.documents.documents import LANG_SON, at

TAG = re.compile(r"</?(?:b|i|blockquote)>")


def visible(dressed: str) -> str:
    """Return what Telegram shows of `dressed`."""
    return html.unescape(TAG.sub("", dressed))


def answer(*points: str) -> Answer:
    hits = [hit(at(LANG_SON, 4, 7, point), 60) for point in points]
    return ask("giam sat cong trinh", *hits, place=the_place("tỉnh Lạng Sơn"))


@pytest.mark.parametrize(
    ("plain", "dressed"),
    [
        pytest.param("Chào Bạn.", "Chào Bạn.", id="plain words"),
        pytest.param("a < b & c > d", "a &lt; b &amp; c &gt; d", id="signs of HTML"),
        pytest.param("<b>đậm</b>", "&lt;b&gt;đậm&lt;/b&gt;", id="tags are words"),
        pytest.param(
            "Quy định:\n“Dân biết, dân bàn.”\n— khoản 1 Điều 2.",
            "Quy định:\n<blockquote>“Dân biết, dân bàn.”</blockquote>\n<b>— khoản 1 Điều 2.</b>",
            id="quote and citation",
        ),
        pytest.param(
            "Điều 2: “Dân bàn” …\n“Bầu Trưởng thôn.”\n",
            "Điều 2: “Dân bàn” …\n<blockquote>“Bầu Trưởng thôn.”</blockquote>\n",
            id="quote under its lead",
        ),
        pytest.param(
            "• điểm a: “Dân biết.”\n\n• điểm b: “Dân bàn.” (trích)\n",
            "<blockquote>• điểm a: “Dân biết.”</blockquote>\n\n"
            "<blockquote>• điểm b: “Dân bàn.” (trích)</blockquote>\n",
            id="quotes with labels",
        ),
        pytest.param(
            "“Dân biết:\n- dân bàn.”\nHết.",
            "<blockquote>“Dân biết:\n- dân bàn.”</blockquote>\nHết.",
            id="quote of several lines",
        ),
        pytest.param(
            "“Gọi là “tổ dân phố” nhé”",
            "<blockquote>“Gọi là “tổ dân phố” nhé”</blockquote>",
            id="quote in a quote",
        ),
        pytest.param("Chữ lạ “Ɖ”, giữ nguyên.", "Chữ lạ “Ɖ”, giữ nguyên.", id="quote in a line"),
        pytest.param("“Dân biết,\n\ndân bàn”", "“Dân biết,\n\ndân bàn”", id="no quote runs on"),
        pytest.param(
            "Tôi hiểu là: ai giám sát?\n\nChào.",
            "<i>Tôi hiểu là: ai giám sát?</i>\n\nChào.",
            id="reading",
        ),
        pytest.param(
            "“Ông nói:\nTôi hiểu là: thế”",
            "<blockquote>“Ông nói:\nTôi hiểu là: thế”</blockquote>",
            id="no reading in a quote",
        ),
        pytest.param(
            "Tôi hiểu là: <i>&amp;",
            "<i>Tôi hiểu là: &lt;i&gt;&amp;amp;</i>",
            id="reading with tags",
        ),
    ],
)
def test_dresses_what_stands_out(plain: str, dressed: str) -> None:
    assert dress(plain) == dressed


def test_an_answer_has_its_reading_quote_and_citation_dressed() -> None:
    given = answer("b")
    dressed = dress(given.text)
    (citation,) = given.citations

    assert f"<blockquote>“{citation.quote}”</blockquote>" in dressed
    assert f"<b>— {citation.label}" in dressed
    assert f"<i>Tôi hiểu là: {given.understood_as}</i>" in dressed
    assert visible(dressed) == given.text


@given(st.text(st.sampled_from("“”•—\n:. aTđ<>&/ib\U0001f600"), max_size=60))
def test_the_words_stay_the_same_whatever_they_are(plain: str) -> None:
    assert visible(dress(plain)) == plain


@given(
    st.lists(st.sampled_from(["“", "”", "• a: ", "— ", "\n", "Tôi hiểu là: ", "x"]), max_size=12)
)
def test_every_tag_is_closed_in_order(parts: list[str]) -> None:
    open_tags: list[str] = []
    for tag in TAG.findall(dress("".join(parts))):
        if tag.startswith("</"):
            assert open_tags.pop() == tag.replace("/", "")
        else:
            open_tags.append(tag)
    assert open_tags == []
