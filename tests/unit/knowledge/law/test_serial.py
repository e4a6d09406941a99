from __future__ import annotations

import pytest

from knowledge.law.serial import dump_resolutions, load_resolutions
from tests.support.answers.provisions import document

DOCUMENTS = (
    document({(1,): ("Phạm vi", ""), (1, 1): "Nội dung 干涉."}, closing="Đã thông qua."),
    document({(1,): "Nội dung."}, id="ca-mau"),
)


def test_documents_come_back_as_they_were() -> None:
    loaded = load_resolutions(dump_resolutions(DOCUMENTS))

    assert loaded == DOCUMENTS
    assert loaded[0].find(DOCUMENTS[0].provisions[1].address) == DOCUMENTS[0].provisions[1]


@pytest.mark.parametrize("data", [b"", b"[{}]", b"\xff", b"null"], ids=repr)
def test_refuses_what_is_no_document(data: bytes) -> None:
    with pytest.raises(ValueError, match="validation error"):
        load_resolutions(data)
