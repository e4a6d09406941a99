from __future__ import annotations

import pytest

from bot.answer.quoting.excerpt import excerpt
from bot.answer.quoting.lead import LONGEST_LEAD, each_once, lead_of
from bot.answer.values import Citation, Lead
from knowledge.law.resolution import Address, Part
from tests.support.answers.answers import library
from tests.support.answers.provisions import Units, document
from tests.support.documents.documents import BUNDLED, at

LONG_MATTERS = (
    "Khen thưởng kịp thời những gương sáng của thôn, tổ dân phố trong các phong trào do xã, phường "
    "và mặt trận phát động hằng năm; kỷ luật nghiêm minh người nhũng nhiễu, cửa quyền, hách dịch "
    "với bà con khi tiếp nhận hồ sơ, giấy tờ ở nơi làm việc của mình"
)
LONG_LEAD = (
    "Trong thời hạn mười ngày làm việc, tính từ khi bà con gửi kiến nghị bằng văn bản hoặc gửi qua "
    "hòm thư góp ý đặt tại nhà văn hóa thôn, tổ dân phố hay trụ sở của cơ quan tiếp nhận, trừ khi "
    "pháp luật có quy định khác, Trưởng thôn có trách nhiệm:"
)


def leads(units: Units, *path: int | str, quote: str | None = None) -> list[str]:
    """Return what the unit at `path` of a document with `units` is shown under."""
    made = document(units, id="test")
    unit = made.find(at("test", *path))  # type: ignore[arg-type]
    assert unit is not None
    return [shown(one) for one in lead_of(unit, quote or unit.text or unit.heading, made)]


def shown(lead: Lead) -> str:
    before, after = "…" if lead.cut_before else "", "…" if lead.cut_after else ""
    return f"{before}{lead.quote}{after}"


@pytest.mark.parametrize(
    ("units", "path", "expected"),
    [
        pytest.param(
            {(1,): ("Việc dân bàn", ""), (1, 2): "Bầu Trưởng thôn."},
            (1, 2),
            ["Việc dân bàn"],
            id="heading that is no sentence",
        ),
        pytest.param(
            {(1,): ("Quyền bàn bạc", "Dân bàn các việc sau đây:"), (1, 2): "Bầu Trưởng thôn."},
            (1, 2),
            ["Quyền bàn bạc", "Dân bàn các việc sau đây:"],
            id="sentence that introduces the list",
        ),
        pytest.param(
            {(1,): ("Bàn bạc", "Dân có quyền. Quyền ấy gồm:"), (1, 2): "Bầu Trưởng thôn."},
            (1, 2),
            ["Bàn bạc", "Quyền ấy gồm:"],
            id="only the last sentence introduces",
        ),
        pytest.param(
            {(1,): ("Bàn bạc", "Dân có quyền bàn."), (1, 2): "Dân có quyền biết."},
            (1, 2),
            ["Bàn bạc"],
            id="a rule before the others introduces nothing",
        ),
        pytest.param(
            {
                (1,): ("Nhiệm vụ, quyền hạn của tổ trưởng", ""),
                (1, 2): ("Quyền hạn", ""),
                (1, 2, "b"): "Triệu tập cuộc họp;",
            },
            (1, 2, "b"),
            ["Nhiệm vụ, quyền hạn của tổ trưởng", "Quyền hạn"],
            id="every level",
        ),
        pytest.param(
            {
                (1,): ("Phạm vi và đối tượng", ""),
                (1, 1): ("Phạm vi", "Trên địa bàn tỉnh."),
            },
            (1, 1),
            ["Phạm vi"],
            id="what says hardly more is left out",
        ),
        pytest.param(
            {(1,): ("Việc dân bàn", "Dân bàn các việc sau đây:"), (1, 2): "Bầu Trưởng thôn."},
            (1, 2),
            ["Dân bàn các việc sau đây:"],
            id="what says the same is left out",
        ),
        pytest.param(
            {(1,): ("Đối tượng", ""), (1, 1): ("Người dân", "Ai cư trú trên địa bàn.")},
            (1, 1),
            ["Đối tượng", "Người dân"],
            id="its own heading",
        ),
        pytest.param(
            {(1,): ("Kinh phí", "Ngân sách nhà nước bảo đảm.")},
            (1,),
            [],
            id="an article with a text stands by itself",
        ),
        pytest.param(
            {(1,): ("Nguồn tiền", "ngân sách;\nđóng góp của dân.")},
            (1,),
            ["Nguồn tiền"],
            id="an article that is a bare list",
        ),
    ],
)
def test_an_item_stands_under_what_it_completes(
    units: Units, path: tuple[int | str, ...], expected: list[str]
) -> None:
    assert leads(units, *path) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Tiền lấy từ:\nngân sách;\nđóng góp.", ["Tiền lấy từ:"], id="item of a list"),
        pytest.param("Tiền lấy từ:\nngân sách.\nđóng góp.", [], id="after the end of the list"),
        pytest.param("Ngân sách chi. đóng góp.", [], id="no list"),
    ],
)
def test_a_part_of_a_text_stands_under_the_sentence_that_introduces_it(
    text: str, expected: list[str]
) -> None:
    assert leads({(1,): ("Kinh phí", text)}, 1, quote="đóng góp.") == expected


@pytest.mark.parametrize(
    ("heading", "item", "expected"),
    [
        pytest.param(
            LONG_MATTERS,
            "Tuyên dương người tốt.",
            LONG_MATTERS.partition(";")[0] + "…",
            id="heading, at the end of a clause",
        ),
        pytest.param(
            LONG_MATTERS,
            "Kỷ luật nghiêm minh mọi hành vi nhũng nhiễu, cửa quyền, hách dịch với bà con khi tiếp "
            "nhận hồ sơ, giấy tờ ở nơi làm việc.",
            "…" + LONG_MATTERS.partition("; ")[2],
            id="heading, its clause that the quote is about",
        ),
        pytest.param(
            LONG_MATTERS.replace(";", ","),
            "Tuyên dương người tốt.",
            LONG_MATTERS.partition(", hách dịch")[0].replace(";", ",") + "…",
            id="heading of one clause, between phrases",
        ),
        pytest.param(
            LONG_LEAD,
            "Trả lời;",
            "…Trưởng thôn có trách nhiệm:",
            id="sentence before a list, from its subject",
        ),
        pytest.param(
            "Thôn có thể tách ra. " * 12 + "Khi tách thôn:",
            "Trả lời;",
            "…Khi tách thôn:",
            id="several sentences before a list",
        ),
    ],
)
def test_a_long_lead_is_cut_between_clauses(heading: str, item: str, expected: str) -> None:
    units: Units = {(1,): ("Phụ", ""), (1, 1): (heading, ""), (1, 1, "a"): item}

    assert leads(units, 1, 1, "a")[-1] == expected


def test_what_is_farther_is_told_only_where_there_is_room() -> None:
    near, far = "Mục tiêu " + "a" * 100, "Nguyên tắc " + "b" * 100
    units: Units = {(1,): (far, ""), (1, 1): (near, ""), (1, 1, "a"): "Dân biết;"}

    assert leads(units, 1, 1, "a") == [near]


def test_of_quotes_shown_together_the_first_alone_has_what_all_stand_under() -> None:
    above, own = Lead(at("test", 1), "Việc dân bàn"), Lead(at("test", 1, 2), "Quyền hạn")
    first = Citation(at("test", 1, 2), "", "Quyền hạn", lead=(above,))
    item = Citation(at("test", 1, 2, "a"), "", "Họp;", lead=(above, own))

    assert [one.lead for one in each_once([first, item])] == [(above,), ()]


@pytest.mark.parametrize("name", BUNDLED)
def test_a_lead_stands_in_what_encloses_the_quote_and_is_short(name: str) -> None:
    made = library()[name]
    for unit in made.provisions:
        quote = excerpt(unit.text or unit.heading, "dân chủ ở cơ sở")
        found = lead_of(unit, quote, made)
        for lead in found:
            above = made.find(lead.address)
            assert above is not None
            assert lead.address.covers(unit.address)
            assert any(lead.quote in words for words in (above.heading, above.text))
        assert sum(len(lead.quote) for lead in found) <= LONGEST_LEAD
        if unit.address.clause:
            assert found


def test_other_parts_stand_under_nothing() -> None:
    made = document({(1,): "Dân biết."}, id="test", closing="Nghị quyết này có hiệu lực.")
    closing = made.find(Address("test", Part.CLOSING))
    assert closing is not None

    assert lead_of(closing, closing.text, made) == ()
