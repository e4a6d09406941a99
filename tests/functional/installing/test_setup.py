"""Set-up, run with a Python that only writes down what it is asked to do."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[3] / "scripts"

LOCKS = {
    "runtime": "rich==4\n",
    "models": "safetensors==2\ntorch==1.2.3  # why\n",
    "dev": "",
    "data": "",
    "training": "",
}

FAKE_PYTHON = """#!/bin/sh
case "$1 $2" in
"-c "*) ;;
"-m venv") mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && cp "$0" "$3/bin/npm" ;;
"-m pip") shift 2 && echo "$@" >>"$PIP_LOG" && eval "${PIP_DOES:-}" ;;
"ci "*) echo "npm $@" >>"$PIP_LOG" ;;
esac
"""


@dataclass(frozen=True, slots=True)
class Checkout:
    """A copy of the scripts with requirement files of its own and a fake Python."""

    folder: Path

    def setup(self, *arguments: str, pip_does: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.folder / "scripts" / "setup", *arguments],
            env={
                "PATH": os.environ["PATH"],
                "PYTHON": str(self.folder / "fake-python"),
                "PIP_LOG": str(self.folder / "pip.log"),
                "PIP_DOES": pip_does,
            },
            capture_output=True,
            text=True,
            check=False,
        )

    def installed(self) -> list[str]:
        """Return what pip and npm were last asked for, and forget it."""
        log = self.folder / "pip.log"
        lines = log.read_text().splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return [line.removeprefix("install --disable-pip-version-check ") for line in lines]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    folder = tmp_path / "a check-out"
    (folder / "requirements").mkdir(parents=True)
    (folder / "scripts").mkdir()
    for script in ("setup", "find-python"):
        shutil.copy(SCRIPTS / script, folder / "scripts")
    for lock, text in LOCKS.items():
        (folder / "requirements" / f"{lock}.txt").write_text(text)
    (folder / "pyproject.toml").touch()
    (folder / "tests" / "servers").mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        (folder / "tests" / "servers" / name).write_text("{}")
    (folder / "fake-python").write_text(FAKE_PYTHON)
    (folder / "fake-python").chmod(0o755)
    return Checkout(folder)


BOTH = "--constraint requirements/runtime.txt --constraint requirements/models.txt"
LIBRARIES = [
    "--requirement requirements/runtime.txt",
    "--no-deps --requirement requirements/data.txt",
]
MODELS = [
    f"{BOTH} torch==1.2.3",
    "--constraint requirements/runtime.txt --requirement requirements/models.txt",
]
TRAINING = ["--no-deps --requirement requirements/training.txt"]
TOOLS = [f"{BOTH} --requirement requirements/dev.txt"]
SERVERS = ["npm ci --prefix .venv/servers --ignore-scripts --no-audit --no-fund"]
PROJECT = ["--quiet --no-deps --no-build-isolation --editable ."]


def test_installs_what_serves_then_the_project(checkout: Checkout) -> None:
    assert checkout.setup().returncode == 0
    assert checkout.installed() == LIBRARIES + PROJECT


def test_installs_nothing_the_second_time(checkout: Checkout) -> None:
    checkout.setup()
    checkout.installed()
    again = checkout.setup()
    assert (again.returncode, again.stdout, checkout.installed()) == (0, "", [])


@pytest.mark.parametrize(
    ("wanted", "added"),
    [
        pytest.param("models", MODELS, id="torch first, then what runs other models"),
        pytest.param("dev", MODELS + TOOLS + SERVERS, id="tools and servers"),
        pytest.param("training", MODELS + TRAINING, id="what training needs"),
    ],
)
def test_adds_what_is_wanted_to_what_is_there(
    checkout: Checkout, wanted: str, added: list[str]
) -> None:
    checkout.setup()
    checkout.installed()
    checkout.setup(wanted)
    assert checkout.installed() == added


@pytest.mark.parametrize(
    ("changed", "installed_again"),
    [
        pytest.param("requirements/runtime.txt", LIBRARIES + MODELS + TOOLS, id="runtime lock"),
        pytest.param("requirements/models.txt", MODELS + TOOLS, id="models' lock"),
        pytest.param("requirements/data.txt", LIBRARIES, id="data lock"),
        pytest.param("requirements/dev.txt", TOOLS, id="tools lock"),
        pytest.param("tests/servers/package.json", SERVERS, id="servers"),
        pytest.param("tests/servers/package-lock.json", SERVERS, id="servers' lock"),
        pytest.param("pyproject.toml", PROJECT, id="project"),
        pytest.param("scripts/setup", [], id="anything else"),
    ],
)
def test_installs_again_what_a_changed_file_asks_for(
    checkout: Checkout, changed: str, installed_again: list[str]
) -> None:
    checkout.setup("dev")
    checkout.installed()
    with (checkout.folder / changed).open("a") as file:
        file.write("# changed\n")
    checkout.setup("dev")
    assert checkout.installed() == installed_again


def test_tries_again_after_pip_failed_and_keeps_the_environment(checkout: Checkout) -> None:
    failed = checkout.setup(pip_does="false")
    assert failed.returncode == 1
    assert "Chưa cài xong" in failed.stderr
    checkout.installed()
    again = checkout.setup()
    assert "làm lại từ đầu" not in again.stdout
    assert checkout.installed() == LIBRARIES + PROJECT


def kill(checkout: Checkout) -> None:
    checkout.setup(pip_does="kill -9 $PPID")


def break_python(checkout: Checkout) -> None:
    checkout.setup()
    (checkout.folder / ".venv" / "bin" / "python").unlink()


def come_from_elsewhere(checkout: Checkout) -> None:
    checkout.setup()
    (checkout.folder / ".venv" / "checkout").write_text("/elsewhere\n")


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(kill, id="killed while installing"),
        pytest.param(break_python, id="python gone"),
        pytest.param(come_from_elsewhere, id="moved"),
    ],
)
def test_makes_a_spoiled_environment_anew(
    checkout: Checkout, spoil: Callable[[Checkout], None]
) -> None:
    spoil(checkout)
    checkout.installed()
    again = checkout.setup()
    assert (again.returncode, again.stderr) == (0, "")
    assert "làm lại từ đầu" in again.stdout
    assert checkout.installed() == LIBRARIES + PROJECT
