from __future__ import annotations

import pytest

from bot.answer.understand.asked.facts import find_fact, names_document
from bot.answer.values import Fact


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        pytest.param("nghị quyết này số mấy", Fact.NUMBER, id="number"),
        pytest.param("so hieu nghi quyet", Fact.NUMBER, id="number without marks"),
        pytest.param("nghị quyết ban hành ngày nào", Fact.ISSUED_ON, id="issued on"),
        pytest.param("Nghị quyết được thông qua khi nào?", Fact.PASSED_ON, id="passed on"),
        pytest.param(
            "đã thông qua nghị quyết này ngày mấy", Fact.PASSED_ON, id="passed, verb first"
        ),
        pytest.param("nghị quyết có hiệu lực từ bao giờ", Fact.EFFECT, id="effect"),
        pytest.param("Nghị quyết có hiệu lực thi hành từ ngày nào?", Fact.EFFECT, id="in force"),
        pytest.param("áp dụng từ ngày nào?", Fact.EFFECT, id="applies since"),
        pytest.param("nghị quyết hết hiệu lực ngày nào", Fact.EXPIRY, id="expiry"),
        pytest.param("nghị quyết thông qua tại kỳ họp nào", Fact.SESSION, id="session"),
        pytest.param("ai ký nghị quyết này?", Fact.SIGNER, id="signer"),
        pytest.param("cơ quan nào ban hành nghị quyết?", Fact.ISSUER, id="issuer"),
        pytest.param(
            "Nghị quyết ngày 23/7/2024 do cơ quan nào ban hành?", Fact.ISSUER, id="issuer, dated"
        ),
        pytest.param("Nghị quyết căn cứ vào những luật nào?", Fact.LEGAL_BASES, id="legal bases"),
        pytest.param("tên đầy đủ của nghị quyết", Fact.TITLE, id="title"),
        pytest.param("Nghị quyết này áp dụng cho ai?", Fact.AUDIENCE, id="audience"),
        pytest.param("nghị quyết quy định về vấn đề gì", Fact.SUBJECT, id="subject"),
    ],
)
def test_knows_what_is_asked_about_a_document(asked: str, fact: Fact) -> None:
    assert find_fact(asked) is fact


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("Hương ước có hiệu lực từ khi nào?", id="of a village rule"),
        pytest.param("Biên bản cuộc họp do ai ký?", id="of minutes"),
        pytest.param("Nghị quyết quy định gì về kinh phí?", id="of a matter"),
        pytest.param("Ai giám sát việc thực hiện nghị quyết?", id="who supervises"),
        pytest.param(
            "Khi thôn tổ chức lấy ý kiến nhân dân thì danh sách hộ có cần ai ký xác nhận",
            id="long and without a document",
        ),
        pytest.param("Nghị quyết có hiệu lực rồi mà xã chưa làm thì hỏi ai?", id="effect told"),
        pytest.param("", id="nothing"),
    ],
)
def test_leaves_other_questions_alone(asked: str) -> None:
    assert find_fact(asked) is None


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        pytest.param("nghi quyet nay", True, id="resolution"),
        pytest.param("văn bản này", True, id="document"),
        pytest.param("nghị viện", False, id="other word"),
        pytest.param("góp ý qua thư điện tử", False, id="matter"),
    ],
)
def test_tells_whether_a_document_is_spoken_of(asked: str, named: bool) -> None:
    assert names_document(asked) is named
