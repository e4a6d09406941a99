"""Errors of an index that cannot be used or built; each says what to do about it."""

from __future__ import annotations

from pathlib import Path

from knowledge.errors import DanBietError


class IndexUnusable(DanBietError):
    """The base of the errors after which `danbiet index` makes a good index."""

    def __init__(self, path: Path, fault: str) -> None:
        """Name the file or folder and what is wrong with it."""
        super().__init__(f"{path} {fault}: run `danbiet index`.")
        self.path = path


class IndexMissing(IndexUnusable):
    """No version of the index has been built yet."""

    def __init__(self, folder: Path) -> None:
        """Name the folder in which the versions would be."""
        super().__init__(folder, "holds no index")


class IndexDamaged(IndexUnusable):
    """A file of the index is missing, cut, or not what was written."""

    def __init__(self, path: Path) -> None:
        """Name the file at fault."""
        super().__init__(path, "is damaged")


class IndexOfOtherFormat(IndexUnusable):
    """The index was written by another version of this program."""

    def __init__(self, path: Path, actual: int, expected: int) -> None:
        """Tell the format numbers of the manifest and of this program."""
        super().__init__(path, f"has the format {actual}, not {expected}")
        self.actual = actual
        self.expected = expected


class IndexOfOtherModel(IndexUnusable):
    """The vectors come from another embedding model than the one that is asked for."""

    def __init__(self, path: Path, actual: str, expected: str) -> None:
        """Tell the model that made the index and the one that was to search it."""
        other = f"the model {actual}, not with {expected}"
        fault = "other weights of the same model" if actual == expected else other
        super().__init__(path, f"was built with {fault}")
        self.actual = actual
        self.expected = expected


class IndexUnreadable(DanBietError):
    """The system does not let the index be read."""

    def __init__(self, path: Path, error: OSError) -> None:
        """Name the file or folder and the system's reason."""
        super().__init__(f"The index in {path} cannot be read: {error.strerror or error}.")
        self.path = path


class BuildError(DanBietError):
    """No new version could be written; the one that served before serves on."""

    def __init__(self, folder: Path, reason: object) -> None:
        """Name the folder of the index and the reason."""
        super().__init__(f"The index in {folder} could not be built: {reason}.")
        self.folder = folder
