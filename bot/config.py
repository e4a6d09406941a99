"""The settings of a running Dân Biết, read once from the environment, `.env` or named files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

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
    embedding_model: str = "multilingual-e5-small"

    @property
    def data(self) -> Path:
        """Return the folder for everything that a run writes."""
        return ROOT / self.data_dir

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return the sources, the strongest first."""
        return (init_settings, env_settings, _NamedFiles(settings_cls), dotenv_settings)


class _NamedFiles(PydanticBaseSettingsSource):
    """Values from the files that `NAME_FILE` names, as containers hand secrets over."""

    def get_field_value(self, field: Any, field_name: str) -> tuple[Any, str, bool]:
        """Return the content of the file named for the field, None where none is named."""
        path = os.environ.get(f"{field_name.upper()}_FILE")
        return (_content(field_name, Path(path)) if path else None, field_name, False)

    def __call__(self) -> dict[str, Any]:
        """Return every value that has a file."""
        named = {
            name: self.get_field_value(None, name)[0] for name in self.settings_cls.model_fields
        }
        return {name: value for name, value in named.items() if value is not None}


def read_settings() -> Settings:
    """Return the settings.

    Raises:
        BadSetting: a value has the wrong form, or a named file cannot be read.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        raise BadSetting(str(first["loc"][0]).upper(), first["msg"]) from error


def _content(name: str, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadSetting(f"{name.upper()}_FILE", error) from error
