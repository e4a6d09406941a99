"""The settings of a running Dân Biết, read once from the environment, `.env` or named files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError

from bot.channels.registry import ChannelSettings
from knowledge.errors import DanBietError

ROOT = Path(__file__).parents[1]
"""The folder of the project: relative settings count from here, wherever a command is run."""
ENV_FILE = ROOT / ".env"


class BadSetting(DanBietError):
    """A setting that cannot be used."""

    def __init__(self, name: str, reason: object) -> None:
        self.name = name
        super().__init__(f"the setting {name} cannot be used: {reason}")


class UnknownSetting(DanBietError):
    """A line of `.env` that sets nothing; told in Vietnamese with the nearest `known` name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        from prompts.render import render

        self.name = name
        self.nearest = next(iter(get_close_matches(name, known, n=1)), None)
        super().__init__(render("terminal/unknown_setting", name=name, nearest=self.nearest))


class Settings(ChannelSettings):
    """Everything that can be set from outside; `NAME_FILE` names a file with the value of `NAME`.

    A setting that is set to nothing is as if it were not set. Each channel adds its own.
    """

    data_dir: Path = Path("var")
    embedding_model: str = "dan-biet-e5-small"
    database_url: str = ""
    secret_key: SecretStr = SecretStr("")
    retention_days: int = Field(90, ge=1)

    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65535)
    public_url: str = Field("", pattern=r"^(https?://[^\s/]+(/\S*)?)?$")

    question_limit: int = Field(20, ge=1)
    question_window_minutes: int = Field(10, ge=1)

    @property
    def data(self) -> Path:
        """Return the folder for everything that a run writes."""
        return ROOT / self.data_dir

    @property
    def added(self) -> Path:
        """Return the folder of the documents that were added to those that ship."""
        return self.data / "resolutions"

    def address_of(self, path: str) -> str | None:
        """Return where the world reaches `path`, None where PUBLIC_URL does not say."""
        return f"{self.public_url.rstrip('/')}{path}" if self.public_url else None

    @property
    def secrets(self) -> tuple[str, ...]:
        """Return every value that no log may hold."""
        values = (getattr(self, name) for name in type(self).model_fields)
        return tuple(one.get_secret_value() for one in values if isinstance(one, SecretStr))

    @property
    def database(self) -> str:
        """Return the URL of the database: a SQLite file among the data unless another is set."""
        return self.database_url or f"sqlite:///{self._own_database}"

    @property
    def has_database(self) -> bool:
        """Return True if the database was made already, or is somebody else's to make."""
        return bool(self.database_url) or self._own_database.exists()

    @property
    def _own_database(self) -> Path:
        return self.data / "danbiet.sqlite"


def read_settings() -> Settings:
    """Return the settings: from named files first, then the environment, then `.env`.

    Raises:
        BadSetting: a value has the wrong form, or a named file cannot be read.
        UnknownSetting: `.env` sets what is no setting.
    """
    lines = _lines_of_file()
    known = [name for field in Settings.model_fields for name in _names_of(field)]
    unknown = next((name for name in lines if name not in known), None)
    if unknown:
        raise UnknownSetting(unknown, known)
    try:
        return Settings(_env_file=ENV_FILE, **_named_files({**lines, **os.environ}))
    except ValidationError as error:
        first = error.errors()[0]
        raise BadSetting(str(first["loc"][0]).upper(), first["msg"]) from error


def _names_of(field: str) -> tuple[str, str]:
    """Return the names under which `field` is set: its own, and that of a file with its value."""
    return field.upper(), f"{field.upper()}_FILE"


def _lines_of_file() -> dict[str, str | None]:
    """Return what `.env` sets; `Settings` itself passes over what it does not know."""
    return {name.upper(): value for name, value in dotenv_values(ENV_FILE).items()}


def _named_files(variables: Mapping[str, str | None]) -> dict[str, Any]:
    """Return the content of every file that `NAME_FILE` names, as containers hand secrets over."""
    named = {field: variables.get(_names_of(field)[1]) for field in Settings.model_fields}
    held = {field: _content(field, Path(path)) for field, path in named.items() if path}
    return {field: content for field, content in held.items() if content}


def _content(name: str, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadSetting(f"{name.upper()}_FILE", error) from error
