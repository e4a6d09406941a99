from __future__ import annotations

from knowledge.language.syllables.learning import is_marked, learn, rows
from knowledge.language.syllables.model import UNKNOWN
from tests.support.language.language import model


def test_rows_are_lower_case_words_between_pauses() -> None:
    assert list(rows("Uỷ ban, năm 2024\nHọp dân")) == [["ủy", "ban"], ["năm", "0"], ["họp", "dân"]]


def test_the_turns_of_documents_and_questions_are_learnt() -> None:
    assert score("quy chế dân chủ") > score("quy chê dân chủ")


def score(text: str) -> float:
    return model().score(*[model().id_of(word) for word in text.split()[:3]])


def test_words_in_no_dictionary_must_be_habitual() -> None:
    learnt = learn(["Xã gửi zalô cho dân", "Dân nhận zaloz", "Zaloz của xã", "Có zaloz"], [])

    assert learnt.id_of("zaloz") != UNKNOWN
    assert learnt.id_of("zalô") == UNKNOWN


def test_learning_is_repeatable() -> None:
    assert learn(["Họp dân"], ["Điều 1"]).dump() == learn(["Họp dân"], ["Điều 1"]).dump()


def test_questions_without_marks_are_told_apart() -> None:
    assert is_marked("Họp dân ở đâu?")
    assert not is_marked("hop dan o dau, hôm nay")
    assert not is_marked("2024")
