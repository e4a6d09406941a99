"""Where the sections of a document begin."""

from __future__ import annotations

import pytest

from knowledge.law.labels.lines import Line
from knowledge.parsing.body.sections import Sections, split_sections

HEAD = ["NGHỊ QUYẾT", "HỘI ĐỒNG NHÂN DÂN TỈNH AN GIANG"]
BODY = ["Điều 1. Phạm vi", "Nghị quyết này quy định các biện pháp."]
CLOSING = ["Nghị quyết này đã được Hội đồng nhân dân tỉnh thông qua."]
RECIPIENTS = ["Nơi nhận:", "- Chính phủ;"]
SIGNATURE = ["TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH", "Lê Văn An"]


@pytest.mark.parametrize(
    ("head", "body", "closing", "recipients", "signature"),
    [
        pytest.param(HEAD, BODY, CLOSING, RECIPIENTS, SIGNATURE, id="all"),
        pytest.param([], BODY, [], [], [], id="articles alone"),
        pytest.param(HEAD, [], [], [], [], id="head alone"),
        pytest.param(HEAD, BODY, [], RECIPIENTS, SIGNATURE, id="no closing sentence"),
        pytest.param(HEAD, BODY, CLOSING, [], SIGNATURE, id="no recipients"),
        pytest.param(HEAD, BODY, [], [], SIGNATURE, id="signature behind the articles"),
        pytest.param(
            HEAD, BODY, CLOSING, ["Nơi nhận: Như Điều 4;"], [], id="recipients on one line"
        ),
        pytest.param(
            HEAD, BODY, ["Nghị quyết này đã được", "Hội đồng"], [], [], id="wrapped closing"
        ),
        pytest.param(
            HEAD, BODY, ["Nghị định này được Chính phủ thông qua."], [], [], id="of another kind"
        ),
    ],
)
def test_every_line_goes_to_its_section(
    head: list[str],
    body: list[str],
    closing: list[str],
    recipients: list[str],
    signature: list[str],
) -> None:
    sections = _split([*head, *body, *closing, *recipients, *signature])
    assert _texts(sections) == [head, body, closing, recipients, signature]


def test_a_signature_may_stand_before_the_recipients() -> None:
    sections = _split([*BODY, *CLOSING, *SIGNATURE, *RECIPIENTS])
    assert _texts(sections) == [[], BODY, CLOSING, RECIPIENTS, SIGNATURE]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nghị quyết này được áp dụng trên địa bàn tỉnh.", id="rule of application"),
        pytest.param("Nghị quyết này được đăng trên Công báo.", id="rule of publication"),
        pytest.param("Chủ tịch Ủy ban nhân dân chịu trách nhiệm.", id="office in a sentence"),
        pytest.param("Nơi nhận hồ sơ là Ủy ban nhân dân xã.", id="place of receipt"),
    ],
)
def test_a_rule_that_sounds_like_another_section_stays_in_the_body(text: str) -> None:
    body = [*BODY, text, "Điều 2. Giao Ủy ban nhân dân tỉnh tổ chức."]
    assert _split([*body, *CLOSING]).body == _lines(body)


def test_the_words_of_a_closing_count_only_after_the_end_of_a_sentence() -> None:
    body = ["Điều 5. Hiệu lực", "Nghị quyết này đã được Hội đồng nhân dân phường thông qua."]
    assert _split(body).body == _lines(body)


def _split(texts: list[str]) -> Sections:
    return split_sections(_lines(texts))


def _lines(texts: list[str]) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, start=1)]


def _texts(sections: Sections) -> list[list[str]]:
    parts = (
        sections.head,
        sections.body,
        sections.closing,
        sections.recipients,
        sections.signature,
    )
    return [[line.text for line in part] for part in parts]
