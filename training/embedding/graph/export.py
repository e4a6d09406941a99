"""A command that writes the shipped graph anew from its own weights.

Run `python -m training.embedding.graph.export` after a change of `training.embedding.graph`, and
`python -m training.shipped_vectors` after that.
"""

from __future__ import annotations

from index.embedding.encoder import GRAPH
from index.embedding.shipped import FOLDER
from training.embedding.graph.graph import read_weights
from training.embedding.graph.pack import export

if __name__ == "__main__":
    export(read_weights(FOLDER / GRAPH), FOLDER)
