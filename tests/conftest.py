"""What tests of several folders share."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from tests.support.running.danbiet import Prepared, Result, run

settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Prepared:
    """A data folder with everything, made once a run by `danbiet index` for all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / "prepared"
    folder, told = shared / "data", shared / "indexing.json"
    with FileLock(shared.with_suffix(".lock")):
        if not told.exists():
            result = run("index", data=folder, installed=True)
            told.write_text(json.dumps([result.returncode, result.stdout, result.stderr]))
    return Prepared(folder, Result(("danbiet", "index"), *json.loads(told.read_bytes())))


@pytest.fixture
def unindexed(tmp_path: Path) -> Path:
    """A data folder in which nothing is yet."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def own_data(prepared: Prepared, unindexed: Path) -> Path:
    """A data folder with everything, to change at will."""
    shutil.copytree(prepared.folder / "index", unindexed / "index")
    return unindexed
