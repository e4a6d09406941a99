"""The lock files: what pip is asked to install."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[3]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def pins(lock: str) -> dict[str, Requirement]:
    lines = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8").splitlines()
    parsed = [Requirement(line.partition("#")[0]) for line in lines if not line.startswith("#")]
    return {canonicalize_name(pin.name): pin for pin in parsed}


@pytest.mark.parametrize(
    ("locks", "direct"),
    [
        pytest.param(["runtime"], PROJECT["project"]["dependencies"], id="runtime"),
        pytest.param(["data"], PROJECT["dependency-groups"]["data"], id="data"),
        pytest.param(["training"], PROJECT["dependency-groups"]["training"], id="training"),
        pytest.param(
            ["runtime", "models"],
            PROJECT["project"]["optional-dependencies"]["models"],
            id="models",
        ),
        pytest.param(["runtime", "models"], PROJECT["dependency-groups"]["graph"], id="graph"),
        pytest.param(["runtime", "models", "dev"], PROJECT["dependency-groups"]["dev"], id="dev"),
    ],
)
def test_a_lock_pins_a_suitable_version_of_every_direct_requirement(
    locks: list[str], direct: list[str]
) -> None:
    pinned = {name: pin for lock in locks for name, pin in pins(lock).items()}
    for wanted in map(Requirement, direct):
        (version,) = pinned[canonicalize_name(wanted.name)].specifier
        assert wanted.specifier.contains(version.version)


def test_what_serves_needs_no_torch() -> None:
    assert not {"torch", "sentence-transformers", "transformers"} & pins("runtime").keys()


@pytest.mark.parametrize("lock", ["runtime", "models", "dev", "data", "training"])
def test_a_lock_leaves_the_place_and_the_build_to_pip(lock: str) -> None:
    for pin in pins(lock).values():
        (version,) = pin.specifier
        assert (version.operator, pin.url) == ("==", None)
        assert "+" not in version.version
