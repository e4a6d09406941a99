from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.language.typing.abbreviations import BadAbbreviations, read_abbreviations


def test_a_form_may_have_several_meanings_the_likelier_first(tmp_path: Path) -> None:
    path = tmp_path / "short.toml"
    path.write_text(
        '[words]\n"được" = "dc"\n"địa chỉ" = "dc đc"\n[before_number]\n"khoản" = "K"\n',
        encoding="utf-8",
    )

    found = read_abbreviations(path)

    assert found.words == {"dc": ("được", "địa chỉ"), "đc": ("địa chỉ",)}
    assert found.before_number == {"k": ("khoản",)}


def test_the_file_of_the_project_can_be_read() -> None:
    assert read_abbreviations().words["ubnd"] == ("ủy ban nhân dân",)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("[words", id="no TOML"),
        pytest.param("[words]", id="a table missing"),
        pytest.param('[words]\n"x" = 1\n[before_number]', id="a number"),
        pytest.param("[words]\n[before_number]\n[other]", id="unknown table"),
    ],
)
def test_bad_files_are_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "short.toml"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(BadAbbreviations, match=r"short\.toml"):
        read_abbreviations(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadAbbreviations, match=r"none\.toml"):
        read_abbreviations(tmp_path / "none.toml")
