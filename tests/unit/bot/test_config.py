from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.config import ROOT, BadSetting, Settings, read_settings


def test_reads_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMBEDDING_MODEL", "some/other-model")

    assert read_settings().embedding_model == "some/other-model"


@pytest.mark.parametrize("setting", ["embedding_model", "port", "question_limit", "data_dir"])
def test_what_is_set_to_nothing_is_not_set(setting: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(setting.upper(), "")

    assert getattr(read_settings(), setting) == Settings.model_fields[setting].default


def test_an_empty_file_sets_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "model"
    path.write_text("\n", encoding="utf-8")
    monkeypatch.setenv("EMBEDDING_MODEL_FILE", str(path))

    assert read_settings().embedding_model == Settings.model_fields["embedding_model"].default


def test_a_named_file_goes_before_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "model"
    path.write_text("from/file\n", encoding="utf-8")
    monkeypatch.setenv("EMBEDDING_MODEL", "from/environment")
    monkeypatch.setenv("EMBEDDING_MODEL_FILE", str(path))

    assert read_settings().embedding_model == "from/file"


@pytest.mark.parametrize(
    ("set_to", "data"),
    [
        pytest.param("somewhere", ROOT / "somewhere", id="relative to the project"),
        pytest.param("/somewhere/else", Path("/somewhere/else"), id="absolute"),
    ],
)
def test_the_data_folder_is_the_same_wherever_a_command_is_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, set_to: str, data: Path
) -> None:
    monkeypatch.setenv("DATA_DIR", set_to)
    monkeypatch.chdir(tmp_path)

    assert read_settings().data == data


def missing(_: Path) -> None:
    """Leave the file out."""


def folder(path: Path) -> None:
    path.mkdir()


def no_text(path: Path) -> None:
    path.write_bytes(b"\xff\xfe")


@pytest.mark.parametrize("make", [missing, folder, no_text])
def test_a_named_file_that_cannot_be_read_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "named")
    monkeypatch.setenv("DATA_DIR_FILE", str(tmp_path / "named"))

    with pytest.raises(BadSetting, match="DATA_DIR_FILE") as raised:
        read_settings()
    assert raised.value.name == "DATA_DIR_FILE"


def test_settings_do_not_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMBEDDING_MODEL", "before")
    settings = read_settings()
    monkeypatch.setenv("EMBEDDING_MODEL", "after")

    assert settings.embedding_model == "before"
