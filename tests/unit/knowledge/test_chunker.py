from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from knowledge.law.fingerprint import mark_of_words
from knowledge.law.resolution import Address, Head, Part
from knowledge.matters.topic import PlainAnswer
from knowledge.passages import LONGEST_PASSAGE, Passage, passages, plain_passages
from tests.support.answers.provisions import document
from tests.support.answers.topics import topic

MEASURES = document(
    {
        (4,): ("Các biện pháp", ""),
        (4, 2): ("Tuyên truyền", ""),
        (4, 2, "a"): "Niêm yết tại nhà văn hóa.",
        (4, 2, "b"): "Phát trên loa.",
        (5,): ("Kinh phí", "Do ngân sách bảo đảm."),
    },
    closing="Nghị quyết này có hiệu lực từ ngày 05/8/2024.",
)


def by_address(found: tuple[Passage, ...]) -> dict[tuple[object, ...], Passage]:
    return {passage.address.path: passage for passage in found}


def test_every_provision_is_a_passage() -> None:
    addresses = [passage.address for passage in passages(MEASURES)]

    assert addresses == [unit.address for unit in MEASURES.provisions]


def test_a_trail_names_the_document_and_the_enclosing_headings() -> None:
    point = by_address(passages(MEASURES))[4, 2, "a", None]

    assert point.trail == (
        "Nghị quyết số 08/2024/NQ-HĐND Hội đồng nhân dân tỉnh Lạng Sơn"
        " › Các biện pháp › Tuyên truyền"
    )
    assert point.text == "Niêm yết tại nhà văn hóa."


def test_an_article_without_parts_keeps_its_heading_with_its_text() -> None:
    assert by_address(passages(MEASURES))[5, None, None, None].text == (
        "Kinh phí Do ngân sách bảo đảm."
    )


def test_what_only_introduces_others_is_a_lead() -> None:
    leads = [passage.address.path for passage in passages(MEASURES) if passage.lead]

    assert leads == [(4, None, None, None), (4, 2, None, None)]


def test_words_before_a_list_are_a_lead_and_a_rule_before_it_is_none() -> None:
    found = passages(
        document(
            {
                (1,): "Các hình thức công khai gồm:",
                (1, 1): "Niêm yết.",
                (2,): "Xã phải công khai trong 05 ngày. Việc này gồm:",
                (2, 1): "Loa truyền thanh.",
                (3,): "Các hình thức gồm:",
            }
        )
    )

    assert {passage.address.article: passage.lead for passage in found if passage.lead} == {1: True}


def test_the_closing_is_a_passage_of_its_part() -> None:
    assert passages(MEASURES)[-1].address == Address("lang-son", Part.CLOSING)


def test_a_document_without_number_is_named_by_what_is_known() -> None:
    [passage] = passages(document({(1,): "Nội dung."}, head=Head(kind="Nghị quyết")))

    assert passage.trail == "Nghị quyết tỉnh Lạng Sơn"


def test_long_text_is_cut_at_sentence_ends_without_loss() -> None:
    sentences = [f"Câu số {number} nói về dân chủ ở cơ sở." for number in range(120)]
    pieces = passages(document({(1,): " ".join(sentences)}))

    assert " ".join(piece.text for piece in pieces) == " ".join(sentences)
    assert all(len(piece.text) <= LONGEST_PASSAGE for piece in pieces)
    assert all(piece.text.endswith(".") for piece in pieces)
    assert [piece.piece for piece in pieces] == list(range(len(pieces)))
    assert all(
        len(f"{left.text} {right.text}") > LONGEST_PASSAGE for left, right in pairwise(pieces)
    )


def test_a_sentence_without_end_is_cut_between_words() -> None:
    words = ["dân"] * 1000
    pieces = passages(document({(1,): " ".join(words)}))

    assert len(pieces) > 1
    assert " ".join(piece.text for piece in pieces).split() == words


def test_foreign_letters_are_left_out_of_search_only() -> None:
    [passage] = passages(document({(1,): "không được 干涉 cản trở"}))

    assert "干涉" in passage.text
    assert "干涉" not in passage.meaning


def test_an_item_is_embedded_below_what_it_completes_too() -> None:
    found = passages(
        document({(1,): ("Việc dân bàn", ""), (1, 1): "Dân quyết định:", (1, 1, "a"): "Thu tiền;"})
    )

    assert found[-1].meaning == "Thu tiền;"
    assert found[-1].context == "Việc dân bàn Dân quyết định: Thu tiền;"
    assert "干" not in Passage(found[-1].address, "Văn bản › Điều 干", "Thu.").context


LOUD = Address("lang-son", Part.ARTICLE, 4, 2, "b")


def told(*answers: PlainAnswer, is_summary: bool = False) -> tuple[Passage, ...]:
    topics = [replace(topic("Loa xóm"), answers=answers)]
    return plain_passages(topics, replace(MEASURES, is_summary=is_summary))


def test_a_plain_answer_is_a_passage_of_its_first_provision() -> None:
    (found,) = told(PlainAnswer((LOUD, Address("lang-son", Part.ARTICLE, 5)), "Nghe loa là biết."))

    assert (found.address, found.is_plain) == (LOUD, True)
    assert found.text == "Loa xóm Nghe loa là biết."
    assert found.trail.endswith(" › Các biện pháp › Tuyên truyền")
    assert found.context == found.meaning == found.text


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(PlainAnswer((LOUD,)), id="no words"),
        pytest.param(PlainAnswer((LOUD,), "Chỉ kêu gọi.", general=True), id="only urges"),
        pytest.param(PlainAnswer((Address("hue", Part.ARTICLE, 4),), "Có."), id="elsewhere"),
        pytest.param(PlainAnswer((Address("lang-son", Part.ARTICLE, 9),), "Có."), id="gone"),
        pytest.param(PlainAnswer((LOUD,), "Có.", marks=((LOUD, "ab"),)), id="other words now"),
    ],
)
def test_an_answer_that_is_not_told_is_no_passage(answer: PlainAnswer) -> None:
    assert told(answer) == ()


def test_a_mark_is_that_of_the_text_and_not_of_a_summary() -> None:
    stands = PlainAnswer((LOUD,), "Có.", marks=((LOUD, mark_of_words(LOUD, MEASURES)),))
    other = PlainAnswer((LOUD,), "Có.", marks=((LOUD, "ab"),))

    assert told(stands)
    assert told(other, is_summary=True)
