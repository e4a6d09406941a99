from __future__ import annotations

import pytest

from index.matters.assignment import Author, Membership
from knowledge.matters.topic import Right
from prompts.render import render
from tests.support.answers.topics import topic
from tests.support.documents.documents import LANG_SON, at, bundled


@pytest.mark.parametrize(
    ("right", "words"),
    [
        pytest.param(Right.KNOW, "biết", id="know"),
        pytest.param(Right.DISCUSS, "bàn", id="discuss"),
        pytest.param(Right.DECIDE, "quyết định", id="decide"),
        pytest.param(Right.SUPERVISE, "giám sát", id="supervise"),
    ],
)
def test_every_right_has_its_words(right: Right, words: str) -> None:
    assert render("topics/right", right=right) == words


@pytest.mark.parametrize(
    ("author", "weight", "words"),
    [
        pytest.param(Author.PERSON, 1.0, "người", id="person"),
        pytest.param(Author.MACHINE, 0.426, "máy, 43%", id="machine"),
    ],
)
def test_it_is_said_who_assigned(author: Author, weight: float, words: str) -> None:
    membership = Membership("Biểu quyết", at(LANG_SON, 1), weight, author)

    assert render("topics/author", membership=membership) == words


@pytest.mark.parametrize(
    ("belongs", "words"),
    [pytest.param(True, " thuộc chủ đề", id="yes"), pytest.param(False, " không thuộc", id="no")],
)
def test_a_judgement_is_repeated_in_full(belongs: bool, words: str) -> None:
    text = render(
        "topics/judged",
        address=at(LANG_SON, 4, 2, "c"),
        resolution=bundled(LANG_SON),
        topic=topic("Tuyên truyền"),
        belongs=belongs,
    )

    assert text.startswith("Đã ghi: điểm c khoản 2 Điều 4 Nghị quyết số 08/2024/NQ-HĐND")
    assert words in text
    assert "“Tuyên truyền”" in text
