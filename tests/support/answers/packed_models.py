"""Writes a packed model of two tiny layers, as `training.embedding.base.packed` reads it."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import numpy as np

HIDDEN, LAYERS, INNER, VOCABULARY, POSITIONS, TYPES = 32, 2, 64, 40, 24, 2
SCALE = 0.5


def packed_model() -> bytes:
    """Return the file: header, an empty tokenizer, the directory, the tensors."""
    tensors = [(name, count, quantised) for name, count, quantised in _tensors()]
    names = sum(2 + len(name) + 21 for name, _, _ in tensors)
    header = b"E5S1" + struct.pack(
        "<I7ifi", 1, HIDDEN, LAYERS, 4, INNER, VOCABULARY, POSITIONS, TYPES, 1e-12, 32
    )
    tokenizer = struct.pack("<5iQ", 0, 0, 2, 1, 3, 0) + bytes(4) + struct.pack("<iI", 0, 0)
    offset = len(header) + len(tokenizer) + 4 + names
    directory, data = struct.pack("<i", len(tensors)), b""
    for name, count, quantised in tensors:
        values = quantised_values(count) if quantised else plain_values(count)
        place = offset + len(data)
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", quantised, count, place, len(values))
        data += values
    return header + tokenizer + directory + data


def quantised_values(count: int) -> bytes:
    """Return blocks whose 32 weights are (-8 … 7) * SCALE, twice in order."""
    nibbles = bytes(number | (number << 4) for number in range(16))
    return (np.float16(SCALE).tobytes() + nibbles) * (count // 32)


def plain_values(count: int) -> bytes:
    return np.arange(count, dtype="<f4").tobytes()


def _tensors() -> Iterator[tuple[str, int, bool]]:
    yield "emb.word", VOCABULARY * HIDDEN, True
    yield "emb.pos", POSITIONS * HIDDEN, False
    yield "emb.type", TYPES * HIDDEN, False
    yield from _pair("emb.ln", HIDDEN, HIDDEN, False)
    for layer in range(LAYERS):
        for name in ("q", "k", "v", "ao"):
            yield from _pair(f"l{layer}.{name}", HIDDEN * HIDDEN, HIDDEN, True)
        yield from _pair(f"l{layer}.aln", HIDDEN, HIDDEN, False)
        yield from _pair(f"l{layer}.fi", INNER * HIDDEN, INNER, True)
        yield from _pair(f"l{layer}.fo", INNER * HIDDEN, HIDDEN, True)
        yield from _pair(f"l{layer}.oln", HIDDEN, HIDDEN, False)


def _pair(name: str, weights: int, biases: int, quantised: bool) -> Iterator[tuple[str, int, bool]]:
    yield f"{name}.w", weights, quantised
    yield f"{name}.b", biases, False
