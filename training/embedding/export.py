"""Writes the graph that ships anew from the weights in it: `python -m training.embedding.export`.

Run it after `training.embedding.graph` has changed, and `python -m training.samples` after it.
"""

from __future__ import annotations

from index.embedding.encoder import GRAPH
from index.embedding.shipped import FOLDER
from training.embedding.graph.graph import read_weights
from training.embedding.graph.pack import export

if __name__ == "__main__":
    export(read_weights(FOLDER / GRAPH), FOLDER)
