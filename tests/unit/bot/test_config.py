from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import config
from bot.config import ROOT, BadSetting, Settings, UnknownSetting, read_settings


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


@pytest.fixture
def write_env(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Give a way to write the lines of `.env`."""
    path = tmp_path / ".env"
    monkeypatch.setattr(config, "ENV_FILE", path)

    def write(lines: str) -> None:
        path.write_text(lines, encoding="utf-8")

    return write


@pytest.mark.parametrize(
    ("line", "nearest"),
    [
        pytest.param("TELEGRAM_TOKE=1:a", "TELEGRAM_BOT_TOKEN", id="of a channel"),
        pytest.param("PROT=80", "PORT", id="of the project"),
        pytest.param("zalo_bot_tokn_file=/x", "ZALO_BOT_TOKEN_FILE", id="of a file"),
        pytest.param("QQQ", None, id="like none"),
    ],
)
def test_a_setting_that_is_none_is_told_with_the_nearest(
    write_env: Callable[[str], None], line: str, nearest: str | None
) -> None:
    write_env(f"HOST=0.0.0.0\n{line}\n")

    with pytest.raises(UnknownSetting) as raised:
        read_settings()

    name = line.partition("=")[0].upper()
    assert (raised.value.name, raised.value.nearest) == (name, nearest)
    assert f"mục {name} mà Dân Biết không biết" in str(raised.value)
    assert ("có lẽ Bạn muốn viết" in str(raised.value)) is (nearest is not None)


def test_variables_of_the_environment_that_are_not_ours_are_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TELEGRAM_TOKE", "1:a")

    assert not read_settings().telegram_bot_token


def test_env_may_name_a_file(write_env: Callable[[str], None], tmp_path: Path) -> None:
    (tmp_path / "token").write_text("1:a\n", encoding="utf-8")
    write_env(f"TELEGRAM_BOT_TOKEN_FILE={tmp_path / 'token'}\n")

    assert read_settings().telegram_bot_token.get_secret_value() == "1:a"


def test_a_command_ends_with_one_sentence_about_it(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("TELEGRAM_TOKE=1:a\n", encoding="utf-8")
    program = (
        "import sys; from bot import config; from bot.commands.cli import main; "
        "config.ENV_FILE = sys.argv.pop(); main()"
    )

    told = subprocess.run(
        [sys.executable, "-c", program, "channels", tmp_path / ".env"],
        capture_output=True,
        check=False,
        encoding="utf-8",
        cwd=ROOT,
    )

    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.count("\n") == 1
    assert "TELEGRAM_TOKE mà Dân Biết không biết" in told.stderr
