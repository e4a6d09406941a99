"""Writes requirements/*.txt: every version installed here that the project needs, directly or not.

Run it in an environment in which the tests pass; it asks no registry.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
HEADER = "# Written by `make lock`; direct requirements stand in pyproject.toml.\n"
CUDA = ("cuda-", "nvidia-", "triton")
"""Packages that only torch's CUDA builds require, each build its own: left to torch."""


def main() -> None:
    """Write the lock files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    runtime = closure([*project["project"]["dependencies"], *project["build-system"]["requires"]])
    named = closure([*project["project"]["optional-dependencies"]["models"], *groups["graph"]])
    models = {name: named[name] for name in named.keys() - runtime.keys()}
    tools = closure(groups["dev"])
    write("runtime", runtime)
    write("models", models)
    write("dev", {name: tools[name] for name in tools.keys() - runtime.keys() - models.keys()})
    for group in ("data", "training"):
        write(group, {name: {"danbiet"} for name in map(name_of, groups[group])})


def closure(direct: Iterable[str]) -> Mapping[str, set[str]]:
    """Return each package that `direct` needs, with the names of those that require it."""
    required_by: dict[str, set[str]] = {}
    waiting = [("danbiet", text) for text in direct]
    while waiting:
        parent, text = waiting.pop()
        name = name_of(text)
        seen = name in required_by
        required_by.setdefault(name, set()).add(parent)
        if not seen:
            waiting.extend((name, needed) for needed in requirements_of(Requirement(text)))
    return required_by


def requirements_of(package: Requirement) -> list[str]:
    """Return what `package`, with its extras, requires on this platform."""
    texts = distribution(package.name).requires or []
    extras = package.extras or {""}
    return [text for text in texts if is_needed(Requirement(text), extras)]


def is_needed(required: Requirement, extras: Iterable[str]) -> bool:
    """Return True if the requirement's marker holds here and it is no part of a CUDA build."""
    if required.name.startswith(CUDA):
        return False
    marker = required.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in extras)


def name_of(requirement: str) -> str:
    """Return the normalised name of the package that `requirement` asks for."""
    return canonicalize_name(Requirement(requirement).name)


def write(lock: str, required_by: Mapping[str, set[str]]) -> None:
    """Write one lock file, without the local part of a version such as `+cpu`."""
    lines = [
        f"{name}=={Version(distribution(name).version).public}  # {', '.join(sorted(parents))}\n"
        for name, parents in sorted(required_by.items())
    ]
    (ROOT / "requirements" / f"{lock}.txt").write_text(HEADER + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
