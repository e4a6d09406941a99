"""The command `danbiet` as a person runs it, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from index.embedding.shipped import NAME
from tests.support.running.processes import start

DANBIET = str(Path(sys.executable).parent / "danbiet")

Result = subprocess.CompletedProcess[str]


def run(
    *arguments: str | bytes | Path,
    data: Path | str = os.devnull,
    wrapper: tuple[str, ...] = (),
    settings: Mapping[str, str] | None = None,
    piped: str = "",
    installed: bool = False,
) -> Result:
    """Return what `danbiet` did with `arguments`, with no terminal attached.

    `data` is its DATA_DIR: left out, no command that needs a model or an index can succeed.
    `wrapper` is a command that runs another, `piped` what comes in at standard input. A command
    that is `installed` runs in an interpreter of its own, as it does within a `wrapper` and with
    settings of Python's; else it is forked from one.
    """
    variables = environment(data, settings)
    if installed or wrapper or any(name.startswith("PYTHON") for name in variables):
        return subprocess.run(
            [*wrapper, DANBIET, *arguments],
            env=variables,
            input=piped,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    return _forked(arguments, variables, piped)


def _forked(
    arguments: Sequence[str | bytes | Path], variables: Mapping[str, str], piped: str
) -> Result:
    with (
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as errors,
    ):
        given.write(piped.encode())
        given.seek(0)
        status = start(arguments, variables, (given, out, errors)).wait()
        texts = (_read(stream) for stream in (out, errors))
        return Result(("danbiet", *map(os.fsdecode, arguments)), status, *texts)


def _read(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8", "replace")


def environment(data: Path | str, settings: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the variables with which `danbiet` runs: none of those of whoever runs the tests."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    defaults = {"LANG": "C.UTF-8", "HF_HUB_OFFLINE": "1", "EMBEDDING_MODEL": NAME}
    return {**kept, **defaults, "DATA_DIR": str(data), **(settings or {})}


def refusal(result: Result, status: int = 1) -> str:
    """Return the one sentence with which `danbiet` refused, having printed nothing else."""
    assert result.returncode == status, result.stderr
    assert result.stdout == ""
    assert result.stderr.endswith("\n")
    sentence = result.stderr.removesuffix("\n")
    assert sentence
    assert "\n" not in sentence
    return sentence


@dataclass(frozen=True, slots=True)
class Prepared:
    """A data folder with the model and the index, and what the `danbiet index` that made it did."""

    folder: Path
    indexing: Result
