"""What tests of several folders share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from tests.danbiet import Prepared, run

settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """A data folder with everything, made once a run by `danbiet index`."""
    folder = tmp_path_factory.mktemp("data")
    return Prepared(folder, run("index", data=folder))


@pytest.fixture
def unindexed(prepared: Prepared, tmp_path: Path) -> Path:
    """A data folder with the model alone."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "models").symlink_to(prepared.folder / "models")
    return folder


@pytest.fixture
def own_data(prepared: Prepared, unindexed: Path) -> Path:
    """A data folder with everything, to change at will."""
    shutil.copytree(prepared.folder / "index", unindexed / "index")
    return unindexed
