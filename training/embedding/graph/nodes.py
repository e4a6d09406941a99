"""A graph for ONNX Runtime while it is written: its constants, its nodes, and the file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

MICROSOFT = "com.microsoft"
"""The operators that ONNX Runtime adds to those of the standard."""

_STANDARD, _ADDED, _FORM = 21, 1, 10
"""Versions of both sets of operators and of the file; none newer than needed."""


class Nodes:
    """Constants and nodes in the order in which they were added."""

    def __init__(self) -> None:
        self._constants: dict[str, onnx.TensorProto] = {}
        self._nodes: list[onnx.NodeProto] = []

    def constant(self, name: str, values: NDArray[Any]) -> str:
        """Keep `values` under `name`, once, and return the name."""
        if name not in self._constants:
            self._constants[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def add(self, operator: str, *inputs: str, output: str = "", **attributes: Any) -> str:
        """Add a node with one output, and return the name of that."""
        [name] = self.split(
            operator, *inputs, outputs=[output or f"n{len(self._nodes)}"], **attributes
        )
        return name

    def split(
        self, operator: str, *inputs: str, outputs: Sequence[str], **attributes: Any
    ) -> Sequence[str]:
        """Add a node with the named `outputs`, and return them."""
        self._nodes.append(helper.make_node(operator, inputs, outputs, **attributes))
        return outputs

    def save(
        self,
        path: Path,
        inputs: Sequence[onnx.ValueInfoProto],
        outputs: Sequence[onnx.ValueInfoProto],
    ) -> None:
        """Write the graph to `path`, large constants into a file beside it, which is mapped."""
        graph = helper.make_graph(
            self._nodes, "encoder", inputs, outputs, list(self._constants.values())
        )
        versions = [
            helper.make_opsetid("", _STANDARD),
            helper.make_opsetid(MICROSOFT, _ADDED),
        ]
        data = path.with_name(f"{path.name}.data")
        data.unlink(missing_ok=True)  # it would be appended to
        onnx.save_model(
            helper.make_model(graph, opset_imports=versions, ir_version=_FORM),
            path,
            save_as_external_data=True,
            location=data.name,
        )
        data.chmod(0o644)  # it is made for its owner alone


def read_constants(path: Path) -> dict[str, NDArray[Any]]:
    """Return the constants of the graph at `path` by name."""
    constants = onnx.load(path).graph.initializer
    return {tensor.name: numpy_helper.to_array(tensor) for tensor in constants}
