"""The settings of a running Dân Biết, read once from the environment, `.env` or named files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from knowledge.errors import DanBietError

ROOT = Path(__file__).parents[1]
"""The folder of the project: relative settings count from here, wherever a command is run."""


class BadSetting(DanBietError):
    """A setting that cannot be used."""

    def __init__(self, name: str, reason: object) -> None:
        self.name = name
        super().__init__(f"the setting {name} cannot be used: {reason}")


class Settings(BaseSettings):
    """What can be set from outside; `NAME_FILE` names a file that holds the value of `NAME`."""

    model_config = SettingsConfigDict(env_file=ROOT / ".env", extra="ignore", frozen=True)

    data_dir: Path = Path("var")
    embedding_model: str = "dan-biet-e5-small"

    @property
    def data(self) -> Path:
        """Return the folder for everything that a run writes."""
        return ROOT / self.data_dir


def read_settings() -> Settings:
    """Return the settings: from named files first, then the environment, then `.env`.

    Raises:
        BadSetting: a value has the wrong form, or a named file cannot be read.
    """
    try:
        return Settings(**_named_files())
    except ValidationError as error:
        first = error.errors()[0]
        raise BadSetting(str(first["loc"][0]).upper(), first["msg"]) from error


def _named_files() -> dict[str, Any]:
    """Return the content of every file that `NAME_FILE` names, as containers hand secrets over."""
    named = {name: os.environ.get(f"{name.upper()}_FILE") for name in Settings.model_fields}
    return {name: _content(name, Path(path)) for name, path in named.items() if path}


def _content(name: str, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadSetting(f"{name.upper()}_FILE", error) from error
