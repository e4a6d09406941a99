"""One question to one answer, over the real documents and whatever a search may find."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer.values import Answer, Status
from index.hit import Hit
from knowledge.language.text import normalise
from knowledge.law.references.citation import provision_label
from knowledge.law.resolution import Part
from knowledge.matters.lists.outside import OutsideKind
from knowledge.validity.scope import scope_for
from tests.support.answers.answers import ON, ask, hit, library, matter_hit, the_place
from tests.support.documents.documents import BINH_DUONG, CA_MAU, KIM_THANH, LANG_SON, NINH_BINH, at

NOTICE = "Đây là thông tin tra cứu, không phải tư vấn pháp lý."
COSTS = {CA_MAU: hit(at(CA_MAU, 2)), LANG_SON: hit(at(LANG_SON, 5))}
EVERYWHERE = [unit.address for one in library().values() for unit in one.provisions]
PLACES = (None, "tỉnh Lạng Sơn", "tỉnh Cà Mau", "phường Kim Thanh", "phường Dĩ An", "Hà Nội")
QUESTIONS = (
    "Kinh phí lấy ở đâu?",
    "Điều 2 quy định gì?",
    "điểm d khoản 5 Điều 1 nghị quyết Bình Dương",
    "Nghị quyết có hiệu lực từ khi nào?",
    "Nghị quyết 08/2024 áp dụng cho ai?",
    "Ở tỉnh Ninh Bình họp bao lâu một lần?",
    "Dân ở tỉnh Cà Mau và phường Kim Thanh được bàn gì?",
    "xin chào",
)


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        pytest.param(
            partial(ask, "Kinh phí lấy ở đâu?", COSTS[CA_MAU], place=the_place("tỉnh Cà Mau")),
            Status.ANSWERED,
            "nguồn xã hội hóa",
            id="answered",
        ),
        pytest.param(
            partial(ask, "Nghị quyết của tỉnh Lạng Sơn do ai ký?"),
            Status.ANSWERED,
            "Đoàn Thị Hậu",
            id="fact",
        ),
        pytest.param(
            partial(ask, "điểm d khoản 5 Điều 1 nghị quyết tỉnh Bình Dương"),
            Status.ANSWERED,
            "ứng dụng biểu quyết trực tuyến",
            id="lookup",
        ),
        pytest.param(
            partial(ask, "Nghị quyết của tỉnh Cà Mau số mấy?"),
            Status.NOT_FOUND,
            "không ghi số nghị quyết",
            id="fact that the copy lacks",
        ),
        pytest.param(
            partial(ask, "Nghị quyết 55/2023 nói gì?"),
            Status.NOT_FOUND,
            "không có nghị quyết số 55/2023",
            id="unknown document",
        ),
        pytest.param(
            partial(ask, "Nghị quyết 08/2023/NQ-HĐND nói gì?"),
            Status.NOT_FOUND,
            "08/2023/NQ-HĐND",
            id="unknown document, in full",
        ),
        pytest.param(
            partial(ask, "Điều 99 nghị quyết tỉnh Cà Mau"),
            Status.NOT_FOUND,
            "không có Điều 99; nghị quyết này có 3 điều",
            id="unknown article",
        ),
        pytest.param(
            partial(ask, "khoản 2 nói gì"),
            Status.NOT_FOUND,
            "khoản 2 của Điều nào",
            id="no article",
        ),
        pytest.param(
            partial(ask, "Điều 2 Luật Thực hiện dân chủ ở cơ sở nói gì?"),
            Status.NOT_FOUND,
            "chưa có luật hay nghị định",
            id="law",
        ),
        pytest.param(
            partial(
                ask,
                "Kinh phí?",
                hit(at(LANG_SON, 5), -6.0),
                COSTS[CA_MAU],
                place=the_place("Lạng Sơn"),
            ),
            Status.NOT_FOUND,
            "tỉnh Lạng Sơn không quy định việc này",
            id="nothing near",
        ),
        pytest.param(
            partial(
                ask,
                "Kinh phí?",
                hit(at(LANG_SON, 5), 14.5),
                COSTS[CA_MAU],
                place=the_place("Lạng Sơn"),
            ),
            Status.NOT_FOUND,
            "Tôi chưa thấy quy định nào nói đúng việc này",
            id="only elsewhere",
        ),
        pytest.param(
            partial(
                ask,
                "Hỗ trợ bao nhiêu tiền?",
                hit(at(CA_MAU, 2), 14.5),
                place=the_place("tỉnh Cà Mau"),
            ),
            Status.NOT_FOUND,
            "chưa thấy mức tiền",
            id="no amount",
        ),
        pytest.param(
            partial(
                ask,
                "Bầu trưởng thôn?",
                hit(at(CA_MAU, 2), 13.0),
                matter=matter_hit(OutsideKind.LAW),
            ),
            Status.NOT_FOUND,
            "Luật Thực hiện dân chủ ở cơ sở",
            id="left to the law",
        ),
        pytest.param(
            partial(ask, "Khám bệnh ở đâu?", COSTS[CA_MAU], matter=matter_hit(OutsideKind.FIELD)),
            Status.OUT_OF_SCOPE,
            "thuộc lĩnh vực khác (y tế)",
            id="another field",
        ),
        pytest.param(
            partial(ask, "qwerty"), Status.OUT_OF_SCOPE, "chưa hiểu câu này", id="nothing"
        ),
        pytest.param(
            partial(ask, "Kinh phí ở Hà Nội?", COSTS[CA_MAU]),
            Status.NO_RESOLUTION,
            "chưa có nghị quyết nào về dân chủ ở cơ sở áp dụng tại thành phố Hà Nội",
            id="no resolution",
        ),
        pytest.param(
            partial(ask, "Kinh phí ở thành phố Hồ Chí Minh?", COSTS[CA_MAU]),
            Status.NO_RESOLUTION,
            "thuộc tỉnh Bình Dương cũ",
            id="no resolution, but for a part",
        ),
        pytest.param(
            partial(
                ask,
                "Kinh phí?",
                COSTS[CA_MAU],
                place=the_place("tỉnh Lạng Sơn"),
                on=date(2024, 8, 1),
            ),
            Status.NO_RESOLUTION,
            "chưa có hiệu lực",
            id="not yet in force",
        ),
        pytest.param(partial(ask, "Xin chào"), Status.SMALL_TALK, "Tôi là Dân Biết", id="greeting"),
    ],
)
def test_every_status_is_answered_in_words(
    asked: Callable[[], Answer], status: Status, words: str
) -> None:
    answer = asked()

    assert answer.status is status
    assert words in answer.text


def test_an_answer_says_where_it_is_from_and_what_the_copy_lacks() -> None:
    text = ask("Kinh phí lấy ở đâu?", COSTS[CA_MAU], place=the_place("tỉnh Cà Mau")).text

    assert "áp dụng tại tỉnh Cà Mau cũ (địa bàn trước ngày 01/7/2025)" in text
    assert "Điều 2 Nghị quyết (bản sao không ghi số) ngày 11/11/2024 của HĐND tỉnh Cà Mau" in text
    assert "bản sao không ghi ngày ban hành (lấy theo ngày thông qua), ngày có hiệu lực" in text
    assert text.endswith(NOTICE)


@pytest.mark.parametrize(
    ("question", "place", "asks_for_place"),
    [
        pytest.param("Kinh phí lấy ở đâu?", None, True, id="no place"),
        pytest.param("Kinh phí lấy ở đâu?", "tỉnh Cà Mau", False, id="resident's place"),
        pytest.param("Ở tỉnh Cà Mau, kinh phí lấy ở đâu?", None, False, id="place in question"),
        pytest.param("Tỉnh Cà Mau, tỉnh Lạng Sơn: kinh phí?", None, False, id="two places"),
        pytest.param("Nghị quyết 08/2024: kinh phí?", None, False, id="document"),
    ],
)
def test_without_a_place_the_answer_says_for_whom_it_speaks(
    question: str, place: str | None, asks_for_place: bool
) -> None:
    answer = ask(question, *COSTS.values(), place=the_place(place) if place else None)

    assert answer.status is Status.ANSWERED
    assert ("Bạn chưa cho biết nơi ở" in answer.text) is asks_for_place


def test_of_namesakes_the_answer_says_which_it_is_for() -> None:
    answer = ask("Xã Tân Thành lấy kinh phí ở đâu?", COSTS[LANG_SON])

    assert "Có nhiều nơi trùng tên" in answer.text
    assert answer.place is None


def test_documents_that_do_not_tell_a_fact_are_named() -> None:
    text = ask("Nghị quyết có hiệu lực từ khi nào?").text

    assert text.count("có hiệu lực từ ngày") >= 4
    assert "tỉnh Cà Mau cũ (địa bàn trước ngày 01/7/2025) không ghi ngày có hiệu lực" in text


def test_letters_of_other_scripts_are_pointed_out() -> None:
    assert "chữ lạ “干涉”" in ask("điểm c khoản 2 Điều 1 nghị quyết tỉnh Ninh Bình").text


def test_an_understood_question_is_shown() -> None:
    answer = ask("kinh phí lấy j", COSTS[CA_MAU])

    assert answer.understood_as == "kinh phí lấy gì"
    assert answer.text.startswith("Tôi hiểu là: kinh phí lấy gì")


def test_what_the_answer_rests_on_leads_the_passages() -> None:
    answer = ask("Điều 5 nghị quyết tỉnh Lạng Sơn", hit(at(LANG_SON, 2)))

    assert [one.address for one in answer.passages] == [at(LANG_SON, 5), at(LANG_SON, 2)]


def test_an_answer_becomes_one_object() -> None:
    found = ask("Kinh phí?", COSTS[LANG_SON], place=the_place("tỉnh Lạng Sơn")).as_dict()

    assert found["status"] == "answered"
    assert found["place"] == "tỉnh Lạng Sơn"
    assert found["citations"][0]["article"] == found["passages"][0]["article"] == 5
    assert found["citations"][0]["quote"] in found["text"]
    assert found["timings_ms"]["total"] >= 0


def test_an_item_of_a_list_is_told_under_its_lead() -> None:
    point = at(LANG_SON, 4, 7, "b")
    answer = ask("Ai giám sát?", hit(point), place=the_place("tỉnh Lạng Sơn"))
    (citation,) = answer.citations
    above = library()[LANG_SON].find(at(LANG_SON, 4, 7))
    assert above is not None

    assert f"\nKhoản 7 Điều 4: “{above.heading}”\n“{citation.quote}”\n" in answer.text
    (told,) = answer.as_dict()["citations"]
    assert (told["point"], told["quote"]) == ("b", citation.quote)
    assert [(one["clause"], one["point"], one["quote"]) for one in told["lead"]] == [
        (7, None, above.heading)
    ]


def test_what_was_cut_off_a_lead_is_marked() -> None:
    address = at(LANG_SON, 4, 4, "a")
    answer = ask("Khen thưởng ai?", hit(address), place=the_place("tỉnh Lạng Sơn"))

    assert "tổ chức thực hiện tốt dân chủ ở cơ sở” …\n“Cơ quan làm công tác" in answer.text


def test_what_a_search_finds_out_of_scope_is_never_cited() -> None:
    answer = ask(
        "Kinh phí lấy ở đâu?",
        COSTS[CA_MAU],
        hit(at(BINH_DUONG, 2)),
        place=the_place("tỉnh Lạng Sơn"),
        obedient=False,
    )

    assert answer.citations == ()
    assert answer.status is Status.NOT_FOUND
    assert library()[CA_MAU].find(at(CA_MAU, 2)).text not in answer.text  # type: ignore[union-attr]


def test_what_a_search_finds_out_of_scope_is_not_named_as_nearest_either() -> None:
    answer = ask(
        "Được hỗ trợ bao nhiêu tiền?",
        COSTS[CA_MAU],
        place=the_place("tỉnh Lạng Sơn"),
        obedient=False,
    )

    assert answer.status is Status.NOT_FOUND
    assert "Cà Mau" not in answer.text


def test_beside_a_good_source_one_out_of_scope_is_left_out() -> None:
    answer = ask(
        "Kinh phí lấy ở đâu?",
        COSTS[LANG_SON],
        COSTS[CA_MAU],
        hit(at(CA_MAU, 3, 1)),
        place=the_place("tỉnh Lạng Sơn"),
        obedient=False,
    )

    assert [one.address for one in answer.citations] == [at(LANG_SON, 5)]
    assert "Cà Mau" not in answer.text


hits = st.lists(
    st.builds(
        hit,
        st.sampled_from([*EVERYWHERE, at(CA_MAU, 99)]),
        st.floats(0, 1),
        st.sampled_from([0.0, 0.5]),
    ),
    max_size=6,
    unique_by=lambda found: found.address,
).map(lambda found: sorted(found, key=lambda one: one.score, reverse=True))


@settings(max_examples=150)
@given(
    question=st.sampled_from(QUESTIONS),
    place=st.sampled_from(PLACES),
    day=st.dates(date(2024, 1, 1), date(2027, 1, 1)),
    found=hits,
    obedient=st.booleans(),
)
def test_whatever_a_search_finds_the_promises_are_kept(
    question: str, place: str | None, day: date, found: list[Hit], obedient: bool
) -> None:
    answer = ask(
        question, *found, place=the_place(place) if place else None, on=day, obedient=obedient
    )
    in_force = {one.id for one in scope_for(None, day, list(library().values())).resolutions}
    allowed = (
        {one.id for one in scope_for(answer.place, day, list(library().values())).resolutions}
        if answer.place and "08/2024" not in question
        else in_force
    )

    assert (answer.status is Status.ANSWERED) == bool(answer.citations)
    for citation in answer.citations:
        provision = library()[citation.address.resolution].find(citation.address)
        assert provision is not None
        assert any(citation.quote in part for part in (provision.heading, provision.text))
        assert citation.quote in answer.text
        assert citation.address.resolution in allowed & in_force
    assert "“" not in without_quotes(answer)


def without_quotes(answer: Answer) -> str:
    """Return the text of `answer` without what stands, word for word, in a provision around it."""
    text = answer.text.replace("chữ lạ “干涉”", "")
    for citation in answer.citations:
        text = text.replace(f"“{citation.quote}”", "")
        for lead in citation.lead:
            above = library()[citation.address.resolution].find(lead.address)
            assert above is not None
            assert lead.address.covers(citation.address)
            assert any(lead.quote in part for part in (above.heading, above.text))
            text = text.replace(f"“{lead.quote}”", "")
    return text


@pytest.mark.parametrize("name", [BINH_DUONG, CA_MAU, KIM_THANH, LANG_SON, NINH_BINH])
def test_every_provision_can_be_looked_up(name: str) -> None:
    for unit in library()[name].provisions:
        if unit.address.part is Part.ARTICLE:
            place = library()[name].territory.name
            answer = ask(f"{provision_label(unit.address)} nghị quyết {place}")
            assert answer.citations[0].address == unit.address


def test_the_day_counts() -> None:
    assert ask("Điều 5 nghị quyết tỉnh Lạng Sơn", on=ON).status is Status.ANSWERED
    early = ask("Điều 5 nghị quyết tỉnh Lạng Sơn", on=date(2024, 8, 4))
    assert early.status is Status.NO_RESOLUTION
    assert normalise(early.text).count("05/8/2024") == 1


TWO = "Kinh phí lấy ở đâu vậy? Nghị quyết tỉnh Lạng Sơn do ai ký vậy?"


def test_each_question_of_a_message_is_answered() -> None:
    answer = ask(TWO, *COSTS.values(), place=the_place("tỉnh Lạng Sơn"))

    assert answer.status is Status.ANSWERED
    assert {citation.address.part for citation in answer.citations} == {
        Part.ARTICLE,
        Part.SIGNATURE,
    }
    assert "1. Kinh phí lấy ở đâu vậy?" in answer.text
    assert "2. Nghị quyết tỉnh Lạng Sơn do ai ký vậy?" in answer.text
    assert answer.text.count(NOTICE) == 1


def test_what_one_question_of_a_message_lacks_does_not_hide_the_others_answer() -> None:
    answer = ask("Khám bệnh ở đâu vậy ạ? Nghị quyết tỉnh Lạng Sơn do ai ký vậy?")

    assert answer.status is Status.ANSWERED
    assert "Đoàn Thị Hậu" in answer.text
    assert answer.understood_as == "Khám bệnh ở đâu vậy ạ? Nghị quyết tỉnh Lạng Sơn do ai ký vậy?"


def test_the_place_named_for_one_question_holds_for_the_next() -> None:
    answer = ask("Ở tỉnh Lạng Sơn kinh phí lấy ở đâu? Nghị quyết do ai ký vậy?", *COSTS.values())

    assert {one.address.resolution for one in answer.citations} == {LANG_SON}


@pytest.mark.parametrize(
    ("question", "status", "words"),
    [
        pytest.param(
            "Năm 2023 kinh phí lấy ở đâu?",
            Status.NO_RESOLUTION,
            "Vào ngày 31/12/2023",
            id="before it",
        ),
        pytest.param(
            "Năm 2025 kinh phí lấy ở đâu?",
            Status.ANSWERED,
            "có hiệu lực vào ngày 31/12/2025",
            id="since then",
        ),
    ],
)
def test_a_day_named_in_the_question_is_the_one_that_counts(
    question: str, status: Status, words: str
) -> None:
    answer = ask(question, *COSTS.values(), place=the_place("tỉnh Lạng Sơn"))

    assert answer.status is status
    assert words in answer.text
