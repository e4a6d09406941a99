from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.matters.lists.outside import OUTSIDE, BadMatters, OutsideKind, read_matters
from knowledge.matters.topic import TOPICS

MATTER = """\
[[matter]]
kind = "field"
name = "y tế"
ask = "trạm y tế"
phrases = ["khám bệnh ở đâu"]
"""


def test_reads_matters(tmp_path: Path) -> None:
    path = tmp_path / "outside.toml"
    path.write_text(MATTER, encoding="utf-8")
    (matter,) = read_matters(path)

    assert (matter.kind, matter.name, matter.phrases) == (
        OutsideKind.FIELD,
        "y tế",
        ("khám bệnh ở đâu",),
    )


def test_the_bundled_matters_are_of_every_kind() -> None:
    assert {matter.kind for matter in read_matters(TOPICS / OUTSIDE)} == set(OutsideKind)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(MATTER + 'colour = "red"\n', "matter.0.colour", id="unknown key"),
        pytest.param(MATTER + "[other]\n", "other", id="unknown table"),
        pytest.param(MATTER.replace("phrases", "phrase"), "matter.0.phrases", id="no phrases"),
        pytest.param(
            MATTER.replace('["khám bệnh ở đâu"]', "[]"), "matter.0.phrases", id="empty phrases"
        ),
        pytest.param(MATTER.replace('"y tế"', '""'), "matter.0.name", id="empty name"),
        pytest.param(MATTER.replace('"field"', '"fields"'), "matter.0.kind", id="unknown kind"),
        pytest.param("[[matter]\n", "outside.toml", id="broken TOML"),
        pytest.param("", "matter", id="empty file"),
    ],
)
def test_a_bad_file_is_refused_by_name_and_place(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "outside.toml"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(BadMatters, match=said) as refused:
        read_matters(path)
    assert refused.value.path == path


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "outside.toml"
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(BadMatters):
        read_matters(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadMatters):
        read_matters(tmp_path / "outside.toml")
