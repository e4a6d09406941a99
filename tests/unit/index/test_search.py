from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from index.hit import Found
from index.retrieval.fusion import Fusion
from index.search import Index
from index.versions.build import build
from index.versions.manifest import Sources
from index.versions.writing import Material
from knowledge.law.resolution import Address, Part, Resolution
from knowledge.matters.lists.outside import OutsideKind, OutsideMatter
from knowledge.matters.thesaurus import Thesaurus
from knowledge.matters.topic import Topic
from knowledge.passages import LONGEST_PASSAGE
from tests.support.answers.provisions import document
from tests.support.answers.topics import topic
from tests.support.conversations.fakes import FakeEmbedder
from tests.support.documents.documents import at

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

EQUAL = Fusion({"lexical": 0.5, "dense": 0.5})
TOPICAL = Fusion({"lexical": 0.5, "dense": 0.5, "topic_nearest": 5.0})
ONLINE = topic("bỏ phiếu qua mạng", "bấm điện thoại được không", provisions=[at("ca-mau", 1)])
MONEY = topic("tiền", "lấy tiền đâu ra", provisions=[at("lang-son", 2), at("ca-mau", 2)])
WEATHER = OutsideMatter(
    kind=OutsideKind.FIELD, name="thời tiết", ask="", phrases=("mai có mưa không",)
)
ASKED = Thesaurus((ONLINE, MONEY), (), (WEATHER,))

Open = Callable[..., Index]


@pytest.fixture
def open_index(tmp_path: Path) -> Open:
    def opened(*documents: Resolution, fusion: Fusion = EQUAL) -> Index:
        embedder = FakeEmbedder()
        build(Material(documents, Sources("1", {})), embedder, tmp_path)
        return Index.open(tmp_path, embedder, fusion)

    return opened


@pytest.fixture(scope="module")
def topical(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """An index that knows topics and a matter outside."""
    folder, embedder = tmp_path_factory.mktemp("topical"), FakeEmbedder()
    build(Material((LANG_SON, CA_MAU), Sources("1", {}), ASKED), embedder, folder)
    return Index.open(folder, embedder, TOPICAL)


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
    found = open_index(LANG_SON, CA_MAU).search(question, scope).hits

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

    assert {hit.address.resolution for hit in found.hits} == documents
    assert {hit.address.resolution for hit in found.anywhere} == {"lang-son", "ca-mau"}


def test_scores_do_not_depend_on_the_scope(open_index: Open) -> None:
    index = open_index(LANG_SON, CA_MAU)
    everywhere = {hit.address: hit.score for hit in index.search("kinh phí").hits}

    for hit in index.search("kinh phí", ["ca-mau"]).hits:
        assert hit.score == pytest.approx(everywhere[hit.address])


def test_hits_come_best_first_and_tell_where_their_score_comes_from(open_index: Open) -> None:
    found = open_index(LANG_SON, CA_MAU).search("bỏ phiếu kín").hits

    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert found[0].score == pytest.approx(
        (found[0].parts["lexical"] + found[0].parts["dense"]) / 2
    )
    assert set(found[0].parts) == {"lexical", "dense", "dense_in_context", "tokens", "lead"}


@pytest.mark.parametrize(
    ("question", "best", "topic"),
    [
        pytest.param("bấm điện thoại được không", at("ca-mau", 1), ONLINE, id="online"),
        pytest.param("lay tien dau ra", at("lang-son", 2), MONEY, id="no diacritics"),
    ],
)
def test_a_provision_is_found_by_what_residents_ask_about_it(
    topical: Index, question: str, best: Address, topic: Topic
) -> None:
    found = topical.search(question)

    assert found.hits[0].address == best
    assert found.topics[0].name == topic.name


def test_the_nearest_matter_outside_is_told_by_its_kind(topical: Index) -> None:
    asked, unlike = (topical.search(one).matters for one in ("mai có mưa không", "bỏ phiếu"))

    assert asked[OutsideKind.FIELD].matter == WEATHER
    assert asked[OutsideKind.FIELD].score > unlike[OutsideKind.FIELD].score
    assert OutsideKind.LAW not in asked


def test_a_topic_that_no_provision_within_reach_has_is_told_apart(topical: Index) -> None:
    here, elsewhere = (
        topical.search("bấm điện thoại được không", [name]) for name in ("ca-mau", "lang-son")
    )

    assert here.topics == elsewhere.topics
    assert here.topic_within == pytest.approx(here.topics[0].score)
    assert elsewhere.topic_within < here.topic_within


def test_without_a_limit_all_within_reach_is_told(open_index: Open) -> None:
    found = open_index(LANG_SON, CA_MAU).search("kinh phí", ["lang-son"], None)

    assert [hit.address for hit in found.hits].count(at("lang-son", 1)) == 1
    assert len(found.hits) == len(LANG_SON.provisions)


def test_a_long_provision_is_one_hit(open_index: Open) -> None:
    sentence = "Nhân dân bàn và quyết định. "
    long = document({(1,): sentence * (3 * LONGEST_PASSAGE // len(sentence)), (2,): "Khác."})
    found = open_index(long).search("nhân dân bàn").hits

    assert [hit.address.article for hit in found] == [1, 2]


def test_gives_no_more_than_asked_for(open_index: Open) -> None:
    assert len(open_index(LANG_SON, CA_MAU).search("dân", limit=2).hits) == 2


def test_a_long_question_is_embedded_by_its_beginning_and_end(open_index: Open) -> None:
    filling = "Chuyện là thế này. " * 200
    asked = f"Kinh phí? {filling} Kinh phí?"
    index = open_index(LANG_SON, CA_MAU, fusion=Fusion({"dense": 1.0}))
    long, as_long = (
        {hit.address: hit.parts["dense"] for hit in index.search(question).hits}
        for question in (asked, asked.replace(filling, filling[:1900]))
    )

    assert long == as_long
    assert set(long.values()) != {0.0}


@pytest.mark.parametrize("question", ["", " \n"])
def test_an_empty_question_finds_nothing(open_index: Open, question: str) -> None:
    assert open_index(LANG_SON).search(question) == Found()


@pytest.mark.parametrize("question", ["👍👍", "干涉", "xyz"])
def test_a_question_without_known_words_is_searched_by_meaning_alone(
    open_index: Open, question: str
) -> None:
    assert all(hit.parts["lexical"] == 0 for hit in open_index(LANG_SON).search(question).hits)


def test_many_passages_are_ranked_as_few(open_index: Open) -> None:
    many = document({(number,): f"Nội dung thứ {number} của thôn." for number in range(1, 900)})
    found = open_index(many, CA_MAU).search("biểu quyết trực tuyến")

    assert found.hits[0].address == at("ca-mau", 1)
    assert found == open_index(many, CA_MAU).search("biểu quyết trực tuyến")


def test_the_library_needs_no_parsing(open_index: Open) -> None:
    assert open_index(LANG_SON, CA_MAU).library == {"lang-son": LANG_SON, "ca-mau": CA_MAU}
