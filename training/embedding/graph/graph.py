"""The encoder as a graph for ONNX Runtime: a BERT with mean pooling that multiplies in 8 bits.

Every row that meets a matrix has a scale of its own: a text has the same vector alone and among
others, and an outlier spoils its own token at most. The output of the layers before
the last four is an output of the graph, too, for each token; a call that does not ask for it does
not pay for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto, helper

from index.embedding.encoder import IDS, MASK, TOKENS, VECTORS
from training.embedding.graph.nodes import MICROSOFT, Nodes, read_constants
from training.embedding.graph.quantised import (
    Quantised,
    in_steps,
    multipliable,
    quantised,
    restored,
)

Weights = Mapping[str, NDArray[np.float32]]
"""The weights of transformers' BertModel by their names there.

Of a matrix that was in 8 bits before, the scales of its rows stand under its name and `SCALE`.
"""

SCALE = ".scale"

UPPER = 4
"""Layers behind the output of each token."""

_TABLE = "_embeddings"
_MIDDLE = 128
"""The number that stands for nought if there are numbers of either sign."""
_GELU_AT_LEAST = 0.17
"""A little more than GELU falls below nought, which is 0.16997."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The facts of a BERT that its weights do not tell; `tiny` is the epsilon of its norms."""

    layers: int
    heads: int
    tiny: float

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Sizes:
        """Return the sizes in the `config` of a model's folder."""
        return cls(
            config["num_hidden_layers"], config["num_attention_heads"], config["layer_norm_eps"]
        )


def write_graph(weights: Weights, sizes: Sizes, path: Path) -> None:
    """Write the encoder with `weights` to `path`, the same bytes every time."""
    _Writer(weights, sizes).write(path)


def read_weights(path: Path) -> dict[str, NDArray[np.float32]]:
    """Return the weights of the encoder at `path`, with scales."""
    return dict(_restored(read_constants(path)))


def _restored(constants: Mapping[str, NDArray[Any]]) -> Iterator[tuple[str, NDArray[np.float32]]]:
    for name, values in constants.items():
        if name + SCALE in constants:
            yield name, restored(values, constants[name + SCALE])
        elif name.endswith((".weight", ".bias", SCALE)):
            yield name, values


class _Writer:
    """Adds the nodes of one encoder; rows are [texts * length, dim] throughout."""

    def __init__(self, weights: Weights, sizes: Sizes) -> None:
        self._weights, self._sizes, self._nodes = weights, sizes, Nodes()

    def write(self, path: Path) -> None:
        add = self._nodes.add
        shape = add("Shape", IDS)
        self._cube = add("Concat", shape, self._numbers("rest", [-1]), axis=0)
        self._count = add("ReduceProd", shape, keepdims=1)
        hidden = self._flat(self._embedded())
        for layer in range(self._sizes.layers):
            if layer == max(0, self._sizes.layers - UPPER):
                add("Reshape", hidden, self._cube, output=TOKENS)
            hidden = self._layer(f"encoder.layer.{layer}", hidden)
        self._pool(self._cubed(hidden))
        self._save(path)

    def _save(self, path: Path) -> None:
        floats, dim = TensorProto.FLOAT, len(self._weights["embeddings.LayerNorm.bias"])
        describe = helper.make_tensor_value_info
        inputs = [describe(name, TensorProto.INT64, ["texts", "length"]) for name in (IDS, MASK)]
        outputs = [
            describe(VECTORS, floats, ["texts", dim]),
            describe(TOKENS, floats, ["texts", "length", dim]),
        ]
        self._nodes.save(path, inputs, outputs)

    def _embedded(self) -> str:
        add = self._nodes.add
        length = add("Shape", IDS, start=1, end=2)
        words = self._table("embeddings.word_embeddings", IDS)
        kinds = self._table("embeddings.token_type_embeddings", self._numbers("first", [0]))
        places = add("Add", self._table("embeddings.position_embeddings"), kinds)
        there = add("Slice", places, self._numbers("first", [0]), length)
        rows = add("Add", words, there)
        norm = self._norm("embeddings")
        return add("LayerNormalization", rows, *norm, epsilon=self._sizes.tiny)

    def _layer(self, name: str, hidden: str) -> str:
        taken, bias = self._product(self._attended(name, hidden), f"{name}.attention.output.dense")
        hidden = self._joined(f"{name}.attention.output", taken, hidden, bias)
        wide, bias = self._product(hidden, f"{name}.intermediate.dense")
        inner = self._nodes.add("BiasGelu", wide, bias, domain=MICROSOFT)
        narrow, bias = self._narrowed(inner, f"{name}.output.dense")
        return self._joined(f"{name}.output", narrow, hidden, bias)

    def _attended(self, name: str, hidden: str) -> str:
        """Return the values that each token takes from the others."""
        parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
        together, bias = self._product(hidden, *parts)
        seen = self._nodes.add(
            "MultiHeadAttention",
            *self._nodes.split(
                "Split", self._cubed(together), outputs=parts, axis=2, num_outputs=3
            ),
            bias,
            self._mask(TensorProto.INT32),
            domain=MICROSOFT,
            num_heads=self._sizes.heads,
        )
        return self._flat(seen)

    def _product(self, rows: str, *names: str) -> tuple[str, str]:
        """Return `rows` times the matrices `names` side by side, and the bias to be added."""
        highest = self._nodes.add(
            "ReduceMax", self._nodes.add("Abs", rows), self._last(), keepdims=1
        )
        return self._multiplied(rows, highest, _MIDDLE, names), self._beside(names, ".bias")

    def _narrowed(self, rows: str, name: str) -> tuple[str, str]:
        """Return the same of rows out of GELU: moved above nought, they use all 8 bits."""
        add, moved = self._nodes.add, self._number("gelu", np.float32(_GELU_AT_LEAST))
        above = add("Add", rows, moved)
        highest = add("ReduceMax", above, self._last(), keepdims=1)
        matrix = restored(*self._quantised(f"{name}.weight"))
        # the move adds 0.17 times the sum of its weights to each output: that is taken off the bias
        surplus = self._number(f"{name}.surplus", _GELU_AT_LEAST * matrix.sum(axis=1))
        bias = add("Sub", self._beside([name], ".bias"), surplus)
        return self._multiplied(above, highest, 0, [name]), bias

    def _multiplied(self, rows: str, highest: str, zero: int, names: Sequence[str]) -> str:
        """Return `rows`, in 8 bits around `zero` and each by its `highest`, times the matrices."""
        add = self._nodes.add
        scales = add("Mul", highest, self._number(f"step.{zero}", np.float32(1 / (255 - zero))))
        steps = add("Squeeze", scales, self._last())
        # The operator wants a nought for each row, but takes 0 if it gets none.
        zeros = add("Expand", self._zero(zero), self._count) if zero else ""
        numbers = add("QuantizeLinear", rows, steps, zeros, axis=0)
        product = add(
            "MatMulIntegerToFloat",
            numbers,
            add("Transpose", self._beside(names, ".weight"), perm=[1, 0]),
            self._number("one", np.float32(1)),
            add("Squeeze", self._beside(names, f".weight{SCALE}"), self._last()),
            self._zero(zero),
            domain=MICROSOFT,
        )
        return add("Mul", product, scales)

    def _joined(self, name: str, rows: str, before: str, bias: str) -> str:
        """Return `rows` with `bias` and what was `before` them, levelled by the norm of `name`."""
        norm = self._norm(name)
        return self._nodes.add(
            "SkipLayerNormalization",
            *(rows, before, *norm, bias),
            domain=MICROSOFT,
            epsilon=self._sizes.tiny,
        )

    def _pool(self, hidden: str) -> None:
        """Add the mean of the tokens that are there, at unit length."""
        add, second = self._nodes.add, self._numbers("second", [1])
        there = add("Unsqueeze", self._mask(TensorProto.FLOAT), self._numbers("third", [2]))
        total = add("ReduceSum", add("Mul", hidden, there), second, keepdims=0)
        add("LpNormalization", total, axis=1, p=2, output=VECTORS)

    def _table(self, name: str, numbers: str = "") -> str:
        """Return the rows `numbers` of the table `name`, all where none are given."""
        add = self._nodes.add
        rows, scales = self._beside([name], ".weight"), self._beside([name], f".weight{SCALE}")
        if numbers:
            rows, scales = add("Gather", rows, numbers), add("Gather", scales, numbers)
        return add("Mul", add("Cast", rows, to=TensorProto.FLOAT), scales)

    def _beside(self, names: Sequence[str], kind: str) -> str:
        """Return the constants of one `kind` of all `names`, one below the other."""
        kept = [self._constant(name + kind) for name in names]
        return self._nodes.add("Concat", *kept, axis=0) if kept[1:] else kept[0]

    def _constant(self, name: str) -> str:
        """Keep the weights called `name`, a matrix in 8 bits with scales, and return the name."""
        weight = name.removesuffix(SCALE)
        if self._weights[weight].ndim == 1:
            return self._nodes.constant(name, self._weights[name])
        numbers, scales = self._quantised(weight)
        self._nodes.constant(weight + SCALE, scales)
        self._nodes.constant(weight, numbers)
        return name

    def _quantised(self, name: str) -> Quantised:
        """Return the matrix `name` in 8 bits: in the steps it had where it was so before."""
        matrix, scales = self._weights[name], self._weights.get(name + SCALE)
        if scales is not None:
            return in_steps(matrix, scales)
        return (quantised if _TABLE in name else multipliable)(matrix)

    def _norm(self, name: str) -> tuple[str, str]:
        whole = f"{name}.LayerNorm"
        return self._constant(f"{whole}.weight"), self._constant(f"{whole}.bias")

    def _mask(self, kind: int) -> str:
        return self._nodes.add("Cast", MASK, to=kind)

    def _zero(self, number: int) -> str:
        return self._nodes.constant(f"zero.{number}", np.array(number, np.uint8))

    def _flat(self, cube: str) -> str:
        shape = self._numbers("flat", [-1, len(self._weights["embeddings.LayerNorm.bias"])])
        return self._nodes.add("Reshape", cube, shape)

    def _cubed(self, rows: str) -> str:
        return self._nodes.add("Reshape", rows, self._cube)

    def _last(self) -> str:
        return self._numbers("second", [1])

    def _number(self, name: str, value: Any) -> str:
        return self._nodes.constant(name, np.asarray(value, np.float32))

    def _numbers(self, name: str, values: Sequence[int]) -> str:
        return self._nodes.constant(name, np.array(values, np.int64))
