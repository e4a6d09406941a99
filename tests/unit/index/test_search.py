from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from index.build import build
from index.fusion import Fusion
from index.manifest import Sources
from index.search import Index
from knowledge.chunker import LONGEST_PASSAGE
from knowledge.resolution import Address, Part, Resolution
from tests.fakes import FakeEmbedder
from tests.provisions import document

LANG_SON = document(
    {
        (1,): ("Biểu quyết", ""),
        (1, 1): "Biểu quyết bằng giơ tay tại cuộc họp thôn.",
        (1, 2): "Bỏ phiếu kín khi bầu trưởng thôn.",
        (2,): ("Kinh phí", "Kinh phí do ngân sách nhà nước bảo đảm."),
    }
)
CA_MAU = document(
    {(1,): "Biểu quyết trực tuyến trên ứng dụng.", (2,): "Kinh phí xã hội hóa."}, id="ca-mau"
)

Open = Callable[..., Index]


@pytest.fixture
def open_index(tmp_path: Path) -> Open:
    def opened(*documents: Resolution, fusion: Fusion | None = None) -> Index:
        embedder = FakeEmbedder()
        build(documents, Sources("1", {}), embedder, tmp_path)
        return Index.open(tmp_path, embedder, fusion)

    return opened


@pytest.mark.parametrize(
    ("question", "scope", "best"),
    [
        pytest.param("kinh phi do ngan sach", None, ("lang-son", 2, None), id="no diacritics"),
        pytest.param("kinh phí", {"ca-mau"}, ("ca-mau", 2, None), id="inside one document"),
        pytest.param("giơ tay biểu quyết", None, ("lang-son", 1, 1), id="clause, not its heading"),
    ],
)
def test_finds_the_provision(
    open_index: Open,
    question: str,
    scope: set[str] | None,
    best: tuple[str, int, int | None],
) -> None:
    found = open_index(LANG_SON, CA_MAU).search(question, scope)

    assert found[0].address == Address(best[0], Part.ARTICLE, best[1], best[2])


@pytest.mark.parametrize(
    ("scope", "documents"),
    [
        pytest.param(None, {"lang-son", "ca-mau"}, id="everywhere"),
        pytest.param(["ca-mau"], {"ca-mau"}, id="one"),
        pytest.param(["ca-mau", "hue"], {"ca-mau"}, id="one unknown"),
        pytest.param([], set(), id="none"),
        pytest.param(["hue"], set(), id="only unknown"),
    ],
)
def test_ranks_only_what_is_in_scope(
    open_index: Open, scope: list[str] | None, documents: set[str]
) -> None:
    found = open_index(LANG_SON, CA_MAU).search("biểu quyết", scope)

    assert {hit.address.resolution for hit in found} == documents


def test_scores_do_not_depend_on_the_scope(open_index: Open) -> None:
    index = open_index(LANG_SON, CA_MAU)
    everywhere = {hit.address: hit.score for hit in index.search("kinh phí")}

    for hit in index.search("kinh phí", ["ca-mau"]):
        assert hit.score == pytest.approx(everywhere[hit.address])


def test_hits_come_best_first_and_tell_where_their_score_comes_from(open_index: Open) -> None:
    found = open_index(LANG_SON, CA_MAU, fusion=Fusion(lead_penalty=0)).search("bỏ phiếu kín")

    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert all(0 <= hit.score <= 1 for hit in found)
    assert found[0].score == pytest.approx(
        (found[0].parts["lexical"] + found[0].parts["dense"]) / 2
    )
    assert set(found[0].parts) == {"lexical", "dense", "bm25", "cosine"}


def test_a_long_provision_is_one_hit(open_index: Open) -> None:
    sentence = "Nhân dân bàn và quyết định. "
    long = document({(1,): sentence * (3 * LONGEST_PASSAGE // len(sentence)), (2,): "Khác."})
    found = open_index(long).search("nhân dân bàn")

    assert [hit.address.article for hit in found] == [1, 2]


def test_gives_no_more_than_asked_for(open_index: Open) -> None:
    assert len(open_index(LANG_SON, CA_MAU).search("dân", limit=2)) == 2


@pytest.mark.parametrize("question", ["", " \n"])
def test_an_empty_question_finds_nothing(open_index: Open, question: str) -> None:
    assert open_index(LANG_SON).search(question) == ()


@pytest.mark.parametrize("question", ["👍👍", "干涉", "xyz"])
def test_a_question_without_known_words_is_searched_by_meaning_alone(
    open_index: Open, question: str
) -> None:
    assert all(hit.parts["lexical"] == 0 for hit in open_index(LANG_SON).search(question))


def test_many_passages_are_ranked_as_few(open_index: Open) -> None:
    many = document({(number,): f"Nội dung thứ {number} của thôn." for number in range(1, 900)})
    found = open_index(many, CA_MAU).search("biểu quyết trực tuyến")

    assert found[0].address == Address("ca-mau", Part.ARTICLE, 1)
    assert found == open_index(many, CA_MAU).search("biểu quyết trực tuyến")


def test_the_library_needs_no_parsing(open_index: Open) -> None:
    assert open_index(LANG_SON, CA_MAU).library == {"lang-son": LANG_SON, "ca-mau": CA_MAU}
