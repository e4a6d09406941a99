"""What the index searches of annexes: under their title, chapters, and what names them."""

from __future__ import annotations

from knowledge.passages import LONGEST_OF_ANNEX, TRAIL_JOINT, Passage, passages
from tests.support.documents.documents import CLEAN, in_annex, parsed

PASSED = "(Kèm theo Nghị quyết số 12/2025/NQ-HĐND)"
ROWS = [
    f"{number} | Xã số {number} ở vùng cao | 5{number}00 đồng mỗi hội nghị" for number in range(60)
]
TEXT = CLEAN.replace("- Tổ chức đối thoại.", "- Hỗ trợ theo Phụ lục I.") + "\n\n".join(
    [
        f"\n\nQUY CHẾ\nPhối hợp\n{PASSED}\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Mọi thôn.",
        f"Phụ lục I\nMỨC HỖ TRỢ\n{PASSED}\n" + "\n".join(ROWS),
        f"Mẫu số 01\n{PASSED}\nTôi tên là …",
    ]
)


def of(annex: int, article: int | None = None, clause: int | None = None) -> list[Passage]:
    address = in_annex("test", annex, article, clause)
    return [one for one in passages(parsed(TEXT).resolution) if one.address == address]


def test_an_article_stands_under_title_and_chapter_of_its_annex() -> None:
    (passage,) = of(1, 1, 1)
    document, *above = passage.trail.split(TRAIL_JOINT)
    assert document.startswith("QUY CHẾ Phối hợp, Nghị quyết số 12/2025/NQ-HĐND")
    assert above == ["Chương I. QUY ĐỊNH CHUNG", "Phạm vi"]
    assert "QUY CHẾ" not in passage.context


def test_a_list_is_cut_between_the_rows_of_its_table() -> None:
    pieces = of(2)
    told = [line for piece in pieces for line in piece.text.split("\n")]
    assert len(pieces) > 1
    assert told[2:] == ROWS
    assert max(len(piece.text) for piece in pieces) <= LONGEST_OF_ANNEX


def test_a_list_is_found_with_the_provision_that_names_it() -> None:
    assert all("Hỗ trợ theo Phụ lục I." in piece.trail for piece in of(2))


def test_the_title_of_an_annex_and_a_form_only_lead() -> None:
    assert [passage.lead for passage in (*of(1), *of(2)[:1], *of(3))] == [True, False, True]
