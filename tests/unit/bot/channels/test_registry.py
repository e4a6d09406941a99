"""What every channel declares of itself."""

from __future__ import annotations

import pytest

from bot.channels.registry import CHANNELS, ChannelSettings
from bot.config import ROOT, Settings
from prompts.render import TEMPLATES


@pytest.mark.parametrize("name", [channel.name for channel in CHANNELS])
def test_a_channel_has_a_name_that_people_read(name: str) -> None:
    assert (TEMPLATES / "channel" / "names" / f"{name}.j2").is_file()


@pytest.mark.parametrize("switch", [channel.switch for channel in CHANNELS])
def test_a_channel_is_turned_on_by_a_setting_alone(switch: str) -> None:
    settings = Settings.model_validate({switch.lower(): "1:given"})
    on = [channel.switch for channel in CHANNELS if channel.switched(settings)]

    assert on == [switch]


def test_no_two_channels_share_a_setting_or_a_name() -> None:
    parts = [part.model_fields.keys() for part in ChannelSettings.__bases__]  # type: ignore[attr-defined]

    assert sum(map(len, parts)) == len(ChannelSettings.model_fields)
    assert len({channel.name for channel in CHANNELS}) == len(CHANNELS)


@pytest.mark.parametrize("guide", [channel.guide for channel in CHANNELS if channel.guide])
def test_the_guide_of_a_channel_is_there(guide: str) -> None:
    assert (TEMPLATES / f"{guide}.j2").is_file()


@pytest.mark.parametrize("name", Settings.model_fields)
def test_the_example_names_every_setting(name: str) -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()

    assert any(line.startswith(f"#{name.upper()}=") for line in lines)
